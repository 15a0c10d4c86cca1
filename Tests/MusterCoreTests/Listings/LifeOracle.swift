import MusterValues

@testable import MusterCore

/// The grades of a life day by day, by trying for each event every day that it can have had.
///
/// Whether a place is free is looked up for each day by itself: an event can be the last one before the day asked about on
/// day x only if every other event can have been on x or before, or only after the day asked about.
struct LifeOracle {
    /// An event with the days on which it can have been.
    struct Sighting {
        var value: String
        var first: Int
        var last: Int
        var isPlan = false
        /// False for the death of the official in another unit.
        var isOwn = true
        /// The day by which what it began had ended, if nothing else can have begun it.
        var until: Int?
    }

    let sightings: [Sighting]
    /// The values that the question is about.
    let pro: (Sighting) -> Bool
    /// Those that may have been so before their day.
    let steady: (Sighting) -> Bool
    /// Those that begin it.
    let begins: (Sighting) -> Bool
    /// Those that end what is asked about.
    let ends: (Sighting) -> Bool

    /// A day before all others.
    static let never = -1000

    /// The sightings of events: their days, bounded by today and by their source, without those judged wrong or told twice.
    static func sightings(of events: [Life.Event], isChange: (String) -> Bool) -> [Sighting] {
        let dated = events.map { event -> Sighting in
            let (first, last) = event.days
            if let planned = strict(event).first, planned > Life.today {
                return Sighting(value: event.value, first: first ?? never, last: last ?? 99_999, isPlan: true)
            }
            let bound = min(event.isOfOldSource ? Life.published : Life.today, last ?? 99_999)
            let known = last.map { $0 <= Life.today } == true ? last! : bound
            let isBound = known >= first ?? never
            return Sighting(value: event.value, first: first ?? never, last: isBound ? known : last ?? 99_999)
        }
        return events.indices.filter { place in
            if events[place].isRejected { return false }
            if !isChange(events[place].value) { return true }
            let own = dated[place].first...dated[place].last
            return !events.indices.contains { other in
                let stated = strict(events[other])
                guard other != place, !events[other].isRejected, events[other].value == events[place].value,
                    let first = stated.first, let last = stated.last, own.contains(first), own.contains(last)
                else { return false }
                return first...last != own || other < place
            }
        }.map { dated[$0] }
    }

    /// The days that a date states, without its marks of doubt.
    private static func strict(_ event: Life.Event) -> (first: Int?, last: Int?) {
        var plain = event
        if event.written == .aboutDay { plain.written = .day }
        if event.written == .aboutMonth { plain.written = .month }
        return plain.days
    }

    /// The sightings, the only beginning without a first day put before the first end.
    ///
    /// The ends are looked for among all of `among`, as what comes after a death ends nothing but was reported all the same.
    static func bounded(
        _ sightings: [Sighting], among all: [Sighting], begins: (String) -> Bool, holds: (String) -> Bool,
        ends: (String) -> Bool
    )
        -> [Sighting]
    {
        let real = sightings.indices.filter { sightings[$0].isOwn && !sightings[$0].isPlan }
        let end = all.filter { $0.isOwn && !$0.isPlan && ends($0.value) }.map(\.last).min()
        guard let end else { return sightings }
        let begun = real.filter {
            (begins(sightings[$0].value) || holds(sightings[$0].value)) && sightings[$0].first <= end
        }
        guard begun.count == 1, sightings[begun[0]].first == never, begins(sightings[begun[0]].value) else {
            return sightings
        }
        var bounded = sightings
        bounded[begun[0]].last = min(sightings[begun[0]].last, end - 1)
        bounded[begun[0]].until = end
        return bounded
    }

    func grade(on day: Int) -> Grade {
        let real = sightings.filter { !$0.isPlan }
        let grade = grade(on: day, among: real)
        guard day > Life.today else { return grade }
        let due = sightings.filter { $0.isPlan && $0.first <= day }
        let (hoped, against) = (due.contains(where: pro), due.contains { !pro($0) })
        if against { return min(.possibly, hoped ? max(grade, .possibly) : grade) }
        return hoped ? max(grade, .possibly) : grade
    }

    private func grade(on day: Int, among all: [Sighting]) -> Grade {
        let before = all.indices.filter { place in
            let own = all[place]
            guard own.first <= day, day < own.until ?? .max else { return false }
            return (own.first...min(own.last, day)).reversed().contains { x in
                all.indices.allSatisfy { $0 == place || all[$0].first <= x || all[$0].last > day }
            }
        }
        let after = all.indices.filter { place in
            let own = all[place]
            guard own.last > day else { return false }
            return (max(own.first, day + 1)...own.last).contains { x in
                all.indices.allSatisfy { $0 == place || all[$0].last >= x || all[$0].first < day }
            }
        }
        let showsEarlier = { (place: Int) in steady(all[place]) || ends(all[place]) }
        if !before.contains(where: { pro(all[$0]) }) {
            // What begins on a day was not so before, even if it is seen on that day too.
            let mayBe = after.contains { place in
                ends(all[place])
                    || steady(all[place])
                        && (max(all[place].first, day + 1)...all[place].last).contains { x in
                            all.indices.allSatisfy {
                                $0 == place || all[$0].last > x || all[$0].first < day
                                    || all[$0].last == x && !begins(all[$0])
                            }
                        }
            }
            return mayBe ? .possibly : .no
        }
        let mayBeFirst = all.allSatisfy { $0.last > day }
        if mayBeFirst || !before.allSatisfy({ pro(all[$0]) }) { return .possibly }
        let mayBeLast = all.allSatisfy { $0.first < day }
        return mayBeLast || !after.allSatisfy(showsEarlier) ? .presumably : .definitely
    }
}
