import MusterValues
import Testing

@testable import MusterCore

/// The regions, wholes, programmes and names that units and persons had at different times.
final class DatedValuesTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func move(_ unit: RecordReference, to region: String, held: EDTF) throws {
        var edit = Edit(record: unit, values: ["region": region], evidence: Fresh.dispatch)
        edit.held = held
        _ = try registry.edit(edit, by: Fresh.clerk)
    }

    private func cite(
        _ record: RecordReference, _ field: String, _ stated: String, held: EDTF, _ nature: NameNature? = nil
    )
        throws
    {
        var new = NewCitation(
            record: record, field: field, evidence: Evidence(source: "S1", stated: stated), nature: nature)
        new.held = held
        _ = try registry.cite(new, by: Fresh.clerk)
    }

    private func filter(_ period: String?, region: RecordReference? = nil, throughout: Bool = false) throws -> Filter {
        var filter = Filter()
        filter.region = region
        filter.period = try period.map { try Period(typed: $0) }
        filter.isThroughout = throughout
        return filter
    }

    /// The units in a region on a day, with their grades.
    private func units(_ region: RecordReference, on period: String?, throughout: Bool = false) throws -> [String] {
        try registry.units(filter(period, region: region, throughout: throughout)).map {
            "\($0.id) \($0.region?.code ?? "nowhere")\($0.grade.map { " \($0.words)" } ?? "")"
        }
    }

    @Test func `a unit is where it was on the day`() throws {
        try move("U2", to: "RU-BRY", held: "2025-03/..")
        #expect(try units("RU-BRY", on: nil) == ["U2 RU-BRY"])
        #expect(try units("RU-KRS", on: nil) == [])
        #expect(try units("RU-KRS", on: "2025-02-01") == ["U2 RU-KRS possibly"])
        #expect(try units("RU-BRY", on: "2025-02-01") == [])
        #expect(try units("RU-BRY", on: "2025-05-01") == ["U2 RU-BRY possibly"])
        #expect(try units("RU-KRS", on: "2025-05-01") == [])
        // In March it may have been in either.
        #expect(try units("RU-KRS", on: "2025-03-10") == ["U2 RU-BRY possibly"])
        #expect(try units("RU-BRY", on: "2025-03-10") == ["U2 RU-BRY possibly"])
        // On some day of the spring it was in both, on all days in neither.
        #expect(try units("RU-KRS", on: "2025-02/2025-05").count == 1)
        #expect(try units("RU-BRY", on: "2025-02/2025-05").count == 1)
        #expect(try units("RU-BRY", on: "2025-02/2025-05", throughout: true) == [])
    }

    @Test func `people, regions, officials and reports follow their unit`() throws {
        try fresh.happen("U1", "operational", "2024-01")
        try fresh.happen("U1", "operational", "2025-06-10")
        try move("U1", to: "RU-BRY", held: "2025-03-01/..")
        let (before, after) = ("2025-02-01", "2025-05-01")
        #expect(try units("RU-KGD", on: before) == ["U1 RU-KGD presumably"])
        #expect(try units("RU-BRY", on: after) == ["U1 RU-BRY presumably"])
        for (day, region, other) in [(before, "RU-KGD", "RU-BRY"), (after, "RU-BRY", "RU-KGD")] {
            let (here, there) = (RecordReference(region), RecordReference(other))
            #expect(try registry.enrollments(filter(day, region: here)).map(\.id.description) == ["E2"])
            #expect(try registry.enrollments(filter(day, region: there)).isEmpty)
            #expect(try registry.regions(filter(day, region: here)).first?.units == Strength(least: 1, most: 1))
            #expect(try registry.regions(filter(day, region: there)).first?.units == Strength(least: 0, most: 0))
            let report = try registry.report(region: here, on: Day(day))
            #expect(report.units.map(\.id.description) == ["U1"])
            #expect(report.units.first?.region?.code == region)
            #expect(try registry.report(region: there, on: Day(day)).units.isEmpty)
        }
        // The evidence is of the record, which has moved.
        let report = try registry.report(region: "RU-KGD", on: Day(before))
        #expect(
            report.fields.first { $0.record.id == RecordID(.unit, 1) && $0.field.field == .region }?.field.value?.words
                .contains("Bryansk") == true)
        var asked = try filter(before)
        asked.unit = "U1"
        #expect(try registry.regions(asked).map(\.code) == ["RU-KGD"])
        asked.period = try Period(typed: after)
        #expect(try registry.regions(asked).map(\.code) == ["RU-BRY"])
    }

    @Test func `a statement for a time that is over is no dispute`() throws {
        try cite("U2", "region", "Bryansk Oblast", held: "2024-08/2024-10")
        let field = try #require(try registry.show("U2").fields.first { $0.field == .region })
        #expect(!field.isInDispute && field.disputing.isEmpty)
        #expect(field.earlier.map(\.stated) == ["Bryansk Oblast"])
        #expect(try units("RU-BRY", on: "2024-09-01") == ["U2 RU-BRY possibly"])
        #expect(try units("RU-KRS", on: "2024-09-01") == [])
        #expect(try units("RU-KRS", on: "2024-12-01") == ["U2 RU-KRS possibly"])
        let line = try #require(try registry.timeline(of: "U2").first { $0.what == .statement })
        #expect(line.words == "region: Bryansk Oblast")
        #expect(line.date?.edtf == "2024-08/2024-10")
        let dossier = try registry.show("U2", on: Period(typed: "2024-09-01"))
        #expect(
            dossier.then.map { "\($0.field.words) \($0.value) \($0.grade?.words ?? "")" } == [
                "region RU-BRY Bryansk Oblast definitely"
            ])
    }

    @Test func `a part was part of another unit, and people are counted there`() throws {
        var part = NewUnit(designation: "First Company", region: "RU-KGD", evidence: Fresh.dispatch)
        part.partOf = "U1"
        _ = try registry.add(part, by: Fresh.clerk)
        var edit = Edit(record: "U3", values: ["part_of": "U2"], evidence: Fresh.dispatch)
        edit.held = "2025-03-01/.."
        _ = try registry.edit(edit, by: Fresh.clerk)
        let whole = { (day: String) in
            try self.registry.units(self.filter(day)).first { $0.id == RecordID(.unit, 3) }?.partOf?.name
        }
        #expect(try whole("2025-01-01") == "Amber Detachment" || whole("2025-01-01") == registry.show("U1").title)
        #expect(try whole("2025-05-01") == registry.show("U2").title)
        #expect(try registry.units().first { $0.id == RecordID(.unit, 3) }?.partOf?.name == registry.show("U2").title)
    }

    @Test func `a name is that of the day`() throws {
        let now = try registry.show("O1").title
        var edit = Edit(record: "O1", values: ["name": "Anna Newname"], evidence: Fresh.dispatch)
        edit.held = "2025-06-10/.."
        _ = try registry.edit(edit, by: Fresh.clerk)
        #expect(
            try registry.show("O1").names.map { "\($0.text) \($0.nature.rawValue)" } == [
                "Anna Newname primary", "\(now) former",
            ])
        #expect(try registry.enrollments(filter(nil)).first?.official?.name == "Anna Newname")
        #expect(try named(on: "2025-06-05") == now)
        #expect(try named(on: "2025-06-12") == "Anna Newname")
        #expect(try registry.show("O1", on: Period(typed: "2025-06-05")).then.map(\.value) == [now])
        try cite("U2", "name", "Kursk Volunteers", held: "2024-08/2024-10", .former)
        #expect(try units(named: "2024-09-01").contains("Kursk Volunteers"))
        #expect(try !units(named: "2024-12-01").contains("Kursk Volunteers"))
    }

    private func named(on day: String) throws -> String? {
        try registry.enrollments(filter(day)).first { $0.id == RecordID(.enrollment, 1) }?.official?.name
    }

    private func units(named day: String) throws -> [String] { try registry.units(filter(day)).compactMap(\.name) }

    @Test func `the past is read with the days of its statements`() throws {
        let before = try registry.newestRevision()
        try move("U2", to: "RU-BRY", held: "2025-03-01/..")
        let past = try registry.known(at: .revision(before))
        let asked = try filter("2025-05-01", region: "RU-KRS")
        #expect(try past.units(asked).map(\.id.description) == ["U2"])
        #expect(try registry.units(asked).isEmpty)
        let after = try registry.known(at: .revision(registry.newestRevision()))
        #expect(try after.units(asked).isEmpty)
        #expect(try after.units(filter("2025-02-01", region: "RU-KRS")).map(\.id.description) == ["U2"])
        #expect(try after.report(region: "RU-KRS", on: Day("2025-02-01")).units.map(\.id.description) == ["U2"])
        // Nothing of it stays on the connection.
        #expect(try after.units().map { $0.region?.code } == registry.units().map { $0.region?.code })
    }

    @Test func `what is rejected or set aside says nothing of a day`() throws {
        try cite("U2", "region", "RU-BRY", held: "2024-08/2024-10")
        let citation = try #require(
            try registry.show("U2").fields.first { $0.field == .region }?.earlier.first?.citation)
        _ = try registry.edit(
            Edit(record: RecordReference(citation), values: ["standing": "rejected", "note": "a mistake"]),
            by: Fresh.clerk)
        #expect(try units("RU-BRY", on: "2024-09-01") == [])
        #expect(try units("RU-KRS", on: "2024-09-01") == ["U2 RU-KRS possibly"])
    }

    @Test func `a day needs a source and something that can be so for a time`() throws {
        try fresh.expectRefusal(nil, "the source that says when is missing; give --source", exit: 65) { _ in
            var edit = Edit(record: "U2", values: ["region": "RU-BRY"], inferred: "why")
            edit.held = "2025"
            return try self.registry.edit(edit, by: Fresh.clerk)
        }
    }
}
