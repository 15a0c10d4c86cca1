import Foundation
import GRDB
import MusterDemo
import MusterValues
import Testing

@testable import MusterCore

/// A listing can be read a page at a time, and pages agree while others write.
final class PageTests {
    let folder: URL
    let registry: Registry

    init() throws {
        folder = try Fresh.newFolder()
        let file = folder.appending(path: "muster.db")
        try Self.dispatch.get().write(to: file)
        registry = try Registry(at: file.path, for: .writing)
    }

    /// The bytes of a registry with the sample dispatch: made once a run; every test has its own file of them.
    private static let dispatch = Result {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "muster.db")
        do {
            let registry = try Registry.create(at: file.path)
            _ = try registry.loadReference(by: Fresh.clerk)
            _ = try registry.recordDispatch(by: "test")
            try registry.store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        return try Data(contentsOf: file)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The rows of all pages of a size, as their listing's cells.
    private func pages<Row>(_ listing: Listing<Row>, _ filter: Filter, of size: Int) throws -> [[Value?]] {
        var filter = filter
        filter.limit = size
        var rows: [[Value?]] = []
        var cursor: PageCursor?
        repeat {
            var count = 0
            cursor = try registry.each(listing, filter, after: cursor) { row in
                rows.append(row.cells)
                count += 1
            }
            #expect(cursor == nil || count == size)
        } while cursor != nil
        return rows
    }

    private static let filters: [(String, @Sendable (inout Filter) -> Void)] = [
        ("all", { _ in }), ("a region", { $0.region = "RU-KGD" }), ("a bloc", { $0.borders = "NATO" }),
        ("a programme", { $0.programme = "G1" }),
    ]

    @Test(arguments: filters, [1, 2, 3, 7])
    func `the pages of a listing are the listing`(filter: (String, @Sendable (inout Filter) -> Void), size: Int) throws
    {
        var asked = Filter()
        filter.1(&asked)
        for day in [nil, Day("2025-06-01")] {
            asked.day = day
            #expect(try pages(.units, asked, of: size) == registry.units(asked).map(\.cells))
            #expect(try pages(.officials, asked, of: size) == registry.officials(asked).map(\.cells))
            let enrollments = try registry.enrollments(asked, withCitations: true)
            #expect(try pages(.enrollments(withCitations: true), asked, of: size) == enrollments.map(\.cells))
            #expect(try pages(.regions, asked, of: max(size, 7)) == registry.regions(asked).map(\.cells))
            if day != nil { continue }
            #expect(try pages(.sources, asked, of: size) == registry.sources(asked).map(\.cells))
            #expect(try pages(.regions, asked, of: max(size, 7)) == registry.regions(asked).map(\.cells))
        }
    }

    @Test(arguments: ["id", "-id", "designation", "standing"])
    func `the pages of a sorted listing are the listing`(sort: String) throws {
        var asked = Filter()
        asked.sort = sort
        let all = try registry.units(asked).map(\.cells)
        #expect(try pages(.units, asked, of: 2) == all)
        asked.limit = 1
        let cursor = try #require(try registry.each(.units, asked) { _ in })
        // Without a limit, or with the greatest there is, the rest of the list follows.
        for limit in [nil, Int.max] {
            asked.limit = limit
            var rest: [[Value?]] = []
            let next = try registry.each(.units, asked, after: cursor) { rest.append($0.cells) }
            #expect(rest == Array(all.dropFirst()) && next == nil)
        }
    }

    @Test func `units without a region or a designation have their page too`() throws {
        for designation in [nil, "BARS-Nowhere", "BARS-Anywhere"] {
            var new = NewUnit(
                designation: designation, region: designation == nil ? "RU-KGD" : nil, evidence: Fresh.dispatch)
            new.kind = designation == nil ? .unnamed : .other
            new.isNew = true
            _ = try registry.add(new, by: Fresh.clerk)
        }
        for size in [1, 2] { #expect(try pages(.units, Filter(), of: size) == registry.units().map(\.cells)) }
    }

    @Test func `the next page is of the revision of the page before`() throws {
        var filter = Filter()
        filter.limit = 2
        let before = try registry.officials().map(\.name)
        var names: [String] = []
        var cursor = try registry.each(.officials, filter) { names.append($0.name) }
        let revision = try registry.newestRevision()
        for name in ["Яяя Яяев", "Ааа Ааев"] {
            let new = NewOfficial(name: name, post: NewPost(title: "deputy"), evidence: Fresh.dispatch)
            _ = try registry.add(new, by: Fresh.clerk)
        }
        while let place = cursor {
            #expect(place.revision == revision)
            cursor = try registry.each(.officials, filter, after: place) { names.append($0.name) }
        }
        #expect(names == before)
        #expect(try registry.officials().count == before.count + 2)
    }

    @Test func `a page of the past goes on in that past`() throws {
        let revision = try registry.newestRevision() - 1
        let past = try registry.known(at: .revision(revision))
        var filter = Filter()
        filter.limit = 1
        var names: [String?] = []
        var cursor = try past.each(.units, filter) { names.append($0.name) }
        while let place = cursor {
            #expect(place.revision == revision)
            cursor = try (names.count % 2 == 0 ? past : registry).each(.units, filter, after: place) {
                names.append($0.name)
            }
        }
        #expect(try names == past.units().map(\.name) && names.count > 1)
    }

    @Test func `a long listing is read in batches, and its rows are whole`() throws {
        let fresh = try Fresh()
        defer { withExtendedLifetime(fresh) {} }
        let registry = fresh.registry
        _ = try registry.fill(enrollments: 1203, by: Fresh.clerk)
        var rows: [[Value?]] = []
        try registry.each(.enrollments(withCitations: true)) { rows.append($0.cells) }
        #expect(rows.count == 1203)
        for size in [100, 499, 501] {
            var filter = Filter()
            filter.limit = size
            var paged: [[Value?]] = []
            var next: PageCursor?
            repeat {
                next = try registry.each(.enrollments(withCitations: true), filter, after: next) {
                    paged.append($0.cells)
                }
            } while next != nil
            #expect(paged == rows)
        }
    }

    /// A cursor of this registry.
    private func cursor(_ record: RecordID, _ revision: Int64) throws -> PageCursor {
        let head = try registry.known(at: .revision(revision)).head()
        return PageCursor(place: .record(record), revision: revision, head: head)
    }

    private func expectRefusal(_ cursor: PageCursor, _ rule: String, of registry: Registry? = nil) throws {
        let error = #expect(throws: MusterError.self) {
            try (registry ?? self.registry).each(.officials, after: cursor) { _ in Issue.record("a row") }
        }
        #expect(error?.said.contains(rule) == true, "\(error?.said ?? "")")
    }

    @Test func `a place of another listing, revision or registry is refused`() throws {
        try expectRefusal(cursor(RecordID("U1")!, 7), "U1 is a unit, and this lists officials")
        try expectRefusal(cursor(RecordID("RU-KGD")!, 7), "RU-KGD is a region, and this lists officials")
        try expectRefusal(cursor(RecordID("O99999")!, 7), "revision 7 has no O99999")
        try expectRefusal(PageCursor(typed: "O1@99999-00000000"), "the register has revisions 1 to")
        try expectRefusal(PageCursor(typed: "O1@7-00000000"), "revision 7 of this registry has another hash")
        let past = try registry.known(at: .revision(6))
        try expectRefusal(
            cursor(RecordID("O1")!, 7), "it goes on with revision 7, and revision 6 is asked about", of: past)
    }

    @Test func `a place from before a redaction is refused, for the order of names is not what it was`() throws {
        var filter = Filter()
        filter.limit = 2
        let place = try #require(try registry.each(.officials, filter) { _ in })
        _ = try registry.redact(RecordReference("\(place.place)"), by: Authorship(author: "clerk", reason: "order"))
        try expectRefusal(place, "redacted records since; begin with the first page")
    }

    @Test func `a day that is not over can be paged while others write`() throws {
        var filter = Filter()
        filter.limit = 2
        let today = Moment.time("\(registry.today)T23:59:59Z", typed: "\(registry.today)")
        var names: [String] = []
        var next = try registry.known(at: today).each(.officials, filter) { names.append($0.name) }
        let before = try registry.officials().map(\.name)
        _ = try registry.add(
            NewOfficial(name: "Ааа Ааев", post: NewPost(title: "deputy"), evidence: Fresh.dispatch), by: Fresh.clerk)
        while let place = next {
            next = try registry.known(at: today).each(.officials, filter, after: place) { names.append($0.name) }
        }
        #expect(names == before)
    }

    @Test func `officials and units of one name are each on one page`() throws {
        for _ in 0..<3 {
            let post = NewPost(title: "deputy")
            _ = try registry.add(
                NewOfficial(name: "Ivan Same", post: post, isNew: true, evidence: Fresh.dispatch), by: Fresh.clerk)
            var unit = NewUnit(designation: nil, region: "RU-KGD", evidence: Fresh.dispatch)
            unit.kind = .unnamed
            unit.isNew = true
            _ = try registry.add(unit, by: Fresh.clerk)
        }
        for size in [1, 2] {
            #expect(try pages(.officials, Filter(), of: size) == registry.officials().map(\.cells))
            #expect(try pages(.units, Filter(), of: size) == registry.units().map(\.cells))
        }
    }

    @Test(arguments: [
        "", "E1", "E1@", "@7", "E1@7@7", "E1@-7", "E1@7-0000000", "E1@7-0000000g", "E1@7x", "e@7-00000000",
        "E1@٧-00000000", "E1@99999999999999999999-00000000",
    ])
    func `any other text is no place`(text: String) throws {
        let error = #expect(throws: MusterError.self) { try PageCursor(typed: text) }
        #expect(error?.said.contains("as E50@57-3fa9c1d2") == true)
    }
}
