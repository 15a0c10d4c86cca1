import MusterCore
import MusterValues

extension EditionMaker {
    /// The regions, each with how far it is covered and the newest look.
    var allCoverage: [Block] {
        coverage(of: report.places.filter { $0.parent == nil }, arePlaces: true)
    }

    /// How far the region of the report is covered, if somebody looked there or no unit is on record.
    var ownCoverage: [Block] {
        guard let region = report.region else { return [] }
        let own = report.places.filter { $0.code == region.code && ($0.look != nil || $0.coverage != .onRecord) }
        return coverage(of: own, arePlaces: false)
    }

    private func coverage(of regions: [ListedRegion], arePlaces: Bool) -> [Block] {
        let sorted = regions.map { ($0, NamedRegion(code: $0.code, name: $0.name)) }
            .sorted { (sortKey($0.1), $0.1.code) < (sortKey($1.1), $1.1.code) }
        let rows = sorted.map { place, region in
            EditionTable.Row(
                place: arePlaces ? RecordID(region: region.code) : nil,
                cells: [
                    EditionTable.Cell(words: arePlaces ? nameAlone(region) : name(region), raw: region.name),
                    EditionTable.Cell(words: .id(RecordID(region: region.code))),
                    EditionTable.Cell(words: .labelled(place.coverage)),
                    EditionTable.Cell(words: place.look.map(words)),
                    EditionTable.Cell(
                        words: (place.look?.date).map { .date($0, .cell) }, raw: place.look?.date.edtf ?? ""),
                ])
        }
        return table(
            "coverage", .coverage, .coverageAbout, rows,
            [
                ("name", .region, false), ("region", .code, false), ("coverage", .coverage, false),
                ("look", .look, false), ("date", .when, false),
            ])
    }

    /// Where was looked and what was found, without the day.
    func words(_ look: Look) -> Words {
        .joined([.text(look.place), look.found.map { .text($0) } ?? .list(Coverage.noneFound)], .semicolon)
    }
}
