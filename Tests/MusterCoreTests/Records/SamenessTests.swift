import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The same thing is on the register only once, whichever way it came there.
struct SamenessTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func edit(_ record: RecordReference, _ values: [String: String]) throws -> WriteResult {
        let isJudged = values["standing"] != nil || record.id?.kind == .source
        return try registry.edit(
            Edit(record: record, values: values, inferred: isJudged ? nil : "seen on site"), by: Fresh.clerk)
    }

    private func post(_ title: String) -> NewPostOfOfficial {
        NewPostOfOfficial(
            official: "O1", post: NewPost(title: title, region: "RU-KGD"), evidence: Fresh.dispatch)
    }

    @Test func `an edit makes no second source of one address`() throws {
        for number in [1, 2] {
            var source = NewSource(kind: .ngo, title: "Page \(number)")
            source.url = "https://example.org/\(number)"
            _ = try registry.add(source, by: Fresh.clerk)
        }
        try fresh.expectRefusal(
            .taken(
                what: "source", value: "Page 1", id: RecordID(shortID: "S2")!,
                fix: .merge(kept: RecordID(shortID: "S2")!, gone: RecordID(shortID: "S3")!)),
            "source 'Page 1' is already on the register as S2; if the two are one, merge them with 'muster merge S2 S3'",
            exit: 69
        ) { try $0.edit(Edit(record: "S3", values: ["url": "https://example.org/1"]), by: Fresh.clerk) }
        _ = try edit("S3", ["url": "https://example.org/3"])
        // The advice of the refusal works as it is given.
        _ = try registry.merge("S2", with: "S3", by: Fresh.clerk)
    }

    @Test(arguments: ["Governor", "GOVERNOR"])
    func `an edit makes no second post of one title`(title: String) throws {
        _ = try registry.add(post("Senator"), by: Fresh.clerk)
        try fresh.expectRefusal(
            nil,
            "the post 'Dmitry Novikov as Governor, RU-KGD' is already on the register as P1; "
                + "record what became of it with 'muster event P1 STATE'", exit: 69
        ) { try $0.edit(Edit(record: "P2", values: ["title": title], inferred: "seen on site"), by: Fresh.clerk) }
        _ = try edit("P2", ["title": "Senator of the region"])
    }

    @Test func `an edit makes no second group of the same words, and no second event`() throws {
        _ = try registry.enroll(
            NewEnrollment(group: NewGroup(who: "some deputies"), unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
        try fresh.expectRefusal(
            nil,
            "the group 'some deputies' is already on the register as E3; cite another source for it with "
                + "'muster cite E3 --field group --stated \"…\" --source SOURCE', and a number of people with "
                + "'muster cite E3 --field \"group size\" --stated \"…\" --source SOURCE', or name another group in other words",
            exit: 69
        ) {
            try $0.edit(
                Edit(record: "E2", values: ["group": "SOME  deputies"], inferred: "seen on site"), by: Fresh.clerk)
        }
        _ = try registry.add(
            NewEvent(record: "E1", state: "announced", date: "2025-06-01", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        #expect(throws: MusterError.self) { try edit("V3", ["date": "2025-06-01"]) }
        _ = try edit("V3", ["date": "2025-06-02"])
    }

    @Test func `what stands again after an edit of its standing is no second one`() throws {
        _ = try edit("E2", ["standing": "rejected", "note": "a mistake"])
        #expect(throws: MusterError.self) {
            try registry.enroll(
                NewEnrollment(
                    group: NewGroup(who: "Members of the regional government"), unit: "U1", evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        _ = try edit("E2", ["standing": "accepted"])
    }

    @Test func `a revert puts no twin back, whatever the case of its title`() throws {
        let first = try #require(try registry.add(post("Senator"), by: Fresh.clerk).revision)
        let undone = try #require(try registry.revert(first, by: Fresh.clerk).revision)
        let second = try #require(try registry.add(post("SENATOR"), by: Fresh.clerk).revision)
        try fresh.expectRefusal(
            nil,
            "revision \(undone) cannot be undone alone: revision \(second) made P3, the same as P2; undo these first, the "
                + "latest before the others; nothing was changed", exit: 69
        ) { try $0.revert(undone, by: Fresh.clerk) }
        #expect(throws: MusterError.self) { try registry.add(post("senator"), by: Fresh.clerk) }
    }

    @Test func `a revert makes no twin of what was edited since`() throws {
        _ = try registry.add(post("Senator"), by: Fresh.clerk)
        let undone = try #require(try edit("P2", ["title": "Adviser"]).revision)
        let later = try #require(try edit("P1", ["title": "Senator"]).revision)
        try fresh.expectRefusal(
            nil,
            "revision \(undone) cannot be undone alone: revision \(later) made P1 the same as P2; undo these first, the "
                + "latest before the others; nothing was changed", exit: 69
        ) { try $0.revert(undone, by: Fresh.clerk) }
        _ = try registry.revert(later, by: Fresh.clerk)
        _ = try registry.revert(undone, by: Fresh.clerk)
    }

    @Test func `a revert gives no source the address that another has since`() throws {
        for number in [1, 2] {
            var source = NewSource(kind: .ngo, title: "Page \(number)")
            source.url = "https://example.org/\(number)"
            _ = try registry.add(source, by: Fresh.clerk)
        }
        let undone = try #require(try edit("S3", ["url": "https://example.org/3"]).revision)
        _ = try edit("S2", ["url": "https://example.org/2"])
        #expect(throws: MusterError.self) { try registry.revert(undone, by: Fresh.clerk) }
        #expect(
            try registry.sources().compactMap(\.url).sorted() == ["https://example.org/2", "https://example.org/3"])
    }

    @Test func `each kind's columns are columns of its table`() throws {
        for kind in RecordKind.allCases {
            guard let sameness = Sameness.of(kind) else { continue }
            let columns = try fresh.plain().read { try $0.columns(in: kind.name).map(\.name) }
            #expect(Set(sameness.columns).isSubset(of: columns))
        }
    }

    @Test(
        arguments: [
            (Sameness.event, ["enrollment_id": 1, "facet": 0, "value": 0, "date": 0], "event_enrollment"),
            (Sameness.event, ["unit_id": 1, "facet": 0, "value": 0, "date": 0], "event_unit"),
            (Sameness.event, ["post_id": 1, "facet": 0, "value": 0, "date": 0], "event_post"),
            (Sameness.post, ["official_id": 1, "region_code": 0], "post_official"),
            (Sameness.enrollment, ["unit_id": 1, "official_id": 2], "enrollment_"),
            (Sameness.enrollment, ["unit_id": 1], "enrollment_unit"),
        ] as [(Sameness, [String: Int64], String)])
    func `a twin is looked up by the index of its owner`(rule: Sameness, values: [String: Int64], index: String) throws
    {
        let schema = try DatabaseQueue()
        try Schema.migrate(schema)
        let query = rule.query(of: values.mapValues(\.databaseValue))
        let plan = try schema.read { db in
            let names = query.arguments + ["own"]
            return try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(query.sql)",
                arguments: StatementArguments(Dictionary(uniqueKeysWithValues: names.map { ($0, 1.databaseValue) }))
            ).map { $0["detail"] as String }
        }
        #expect(plan.count == 1 && plan[0].contains("INDEX \(index)"), "\(plan)")
    }
}
