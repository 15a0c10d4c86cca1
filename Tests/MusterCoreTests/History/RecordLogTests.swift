import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The log of a record reads only what each revision touched, and says what a comparison of everything says.
@Suite struct RecordLogTests {
    /// A record's log as a comparison of all its events and citations at both moments gives it.
    private static func whole(_ id: RecordID, _ registry: Registry, since start: Int64 = 0) throws -> [[String]] {
        let revisions = try registry.read { db in
            try LogReader(db: db).revisions(touching: id, LogFilter(), nil).map { try $0.get("id") as Int64 }.sorted()
        }
        return try revisions.enumerated().map { place, revision in
            let earlier = place == 0 ? revision - 1 : revisions[place - 1]
            return try registry.known(atRevision: earlier).read { before in
                try registry.known(atRevision: revision).read { after in
                    lines(
                        try around(id, before, after).flatMap {
                            Comparison.differences(
                                in: $0, from: try RecordAtRevision($0, before), to: try RecordAtRevision($0, after))
                        })
                }
            }
        }
    }

    /// Every value of every difference.
    private static func lines(_ differences: [Difference]) -> [String] { differences.map { "\($0)" } }

    /// A record, its events, and the citations on all of them that are there at both moments.
    private static func around(_ id: RecordID, _ before: Database, _ after: Database) throws -> [RecordID] {
        var records: Set<RecordID> = [id]
        if id.kind.citedFields.isEmpty { return [id] }
        for db in [before, after] where id.kind.hasEvents {
            let events = try Int64.fetchAll(
                db, sql: "SELECT id FROM event WHERE \(id.kind.column) = ?", arguments: [id.number])
            records.formUnion(events.map { RecordID(.event, $0) })
        }
        let subjects = records
        for db in [before, after] {
            for subject in subjects {
                let citations = try Int64.fetchAll(
                    db, sql: "SELECT id FROM citation WHERE \(subject.kind.column) = ?",
                    arguments: [subject.databaseKey])
                records.formUnion(citations.map { RecordID(.citation, $0) })
            }
        }
        return try records.filter { try $0.kind != .citation || $0.row(before) != nil && $0.row(after) != nil }.sorted()
    }

    private static func expectWhole(_ registry: Registry, at location: SourceLocation = #_sourceLocation) throws -> Int
    {
        let ids = try registry.read { db in
            try RecordKind.allCases.filter { $0 != .region }.flatMap { kind in
                try Int64.fetchAll(db, sql: "SELECT DISTINCT id FROM \(kind.name)_history").map { RecordID(kind, $0) }
            } + [RecordID(region: "RU-KGD"), RecordID(region: "RU-KRS")]
        }
        for id in ids {
            let log = try registry.log(of: RecordReference(id))
            #expect(
                log.reversed().map { lines($0.differences) } == (try whole(id, registry)), "\(id)",
                sourceLocation: location)
            for limit in [1, 3] {
                let cut = try registry.log(of: RecordReference(id), limit: limit)
                #expect(cut.map(\.revision) == log.prefix(limit).map(\.revision), sourceLocation: location)
                #expect(
                    cut.dropLast().map { lines($0.differences) }
                        == log.prefix(limit).dropLast().map { lines($0.differences) }, "\(id)", sourceLocation: location
                )
            }
        }
        return ids.count
    }

    @Test(arguments: [7, 8, 9] as [UInt64])
    func `what is not touched is not read, and nothing is missed`(seed: UInt64) throws {
        let history = try RandomWrites(seed: seed)
        try history.write(until: 70)
        #expect(try Self.expectWhole(history.registry) > 40)
    }

    @Test func `a neighbour that was renamed between two revisions is no change, and is named as it was`() throws {
        let fresh = try Fresh(.populated)
        func edit(_ record: RecordReference, _ values: [String: String]) throws {
            let isName = values["name"] != nil
            let edit = Edit(
                record: record, values: values, evidence: isName ? Fresh.dispatch : nil,
                inferred: isName ? nil : "as seen")
            _ = try fresh.registry.edit(edit, by: Fresh.clerk)
        }
        try edit("U1", ["ordinal": "5"])
        // The unit's programme and region, and the official and unit of an enrollment, are renamed.
        try edit("G1", ["name": "Reserve"])
        try edit("O1", ["name": "Dmitri Novikov"])
        try edit("U1", ["ordinal": "6"])
        try edit("E1", ["role": "commander"])
        try edit("U1", ["name": "BARS-39"])
        try edit("E1", ["unit": "U2"])
        try edit("U1", ["programme": ""])
        let unit = try fresh.registry.log(of: "U1").reversed().map(\.what)
        #expect(
            unit.suffix(4) == [
                "ordinal: 5; ordinal, inferred: as seen", "ordinal: 5 → 6",
                "name: BARS-Kaliningrad → BARS-39; alias BARS-Kaliningrad: spelt so by S1",
                "programme: G1 Reserve taken away",
            ])
        let enrollment = try fresh.registry.log(of: "E1").map(\.what)
        #expect(
            enrollment.prefix(2) == [
                "unit: U1 BARS-Kaliningrad → U2 BARS-Kursk; unit, inferred: as seen",
                "role: commander; role, inferred: as seen",
            ])
        #expect(try Self.expectWhole(fresh.registry) > 20)
    }

    @Test func `what was redacted and what was brought up to date is logged as before`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.redact("O1", by: Authorship(author: "clerk", reason: "order"))
        _ = try fresh.registry.merge("U2", with: "U1", by: Fresh.clerk, overruling: true)
        #expect(try Self.expectWhole(fresh.registry) > 20)
    }

    @Test func `a log of one author, or of one kind, tells what its own revisions changed`() throws {
        let fresh = try Fresh(.populated)
        for (author, record, field, value) in [
            ("Anna", "U1", "ordinal", "5"), ("Boris", "U1", "ordinal", "6"), ("Anna", "V1", "date", "2025-02"),
            ("Boris", "V1", "date", "2025-03"), ("Anna", "V1", "date", "2025-04"), ("Anna", "U1", "ordinal", "7"),
            ("Boris", "V1", "date", "2025-05"),
        ] {
            let edit = Edit(record: RecordReference(record), values: [field: value], inferred: "as seen")
            _ = try fresh.registry.edit(edit, by: Authorship(author: author, reason: "test"))
        }
        var (ofAnna, ofEvents) = (LogFilter(), LogFilter())
        ofAnna.author = "Anna"
        ofEvents.kind = .event
        #expect(
            try fresh.registry.log(of: "U1", ofAnna).map(\.what) == [
                "ordinal: 6 → 7", "V1 date: 2025-03 → 2025-04", "V1 date: 2025-02; V1 date, inferred: as seen",
                "ordinal: 5; ordinal, inferred: as seen",
            ])
        #expect(
            try fresh.registry.log(of: "U1", ofEvents, limit: 2).map(\.what) == [
                "V1 date: 2025-04 → 2025-05", "V1 date: 2025-03 → 2025-04",
            ])
    }
}
