package import MusterValues

/// The grades that somebody was in a unit, with a death in another unit, and within the life of the unit.
package struct PersonOracle {
    /// The life up to today, and with what is planned after it.
    private let past: Person
    private let ahead: Person
    private let unit: LifeOracle?

    /// The sightings of somebody in a unit, and the day by which he or she was dead.
    private struct Person {
        let life: LifeOracle
        let death: Int?
    }

    /// The oracle of an enrollment, from its events, those of the official's other one, and the unit's.
    package init(_ own: [Life.Event], else other: [Life.Event], in unit: LifeOracle?) {
        (past, ahead) = (Self.person(own, other, withPlans: false), Self.person(own, other, withPlans: true))
        self.unit = unit
    }

    package func isSeen(during period: ClosedRange<Int>) -> Bool {
        past.life.isSeen(during: period)
            && period.allSatisfy { day in unit.map { isThere($0, on: day) != .no } ?? true }
    }

    package func grade(on day: Int) -> Grade {
        let person = day > Life.today ? ahead : past
        if let death = person.death, day >= death { return .no }
        let grade = person.life.sightings.isEmpty ? .no : person.life.grade(on: day)
        guard let unit, let there = isThere(unit, on: day) else { return grade }
        let mayHaveBecome = unit.sightings.contains { Self.becomes($0) && $0.first <= day }
        let mayHaveEnded = unit.sightings.contains { $0.value == "disbanded" && $0.first <= day }
        // Whoever was in a unit that became another is possibly still with it.
        if there == .no { return mayHaveBecome && !mayHaveEnded && grade != .no ? .possibly : .no }
        let ends = unit.sightings.filter { $0.value == "disbanded" && !$0.isPlan && $0.last <= day }
        let isOpen = there == .possibly && (mayHaveEnded || mayHaveBecome)
        // Who was seen before and after is no surer to be there than the unit is, unless somebody saw him or her on the day.
        if grade == .definitely, isOpen, person.life.lastSeen(by: day) ?? .max < day { return .possibly }
        let isGone = ends.map(\.first).max().map { ($0 > person.life.lastSeen(by: day) ?? .max) } ?? false
        return grade == .presumably && (isOpen || isGone) ? .possibly : grade
    }

    private static func person(_ own: [Life.Event], _ other: [Life.Event], withPlans: Bool) -> Person {
        var all = LifeOracle.sightings(of: own, EnrollmentState.self)
        all += other.filter { $0.value == "killed" && !$0.isRejected }.flatMap { event in
            LifeOracle.sightings(of: [event], EnrollmentState.self).map { death in
                var death = death
                death.isOwn = false
                return death
            }
        }
        if !withPlans { all.removeAll(where: \.isPlan) }
        let death = all.filter { $0.value == "killed" && !$0.isPlan }.map(\.last).min()
        let whole = all
        if let death { all.removeAll { $0.first > death } }
        return Person(life: LifeOracle(sightings: LifeOracle.bounded(all, among: whole)), death: death)
    }

    private static func becomes(_ sighting: LifeOracle.Sighting) -> Bool {
        sighting.isOwn && UnitStatus.becoming.contains { $0.rawValue == sighting.value }
    }

    /// The grade that a unit was there on a day; nil if nothing is known of its beginning and end.
    private func isThere(_ unit: LifeOracle, on day: Int) -> Grade? {
        let isKnown = unit.sightings.contains { sighting in
            (sighting.value == "disbanded" || Self.becomes(sighting)) && sighting.first <= day
                || sighting.begins && !sighting.isPlan && !sighting.isForetold && sighting.first > day
        }
        return isKnown ? unit.grade(on: day) : nil
    }
}
