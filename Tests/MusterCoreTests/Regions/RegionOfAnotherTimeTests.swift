import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// What a region is told of units that are on record elsewhere.
final class RegionOfAnotherTimeTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func coverage(_ region: RecordReference) throws -> Coverage? {
        var filter = Filter()
        filter.region = region
        return try registry.regions(filter).first { $0.parent == nil }?.coverage
    }

    /// The lines that tell of the region of U2.
    private func dated(_ region: RecordReference) throws -> [String?] {
        try registry.timeline(of: region).filter { $0.field == .region && $0.record.id == RecordID(.unit, 2) }
            .map { $0.date?.edtf }
    }

    @Test func `a region that a unit moved away from keeps it in sight`() throws {
        var edit = Edit(record: "U2", values: ["region": "RU-BRY"], evidence: Fresh.dispatch)
        edit.held = "2025-03/.."
        _ = try registry.edit(edit, by: Fresh.clerk)
        let told = "At another time, by what sources state, also here: BARS-Kursk."
        #expect(try fresh.markdown("RU-KRS").text.contains(told))
        #expect(try registry.report(region: "RU-KRS").formerUnits.map(\.id) == [RecordID(.unit, 2)])
        #expect(try coverage("RU-KRS") == .onRecord)
        #expect(try coverage("RU-BRY") == .onRecord)
        #expect(try dated("RU-KRS") == ["2025-03/.."])
        #expect(try dated("RU-BRY") == ["2025-03/.."])
        #expect(try !fresh.markdown("RU-BRY").text.contains(told))
    }

    @Test func `so does one that a source names for a time`() throws {
        var cited = NewCitation(record: "U2", field: "region", evidence: Evidence(source: "S1", stated: "RU-TUL"))
        cited.held = "2024-06/2024-08"
        _ = try registry.cite(cited, by: Fresh.clerk)
        #expect(try registry.report(region: "RU-TUL").formerUnits.map(\.id) == [RecordID(.unit, 2)])
        #expect(try coverage("RU-TUL") == .onRecord)
        #expect(try dated("RU-TUL") == ["2024-06/2024-08"])
    }

    @Test func `a region that a source in dispute names for a unit is told who does`() throws {
        try fresh.addSource("Other")
        try fresh.cite("U2", "region", "RU-BRY", in: "S2")
        let report = try registry.report(region: "RU-BRY")
        #expect(report.contestedUnits.map(\.unit) == [NamedRecord(id: RecordID(.unit, 2), name: "BARS-Kursk")])
        #expect(report.contestedUnits.flatMap(\.citations).map(\.source.id) == [RecordID(.source, 2)])
        let told = "In dispute whether BARS-Kursk belongs here, too. It is placed here by: Other [S2](#S2)."
        #expect(try fresh.markdown("RU-BRY").text.contains(told))
        #expect(try registry.report(region: "RU-KRS").contestedUnits.isEmpty)
        #expect(try registry.report(region: "RU-TUL").contestedUnits.isEmpty)
        #expect(try coverage("RU-BRY") == .notLooked)
        // Who looked at both sources, and decided, ends it.
        var decided = Edit(record: "U2", values: ["region": "RU-KRS"])
        decided.inferred = "Dispatch is nearer"
        _ = try registry.edit(decided, by: Fresh.clerk)
        #expect(try registry.report(region: "RU-BRY").contestedUnits.isEmpty)
    }

    @Test func `the region of a unit that another one became is told of that`() throws {
        var event = NewEvent(record: "U1", state: "merged into", date: "2025-06-01", evidence: [Fresh.dispatch])
        event.other = "U2"
        _ = try registry.add(event, by: Fresh.clerk)
        for region in ["RU-KRS", "RU-KGD"] as [RecordReference] {
            let lines = try registry.timeline(of: region).filter { $0.otherUnit?.id == RecordID(.unit, 2) }
            #expect(lines.map(\.record.id) == [RecordID(.unit, 1)])
        }
        let rows = try fresh.markdown("RU-KRS").table("Units", of: "U2")
        #expect(rows.contains { $0.hasPrefix("BARS-Kaliningrad: merged into BARS-Kursk | 1 June 2025 |") })
        let own = try fresh.markdown("RU-KGD").table("Units", of: "U1")
        #expect(own.filter { $0.hasPrefix("merged into BARS-Kursk | 1 June 2025 |") }.count == 1)
        let merged = try fresh.csv("RU-KRS", "units").filter { ($0["what"] ?? "").hasPrefix("merged") }
        #expect(merged.map { $0["record"] } == ["U1"])
    }
}
