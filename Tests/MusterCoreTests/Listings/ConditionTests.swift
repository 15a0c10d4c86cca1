import MusterValues
import Testing

@testable import MusterCore

/// The listings are narrowed by what is recorded of the records: their events, citations and posts, and what they lack.
final class ConditionTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .other, title: "Second"), by: Fresh.clerk)
        try fresh.happen("E1", "serving", "2025-06-01", by: [Evidence(source: "S1")])
        var evidence = Evidence(
            source: "S2", quote: "a medical leave for the minister", speaker: "Vladimir the spokesman")
        evidence.stated = "left"
        var left = NewEvent(record: "E1", state: "left", date: "2025-06-10", evidence: [evidence])
        left.cause = "half-year leave"
        _ = try registry.add(left, by: Fresh.clerk)
    }

    private func enrollments(_ set: (inout Filter) -> Void) throws -> [String] {
        var filter = Filter()
        set(&filter)
        return try registry.enrollments(filter).map { "\($0.id)\($0.grade.map { " \($0.words)" } ?? "")" }
    }

    private func units(_ set: (inout Filter) -> Void) throws -> [String] {
        var filter = Filter()
        set(&filter)
        return try registry.units(filter).map(\.id.description)
    }

    @Test func `a state that somebody had at any time is asked for, also by when it came about`() throws {
        #expect(try enrollments { $0.states = ["serving"] } == [])
        #expect(try enrollments { $0.ever = ["serving"] } == ["E1"])
        #expect(try enrollments { $0.states = ["serving", "left"] } == ["E1"])
        let june = Period(from: Day("2025-06-01")!, to: Day("2025-06-05")!)
        #expect(try enrollments { ($0.ever, $0.period) = (["serving"], june) } == ["E1 definitely"])
        #expect(try enrollments { ($0.ever, $0.period) = (["left"], june) } == [])
        #expect(try enrollments { ($0.ever, $0.period) = (["announced"], june) } == [])
    }

    @Test func `a source, a speaker and a post narrow a listing`() throws {
        #expect(try enrollments { $0.sources = ["S2"] } == ["E1"])
        #expect(try enrollments { $0.speaker = "VLADIMIR" } == ["E1"])
        #expect(try enrollments { $0.speaker = "nobody" } == [])
        #expect(try enrollments { $0.post = "governor" } == ["E1"])
        #expect(try enrollments { $0.postKinds = [.headOfRegion] } == ["E1"])
        #expect(try enrollments { $0.postKinds = [.localDeputy] } == [])
        var filter = Filter()
        filter.speaker = "vladimir"
        #expect(try registry.officials(filter).map(\.id.description) == ["O1"])
    }

    @Test func `what lacks something is listed, and only what can lack it`() throws {
        #expect(try enrollments { $0.needs = [.contract] }.contains("E1"))
        #expect(try enrollments { $0.needs = [.number] } == ["E2"])
        #expect(try enrollments { $0.needs = [.secondSource] }.contains("E1") == false)
        #expect(try units { $0.needs = [.strength] } == units { _ in })
        _ = try registry.add(
            NewEvent(record: "U1", state: "strength 500", date: "2025-06", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        #expect(try units { $0.needs = [.strength] }.contains("U1") == false)
        try fresh.expectRefusal(
            nil, "'address' is not a need of a unit; use one of: date, second source, region, form, status, strength",
            exit: 65
        ) { _ in
            var filter = Filter()
            filter.needs = [.address]
            _ = try self.registry.units(filter)
            return try self.registry.add(NewSource(kind: .other, title: "none"), by: Fresh.clerk)
        }
    }

    @Test func `form and status are asked for together`() throws {
        for state in ["battalion", "forming"] {
            try fresh.happen("U1", state, "2025-06-01", by: [Evidence(source: "S1")])
        }
        try fresh.happen("U2", "battalion", "2025-06-01", by: [Evidence(source: "S1")])
        #expect(try units { ($0.forms, $0.statuses) = ([.battalion], [.forming]) } == ["U1"])
        #expect(try units { ($0.forms, $0.statuses) = ([.battalion, .brigade], []) }.sorted() == ["U1", "U2"])
        #expect(try units { $0.states = ["battalion", "brigade", "forming"] }.sorted() == ["U1", "U2"])
    }

    @Test func `rows are sorted by a column, and another word is refused with the columns`() throws {
        let ids = try enrollments { $0.sort = "-id" }
        #expect(ids == ids.sorted { $0 > $1 } && ids.count > 1)
        #expect(try enrollments { ($0.sort, $0.limit) = ("-id", 1) } == Array(ids.prefix(1)))
        let error = #expect(throws: MusterError.self) { try self.enrollments { $0.sort = "colour" } }
        #expect(error?.sentence { "\($0)" }.contains("'colour' is not a column of enrollments; use one of: id") == true)
    }

    @Test func `posts, causes, quotes and notes are searched, in the past too`() throws {
        func found(_ text: String, _ registry: Registry) throws -> [String] {
            try registry.search(text).filter { $0.why == .wordsOfText }.map { "\($0.id): \($0.met)" }
        }
        #expect(try found("half-year", registry) == ["E1: half-year leave"])
        #expect(try found("medical leave", registry) == ["E1: a medical leave for the minister"])
        #expect(try found("medical lea", registry) == ["E1: a medical leave for the minister"])
        #expect(try found("Governor", registry).contains { $0.hasPrefix("O1: ") })
        let revision = try registry.newestRevision()
        _ = try registry.revert(revision, by: Fresh.clerk)
        #expect(try found("half-year", registry) == [])
        #expect(try found("half-year", registry.known(at: .revision(revision))) == ["E1: half-year leave"])
        _ = try registry.verify()
    }

    @Test(arguments: [
        ["Ежов", "Ёжиков", "Єрмак", "Жуков"], ["Игорь", "Ігор", "Їжак", "Йосип"], ["Газиз", "Ґудзь", "Дамир"],
        ["Номин", "Ңәни", "Ольга", "Өмет", "Пётр"], ["BARS-2", "BARS-10", "BARS-Kursk", "БАРС-2"],
        ["ivanov", "Ivanov", "Ivanova"], ["Celik", "Çelik", "Demir"], ["Iraz", "Irmak"],
    ])
    func `texts stand in the reader's alphabet, and case decides last`(sorted: [String]) {
        #expect(sorted.reversed().sorted { SortKey($0) < SortKey($1) } == sorted)
    }
}
