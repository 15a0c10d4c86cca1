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

    @Test func `what is judged wrong, in doubt, planned or dated by its source is no certain answer`() throws {
        let period = { (first: String, last: String) in Period(from: Day(first)!, to: Day(last)!) }
        try fresh.happen("E2", "deployed", "2025-06-03?", by: [Evidence(source: "S1")])
        #expect(
            try enrollments { ($0.ever, $0.period) = (["deployed"], period("2025-06-03", "2025-06-03")) } == [
                "E2 possibly"
            ])
        #expect(
            try enrollments { ($0.ever, $0.period) = (["deployed"], period("2025-06-10", "2025-06-12")) } == [
                "E2 possibly"
            ])
        var deployed = Filter()
        (deployed.ever, deployed.period) = (["deployed"], period("2025-06-03", "2025-06-03"))
        let counted = try registry.enrollments(deployed).map(\.people.least)
        #expect(counted == [0])
        #expect(try enrollments { ($0.ever, $0.period) = (["deployed"], period("2025-08-01", "2025-08-02")) } == [])
        try fresh.happen("U1", "disbanded", "2031", by: [Evidence(source: "S1")])
        #expect(try units { $0.ever = ["disbanded"] } == [])
        _ = try registry.edit(
            Edit(record: "E1", values: ["standing": "rejected", "note": "another man"]), by: Fresh.clerk)
        let june = period("2025-06-01", "2025-06-05")
        #expect(try enrollments { ($0.ever, $0.period) = (["serving"], june) } == [])
        try fresh.expectRefusal(
            nil, "nobody comes into a state on all days of a period; leave out --throughout", exit: 64
        ) { _ in
            var filter = Filter()
            (filter.ever, filter.period, filter.isThroughout) = (["serving"], june, true)
            _ = try self.registry.enrollments(filter)
            return try self.registry.add(NewSource(kind: .other, title: "none"), by: Fresh.clerk)
        }
    }

    @Test func `the post that is asked for is the one that the grade is of`() throws {
        var left = NewEvent(record: "P1", state: "left", date: "2025-01-01", evidence: [Evidence(source: "S1")])
        left.cause = "the end of a term"
        _ = try registry.add(left, by: Fresh.clerk)
        _ = try registry.add(
            NewPostOfOfficial(
                official: "O1", post: NewPost(title: "Minister", region: "RU-KRS", tenure: .inOffice),
                evidence: Evidence(source: "S1")), by: Fresh.clerk)
        func officials(_ set: (inout Filter) -> Void) throws -> [String] {
            var filter = Filter()
            set(&filter)
            return try registry.officials(filter).map(\.id.description)
        }
        #expect(try officials { ($0.post, $0.postKinds) = ("Minister", [.headOfRegion]) } == [])
        #expect(try officials { ($0.post, $0.region) = ("Governor", "RU-KRS") } == [])
        #expect(try officials { ($0.post, $0.region) = ("Minister", "RU-KRS") } == ["O1"])
        // The tenure before the end has no date, so it may be a later one.
        var filter = Filter()
        (filter.post, filter.day) = ("Governor", Day("2025-03-01"))
        #expect(try registry.officials(filter).map(\.grade) == [.possibly])
        filter.post = "Minister"
        #expect(try registry.officials(filter).map(\.grade) != [.definitely])
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

    @Test func `who speaks of a group need not have named its members`() throws {
        try fresh.happen("E2", "serving", "2025-06-02", by: [Evidence(source: "S1", speaker: "the mayor")])
        let named = GroupResolution(
            group: "E2", officials: ["Анна Инова"], post: NewPost(title: "Deputy", region: "RU-KGD"),
            evidence: Evidence(source: "S2"))
        _ = try registry.resolve(named, by: Fresh.clerk)
        #expect(try enrollments { $0.speaker = "mayor" } == ["E2"])
        #expect(try enrollments { ($0.sources, $0.speaker) = (["S1"], "mayor") } == ["E2"])
        #expect(try enrollments { $0.sources = ["S2"] }.contains("E3"))
    }

    @Test func `what lacks something is listed, and only what can lack it`() throws {
        #expect(try enrollments { $0.needs = [.contract] }.contains("E1"))
        #expect(try enrollments { $0.needs = [.number] } == ["E2"])
        #expect(try enrollments { $0.needs = [.secondSource] }.contains("E1"))
        _ = try registry.corroborate("V3", evidence: Evidence(source: "S2"), by: Fresh.clerk)
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
