import MusterValues

@testable import MusterCore

/// The answers of brute force about people in units.
extension GradeTests {
    /// The answer of being in a unit, with a death in the other unit, and within the life of the unit.
    func answer(
        _ own: [Life.Event], _ other: [Life.Event], in unit: LifeOracle?, _ told: String
    ) -> Answer {
        let (past, ahead) = (person(own, other, withPlans: false), person(own, other, withPlans: true))
        return Answer(
            grade: { [self] in grade($0 > Life.today ? ahead : past, in: unit, on: $0) },
            isSeen: { [self] period in
                past.life.isSeen(during: period)
                    && period.allSatisfy { day in unit.map { isThere($0, on: day) != .no } ?? true }
            }, told: told)
    }

    private func grade(_ person: (life: LifeOracle, death: Int?), in unit: LifeOracle?, on day: Int) -> Grade {
        if let death = person.death, day >= death { return .no }
        let grade = person.life.sightings.isEmpty ? .no : person.life.grade(on: day)
        guard let unit, let there = isThere(unit, on: day) else { return grade }
        if there == .no { return .no }
        let mayHaveEnded = unit.sightings.contains { $0.value == "disbanded" && $0.first <= day }
        let ends = unit.sightings.filter { $0.value == "disbanded" && !$0.isPlan && $0.last <= day }
        let isGone = ends.map(\.first).max().map { ($0 > person.life.lastSeen(by: day) ?? .max) } ?? false
        return grade == .presumably && (there == .possibly && mayHaveEnded || isGone) ? .possibly : grade
    }

    /// The sightings of somebody in a unit, with a death in the other unit, and the day by which he or she was dead.
    private func person(
        _ own: [Life.Event], _ other: [Life.Event], withPlans: Bool
    ) -> (life: LifeOracle, death: Int?) {
        let isChange = { (value: String) in EnrollmentState(rawValue: value)!.isChange }
        var all = LifeOracle.sightings(of: own, isChange: isChange)
        all += other.filter { $0.value == "killed" && !$0.isRejected }.flatMap { event in
            LifeOracle.sightings(of: [event], isChange: isChange).map { death in
                var death = death
                death.isOwn = false
                return death
            }
        }
        if !withPlans { all.removeAll(where: \.isPlan) }
        let death = all.filter { $0.value == "killed" && !$0.isPlan }.map(\.last).min()
        let whole = all
        if let death { all.removeAll { $0.first > death } }
        all = bounded(all, among: whole, EnrollmentState.self)
        let base = oracle([], EnrollmentState.self)
        return (
            LifeOracle(sightings: all, pro: base.pro, steady: base.steady, begins: base.begins, ends: base.ends), death
        )
    }

    /// The grade that a unit was there on a day; nil if nothing is known of its beginning and end.
    private func isThere(_ unit: LifeOracle, on day: Int) -> Grade? {
        let isKnown = unit.sightings.contains { sighting in
            sighting.value == "disbanded" && sighting.first <= day
                || UnitStatus(rawValue: sighting.value)!.role == .begins && sighting.first > day
        }
        return isKnown ? unit.grade(on: day) : nil
    }
}
