package import MusterValues

/// The grades of a life day by day, by trying for each event every day that it can have had.
///
/// Whether a place is free is looked up for each day by itself: an event can be the last one before the day asked about on
/// day x only if every other event can have been on x or before, or only after the day asked about.
package struct LifeOracle {
    /// An event with the days on which it can have been.
    package struct Sighting {
        let value: String
        package let first: Int
        package internal(set) var last: Int
        var isPlan = false
        /// True if its sources are older than it, so that it may come true on any day from its first, or never.
        var isForetold = false
        /// False for the death of the official in another unit.
        var isOwn = true
        /// The day by which what it began had ended, if nothing else can have begun it.
        var until: Int?
        /// What its value says of the state asked about; nil if it says nothing of it.
        let role: StateRole?
        /// True for a form, which shows that a unit is there and is no state.
        let isForm: Bool

        /// An announcement changes nothing for what is confirmed already.
        var isAnnouncement: Bool { value == "announced" }
        /// It is of the state; an announcement is, but confirms nothing.
        var pro: Bool { isForm || role == .begins || role == .holds }
        /// It may have been so before its day.
        var steady: Bool { isForm || role == .holds }
        var begins: Bool { role == .begins }
        /// It ends the state.
        var ends: Bool { isOwn && role == .ends }
    }

    package let sightings: [Sighting]

    /// A day before all others, and one after all.
    static let (never, forever) = (-40, 800)

    /// The oracle of events with values of a list of states or, of a unit, with its forms.
    package init<State: StateList>(_ events: [Life.Event], _ list: State.Type) {
        let all = Self.sightings(of: events, list)
        sightings = Self.bounded(all, among: all)
    }

    /// The oracle of sightings that are bounded already.
    init(sightings: [Sighting]) { self.sightings = sightings }

    /// Whether a sighting of what is asked about must lie in a period.
    package func isSeen(during period: ClosedRange<Int>) -> Bool {
        sightings.contains {
            !$0.isPlan && $0.pro && !$0.isAnnouncement && period.contains($0.first) && period.contains($0.last)
        }
    }

    package func grade(on day: Int) -> Grade {
        let real = sightings.filter { !$0.isPlan }
        let grade = grade(on: day, among: real)
        guard day > Life.today else { return grade }
        let due = sightings.filter { $0.isPlan && $0.first <= day }
        let (hoped, against) = (due.contains(where: \.pro), due.contains { !$0.pro })
        if against { return min(.possibly, hoped ? max(grade, .possibly) : grade) }
        return hoped ? max(grade, .possibly) : grade
    }

    /// The last day, up to a day, on which it may have been seen as asked about; nil if it cannot have been.
    func lastSeen(by day: Int) -> Int? {
        let real = sightings.filter { !$0.isPlan }
        let sure = real.filter { !$0.isAnnouncement }
        let announced = before(day, among: real).map { real[$0] }.filter(\.isAnnouncement)
        return (before(day, among: sure).map { sure[$0] } + announced).filter(\.pro).map { min($0.last, day) }.max()
    }

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
                isFree = own.last > x || own.first < day || own.last == x && !own.begins
            }
            if isFree { return true }
            x += 1
        }
        return false
    }

    private func grade(on day: Int, among all: [Sighting]) -> Grade {
        let sure = all.filter { !$0.isAnnouncement }
        let confirmed = before(day, among: sure).map { sure[$0] }
        let announced = before(day, among: all).contains { all[$0].isAnnouncement && all[$0].pro }
        let after = after(day, among: all)
        let showsEarlier = { (place: Int) in all[place].steady || all[place].ends }
        if !announced, !confirmed.contains(where: \.pro) {
            // What begins on a day was not so before, even if it is seen on that day too.
            let mayBe = after.contains { place in
                all[place].ends || all[place].steady && canBeNextWithoutBeginning(place, on: day, among: all)
            }
            return mayBe ? .possibly : .no
        }
        let mayBeFirst = sure.allSatisfy { $0.last > day }
        if mayBeFirst || !confirmed.allSatisfy(\.pro) { return .possibly }
        let mayBeLast = sure.allSatisfy { $0.isForetold || $0.first < day }
        return mayBeLast || !after.allSatisfy({ showsEarlier($0) || all[$0].isForetold }) ? .presumably : .definitely
    }
}
