import MusterValues
import Testing

@testable import MusterCore

/// What sources told of days after them, once the days have passed.
final class ForetoldTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    /// Adds S2, published on 2025-02-01, and S3, published on 2025-05-01, and the unit U1 by S2. Today is 2025-06-15.
    init() throws {
        fresh = try Fresh()
        for (title, published) in [("Early", "2025-02-01"), ("Late", "2025-05-01")] {
            var source = NewSource(kind: .regionalMedia, title: title)
            source.published = try EDTF(published)
            _ = try registry.add(source, by: Fresh.clerk)
        }
        _ = try registry.add(
            NewUnit(designation: "First", region: "RU-KGD", evidence: Evidence(source: "S2")), by: Fresh.clerk)
    }

    private func happen(_ record: RecordReference, _ state: String, _ date: EDTF, by source: RecordReference) throws {
        try fresh.happen(record, state, date, by: [Evidence(source: source)])
    }

    private func cite(_ event: RecordReference, _ source: RecordReference) throws {
        _ = try registry.corroborate(event, evidence: Evidence(source: source), by: Fresh.clerk)
    }

    private func unit(on day: String? = nil) throws -> String {
        var filter = Filter()
        filter.day = day.flatMap { Day($0) }
        guard let unit = try registry.units(filter).first else { return "no" }
        let plans = unit.plans.map(\.words).joined(separator: ", ")
        let statuses = unit.statuses.map(\.rawValue).joined(separator: " or ")
        return [
            unit.grade?.rawValue, statuses, unit.lastHeard?.day.description, plans.isEmpty ? nil : "planned \(plans)",
        ]
        .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func people(on day: String) throws -> String {
        var filter = Filter()
        filter.day = Day(day)
        return try registry.enrollments(filter).first?.grade?.rawValue ?? "no"
    }

    @Test func `a beginning that was foretold is a plan until a later source tells of it`() throws {
        try happen("U1", "established", "2025-03-01", by: "S2")
        #expect(try unit() == "planned established 2025-03-01")
        #expect(try unit(on: "2025-02-15") == "no")
        #expect(try unit(on: "2025-04-01") == "possibly; planned established 2025-03-01")
        try cite("V1", "S3")
        #expect(try unit() == "established; 2025-03-01")
        #expect(try unit(on: "2025-04-01") == "presumably; established; 2025-03-01")
    }

    @Test
    func `an end that was foretold leaves what was seen possible, and counts no more when something later is seen`()
        throws
    {
        try happen("U1", "operational", "2025-01-15", by: "S2")
        try happen("U1", "disbanded", "2025-04-01", by: "S2")
        #expect(try unit(on: "2025-03-31") == "presumably; operational; 2025-01-15")
        #expect(try unit(on: "2025-04-02") == "possibly; operational; 2025-01-15; planned disbanded 2025-04-01")
        try happen("U1", "operational", "2025-04-20", by: "S3")
        #expect(try unit(on: "2025-04-02") == "definitely; operational; 2025-01-15")
        #expect(try unit() == "operational; 2025-04-20")
    }

    @Test func `a fact is no repetition of what was foretold of it`() throws {
        try happen("U1", "established", "2025-03-01", by: "S2")
        try happen("U1", "established", "2025-03", by: "S3")
        #expect(try unit(on: "2025-04-15") == "presumably; established; 2025-03-31")
        #expect(try unit() == "established; 2025-03-31")
    }

    @Test func `a joining that was foretold shows neither somebody in the unit nor the unit`() throws {
        try happen("U1", "established", "2025-01-10", by: "S2")
        let new = NewEnrollment(
            official: "Ivan Petrov", post: NewPost(title: "Mayor"), unit: "U1", state: .joined, date: "2025-03-01",
            evidence: Evidence(source: "S2"))
        _ = try registry.enroll(new, by: Fresh.clerk)
        #expect(try people(on: "2025-04-01") == "possibly")
        #expect(try registry.units().first?.peopleLastHeard == nil)
        try happen("E1", "serving", "2025-01-20", by: "S2")
        #expect(try registry.units().first?.peopleLastHeard?.day == "2025-01-20")
        #expect(try registry.events().filter(\.isPlan).map(\.id.description) == ["V2"])
        #expect(try registry.timeline(of: "E1").filter(\.isPlan).map(\.event?.description) == ["V2"])
        try cite("V2", "S3")
        #expect(try people(on: "2025-04-01") == "presumably")
        #expect(try registry.units().first?.peopleLastHeard?.day == "2025-03-01")
    }

    @Test func `who was to join is on record as possible, and a filter without a day finds no plan`() throws {
        try happen("U1", "established", "2025-01-10", by: "S2")
        try happen("U1", "battalion", "2025-03-01", by: "S2")
        let new = NewEnrollment(
            official: "Ivan Petrov", post: NewPost(title: "Mayor"), unit: "U1", state: .joined, date: "2025-03-01",
            evidence: Evidence(source: "S2"))
        _ = try registry.enroll(new, by: Fresh.clerk)
        #expect(try registry.units().first?.headcount.words == "0 to 1")
        var filter = Filter()
        filter.forms = [.battalion]
        #expect(try registry.units(filter).isEmpty)
        filter.day = Day("2025-04-01")
        #expect(try registry.units(filter).first?.grade == .possibly)
    }

    @Test func `a beginning that was foretold rules nobody out before it`() throws {
        let new = NewEnrollment(
            official: "Ivan Petrov", post: NewPost(title: "Mayor"), unit: "U1", state: .serving, date: "2025-02-20",
            evidence: Evidence(source: "S3"))
        _ = try registry.enroll(new, by: Fresh.clerk)
        try happen("E1", "serving", "2025-04-25", by: "S3")
        #expect(try people(on: "2025-02-25") == "definitely")
        try happen("U1", "established", "2025-03-01", by: "S2")
        #expect(try people(on: "2025-02-25") == "definitely")
    }

    @Test func `a report of no stated day may be of what was foretold`() throws {
        try happen("U1", "established", "2025-03-01", by: "S2")
        try fresh.happen("U1", "established", nil, by: [Evidence(source: "S3")])
        #expect(try unit() == "established; 2025-05-01")
    }

    @Test func `the word of a source of no known date is taken as it is`() throws {
        try fresh.happen("U1", "established", "2025-03-01", by: [Evidence(source: "S2"), Evidence(source: "S1")])
        #expect(try unit(on: "2025-04-01") == "presumably; established; 2025-03-01")
    }
}
