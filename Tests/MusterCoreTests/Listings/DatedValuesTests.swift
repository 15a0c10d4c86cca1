import Foundation
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
        // In March it may have been in either, and both are shown.
        #expect(try units("RU-KRS", on: "2025-03-10") == ["U2 RU-BRY possibly"])
        #expect(try units("RU-BRY", on: "2025-03-10") == ["U2 RU-BRY possibly"])
        #expect(
            try registry.units(filter("2025-03-10", region: "RU-KRS")).first?.possibleRegions.map(\.code)
                == ["RU-BRY", "RU-KRS"])
        // On some day of the spring it was in both, on all days in neither.
        #expect(try units("RU-KRS", on: "2025-02/2025-05").count == 1)
        #expect(try units("RU-BRY", on: "2025-02/2025-05").count == 1)
        #expect(try units("RU-BRY", on: "2025-02/2025-05", throughout: true) == [])
    }

    @Test func `each move ends the stay before, and one that was earlier is not put on record`() throws {
        try move("U2", to: "RU-BRY", held: "2025-03-01/..")
        try move("U2", to: "RU-BEL", held: "2025-05-01/..")
        for (day, region) in [("2025-02-01", "RU-KRS"), ("2025-04-01", "RU-BRY"), ("2025-06-01", "RU-BEL")] {
            for other: RecordReference in ["RU-KRS", "RU-BRY", "RU-BEL"] {
                #expect(try units(other, on: day).count == (other.text == region ? 1 : 0), "\(day) \(other)")
            }
        }
        func refused(_ message: String, exit: Int32, _ region: String, _ held: EDTF) throws {
            try fresh.expectRefusal(nil, message, exit: exit) { _ in
                var edit = Edit(record: "U2", values: ["region": region], evidence: Fresh.dispatch)
                edit.held = held
                return try self.registry.edit(edit, by: Fresh.clerk)
            }
        }
        try refused(
            "U2 has region 'Belgorod Oblast' for 2025-05-01/.., and the newest value stands on record; "
                + "say what was so before with 'muster cite U2 --field region --stated \"…\" --on FROM/TO --source SOURCE'",
            exit: 69, "RU-PSK", "2025-04/.."
        )
        try refused(
            "date '2028-06/..' is refused: it is after today; what is only planned is not so yet", exit: 65, "RU-PSK",
            "2028-06/..")
        let field = try #require(try registry.show("U2").fields.first { $0.field == .region })
        #expect(field.disputing.isEmpty && field.earlier.count == 2)
    }

    @Test func `a statement against the value leaves both possible, and one that names no record is refused`() throws {
        var new = NewCitation(
            record: "U2", field: "region", evidence: Evidence(source: "S1", stated: "RU-BRY"), stance: .disputes)
        new.held = "2024-06-01/2024-08-31"
        _ = try registry.cite(new, by: Fresh.clerk)
        #expect(try units("RU-BRY", on: "2024-07-15") == ["U2 RU-KRS possibly"])
        #expect(try units("RU-KRS", on: "2024-07-15") == ["U2 RU-KRS possibly"])
        #expect(try registry.show("U2").fields.first { $0.field == .region }?.isInDispute == true)
        new.evidence.stated = "RU-XYZ"
        #expect(throws: MusterError.self) { try self.registry.cite(new, by: Fresh.clerk) }
    }

    @Test func `people of a unit that may be in two regions are a range in each`() throws {
        try fresh.happen("E1", "joined", "2025-01-01")
        try move("U1", to: "RU-BRY", held: "2025-03/..")
        let report = try registry.report(region: nil, on: Day("2025-03-10"))
        for code in ["RU-KGD", "RU-BRY"] {
            let people = try #require(report.regions.first { $0.code == code }?.people)
            #expect(people.least == 0 && people.most != 0, "\(code)")
        }
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
        #expect(try whole("2025-01-01") == registry.show("U1").title)
        #expect(try whole("2025-05-01") == registry.show("U2").title)
        #expect(try registry.units().first { $0.id == RecordID(.unit, 3) }?.partOf?.name == registry.show("U2").title)
        var asked = try filter("2025-01/2025-05")
        asked.unit = "U1"
        try fresh.expectRefusal(
            nil, "U3 First Company, BARS-Kursk was not in the same unit in all of that period; ask about a day of it",
            exit: 64
        ) { _ in
            _ = try self.registry.units(asked)
            return try self.registry.revert(1, by: Fresh.clerk)
        }
        asked.period = try Period(typed: "2025-01-15")
        #expect(try registry.units(asked).map(\.id.description) == ["U1", "U3"])
        asked.unit = "U2"
        #expect(try registry.units(asked).map(\.id.description) == ["U2"])
    }

    @Test func `wholes that lead in a circle on a day leave a unit in none`() throws {
        for name in ["First Company", "Second Company"] {
            _ = try registry.add(
                NewUnit(designation: name, region: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try cite("U3", "part_of", "Second Company", held: "2024-01-01/2024-12-31")
        try cite("U4", "part_of", "First Company", held: "2024-01-01/2024-12-31")
        let units = try registry.units(filter("2024-06-01"))
        #expect(units.first { $0.id == RecordID(.unit, 3) }?.partOf == nil)
        #expect(units.first { $0.id == RecordID(.unit, 4) }?.partOf?.name == "First Company")
    }

    @Test(arguments: [
        // What stood on record before, also if it was inferred.
        ("region=RU-KGD inferred; region=RU-BRY 2025-03-01/..", "2025-02-01", "RU-KGD"),
        // A date that is no interval says nothing of the days before: either.
        ("region=RU-BRY 2025-03", "2025-02-01", "RU-BRY or RU-KRS"), ("region=RU-BRY 2025-03", "2025-05-01", "RU-BRY"),
        // What ended, and what nobody says.
        ("region=RU-BRY 2024-08-01/2024-10-31", "2024-09-01", "RU-BRY"),
        ("region=RU-BRY 2024-08-01/2024-10-31", "2024-12-01", "RU-BRY or RU-KRS"),
        ("cite RU-BRY 2025-01-01/2025-02-28; region=RU-BEL 2025-05-01/..", "2025-03-15", "RU-KRS"),
        // Against the value on record: each is possible; once somebody decided, it is out.
        ("cite RU-BRY 2025-01-01/..", "2025-03-01", "RU-BRY or RU-KRS"),
        ("cite RU-BRY 2025-01-01/..; region=RU-KRS", "2025-03-01", "RU-KRS"),
        // The source's own words state what was put on record with them.
        ("region=RU-BRY 2025-03-01/.. в лесах", "2025-02-01", "RU-KRS"),
        ("region=RU-BRY 2025-03-01/.. в лесах", "2025-04-01", "RU-BRY"),
    ])
    func `what was so is read from what was said and from what stood on record`(
        _ steps: String, _ day: String, _ regions: String
    )
        throws
    {
        for step in steps.components(separatedBy: "; ") {
            let words = step.split(separator: " ", maxSplits: 2).map(String.init)
            if words[0] == "cite" {
                try cite("U2", "region", words[1], held: EDTF(words[2]))
                continue
            }
            let isInferred = words.last == "inferred"
            var evidence = Fresh.dispatch
            if words.count > 2 { evidence.stated = words[2] }
            var edit = Edit(
                record: "U2", values: ["region": String(words[0].dropFirst("region=".count))],
                evidence: isInferred ? nil : evidence, inferred: isInferred ? "a map" : nil)
            if words.count > 1, !isInferred { edit.held = try EDTF(words[1]) }
            _ = try registry.edit(edit, by: Fresh.clerk)
        }
        var asked = try filter(day)
        asked.unit = "U2"
        let unit = try #require(try registry.units(asked).first)
        let several = unit.possibleRegions.map(\.code)
        #expect((several.isEmpty ? [unit.region?.code ?? "nowhere"] : several).joined(separator: " or ") == regions)
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
