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

        /// An announcement changes nothing for what is confirmed already.
        var isAnnouncement: Bool { value == "announced" }
    }

    let sightings: [Sighting]
    /// The values that the question is about; `announced` is one of them, but confirms nothing.
    let pro: (Sighting) -> Bool
    /// Those that may have been so before their day.
    let steady: (Sighting) -> Bool
    /// Those that begin it.
    let begins: (Sighting) -> Bool
    /// Those that end what is asked about.
    let ends: (Sighting) -> Bool

    /// A day before all others, and one after all.
    static let (never, forever) = (-40, 800)

    /// The sightings of events: their days, bounded by today and by their source, without those judged wrong or told twice.
    static func sightings(of events: [Life.Event], isChange: (String) -> Bool) -> [Sighting] {
        let dated = events.map { event -> Sighting in
            let (first, last) = event.days
            if let planned = strict(event).first, planned > Life.today {
                return Sighting(value: event.value, first: first ?? never, last: last ?? forever, isPlan: true)
            }
            let bound = min(event.isOfOldSource ? Life.published : Life.today, last ?? forever)
            let known = last.map { $0 <= Life.today && $0 == first } == true ? last! : bound
            let isBound = known >= first ?? never
            return Sighting(value: event.value, first: first ?? never, last: isBound ? known : last ?? forever)
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
        started(untilEnd(sightings, among: all, begins: begins, holds: holds, ends: ends), among: all, begins: begins)
    }

    /// The sightings, those without a first day that are no beginnings put after the earliest beginning.
    private static func started(_ sightings: [Sighting], among all: [Sighting], begins: (String) -> Bool) -> [Sighting]
    {
        let start = all.filter { $0.isOwn && !$0.isPlan && begins($0.value) }.map(\.first).min()
        return sightings.map { own in
            guard let start, own.isOwn, !own.isPlan, own.first == never, !begins(own.value), own.last >= start else {
                return own
            }
            var own = own
            own.first = start
            return own
        }
    }

    private static func untilEnd(
        _ sightings: [Sighting], among all: [Sighting], begins: (String) -> Bool, holds: (String) -> Bool,
        ends: (String) -> Bool
    ) -> [Sighting] {
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

    /// Whether a sighting of what is asked about must lie in a period.
    func isSeen(during period: ClosedRange<Int>) -> Bool {
        sightings.contains {
            !$0.isPlan && pro($0) && !$0.isAnnouncement && period.contains($0.first) && period.contains($0.last)
        }
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

    /// The last day, up to a day, on which it may have been seen as asked about; nil if it cannot have been.
    func lastSeen(by day: Int) -> Int? {
        let real = sightings.filter { !$0.isPlan }
        let sure = real.filter { !$0.isAnnouncement }
        let announced = before(day, among: real).map { real[$0] }.filter(\.isAnnouncement)
        return (before(day, among: sure).map { sure[$0] } + announced).filter(pro).map { min($0.last, day) }.max()
    }

    // The days are tried in plain loops, because a test build is slow at passing closures.

    private func before(_ day: Int, among all: [Sighting]) -> [Int] {
        all.indices.filter { place in
            guard all[place].first <= day, day < all[place].until ?? .max else { return false }
            var x = min(all[place].last, day)
            while x >= all[place].first {
                if canBeLast(place, at: x, on: day, among: all) { return true }
                x -= 1
            }
            return false
        }
    }

    /// Whether every other sighting can have been on day `x` or before, or only after the day asked about.
    private func canBeLast(_ place: Int, at x: Int, on day: Int, among all: [Sighting]) -> Bool {
        for other in all.indices where other != place {
            if all[other].first > x && all[other].last <= day { return false }
        }
        return true
    }

    private func after(_ day: Int, among all: [Sighting]) -> [Int] {
        all.indices.filter { place in
            var x = max(all[place].first, day + 1)
            while x <= all[place].last {
                if canBeNext(place, at: x, on: day, among: all) { return true }
                x += 1
            }
            return false
        }
    }

    /// Whether every other sighting can have been on day `x` or later, or only before the day asked about.
    private func canBeNext(_ place: Int, at x: Int, on day: Int, among all: [Sighting]) -> Bool {
        for other in all.indices where other != place {
            if all[other].isAnnouncement && all[other].last <= day { continue }
            if all[other].last < x && all[other].first >= day { return false }
        }
        return true
    }

    /// Whether a sighting can have been on a day after the one asked about with no beginning on the same day or between.
    private func canBeNextWithoutBeginning(_ place: Int, on day: Int, among all: [Sighting]) -> Bool {
        var x = max(all[place].first, day + 1)
        while x <= all[place].last {
            var isFree = true
            for other in all.indices where other != place && isFree {
                let own = all[other]
                isFree = own.last > x || own.first < day || own.last == x && !begins(own)
            }
            if isFree { return true }
            x += 1
        }
        return false
    }

    private func grade(on day: Int, among all: [Sighting]) -> Grade {
        let sure = all.filter { !$0.isAnnouncement }
        let confirmed = before(day, among: sure).map { sure[$0] }
        let announced = before(day, among: all).contains { all[$0].isAnnouncement && pro(all[$0]) }
        let after = after(day, among: all)
        let showsEarlier = { (place: Int) in steady(all[place]) || ends(all[place]) }
        if !announced, !confirmed.contains(where: pro) {
            // What begins on a day was not so before, even if it is seen on that day too.
            let mayBe = after.contains { place in
                ends(all[place]) || steady(all[place]) && canBeNextWithoutBeginning(place, on: day, among: all)
            }
            return mayBe ? .possibly : .no
        }
        let mayBeFirst = sure.allSatisfy { $0.last > day }
        if mayBeFirst || !confirmed.allSatisfy(pro) { return .possibly }
        let mayBeLast = sure.allSatisfy { $0.first < day }
        return mayBeLast || !after.allSatisfy(showsEarlier) ? .presumably : .definitely
    }
}
