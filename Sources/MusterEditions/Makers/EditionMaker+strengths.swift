import MusterCore
import MusterValues

extension EditionMaker {
    /// The strengths that sources give for a unit, drawn if there are two or more. The table of the unit holds them too.
    func strengths(of unit: RecordID) -> [Block] {
        let own = (lines[unit] ?? []).filter { $0.rejected.isEmpty }
        let claims = own.flatMap(claims)
        if claims.count < 2 { return [] }
        let bands = [TimelineLine.What.form, .status].map { what in spans(own.filter { $0.what == what }) }
        return [
            .drawing(
                Drawing(
                    name: "strength-\(unit)", sentence: .say(.strengthDrawing, .count(claims.count, .record)),
                    kind: .strengths(Strengths(day: day, claims: claims, bands: bands.filter { !$0.isEmpty }))))
        ]
    }

    /// The strength of a line, and the other numbers that sources set against it.
    private func claims(_ line: TimelineLine) -> [Strengths.Claim] {
        guard case .event(let value) = line.value, [.strength, .plannedStrength].contains(line.what) else { return [] }
        let stored = value.range
        let days = line.date.map { ($0.earliest.flatMap { Day($0) }, $0.latest.flatMap { Day($0) }) }
        let own = Strengths.Claim(
            days: days, least: stored.least == 0 && stored.most != nil && stored.most != 0 ? nil : stored.least,
            most: stored.most, isAgainst: false, isPlanned: line.what == .plannedStrength || line.isPlan)
        let against = line.sources.filter { $0.side == .against && $0.field == .value }.compactMap { source in
            (try? Strength(typed: source.stated)).map {
                Strengths.Claim(days: days, least: $0.least, most: $0.most, isAgainst: true, isPlanned: false)
            }
        }
        return [own] + against
    }
}

extension EventValue {
    /// The fewest and the most people of a strength.
    fileprivate var range: (least: Int, most: Int?) {
        switch self {
        case .strength(let least, let most), .plannedStrength(let least, let most): (least, most)
        default: (0, 0)
        }
    }
}
