package import MusterValues

/// The answers about a history by brute force: every assignment of days to its events is tried.
///
/// An event without a first day may be on any day of the window from its first on. One without a last day was recorded
/// today, so it was by then. Two reports of one change, of which one dates it more closely, are one event. Rejected events
/// are left out.
package struct StateOracle {
    /// What an assignment says of a day.
    private struct Place: Hashable {
        /// The events on the last day with any, up to the day asked about.
        let before: [Int]
        /// The events on the first day with any, from the day asked about.
        let after: [Int]
        /// The events on the last day with any but announcements, up to the day asked about.
        let confirmed: [Int]
        /// True if that is the day asked about.
        let isConfirmedNow: Bool
        /// The same as `after`, without announcements on the day asked about.
        let next: [Int]
    }
    private var places: [Int: Set<Place>] = [:]
    private let history: History
    private var only: (begin: Int, end: Int)?

    package init(_ history: History) {
        self.history = history
        only = theOnlyBeginning
        assign([])
    }

    private mutating func assign(_ days: [Int?]) {
        guard days.count < history.events.count else {
            if let only, let end = days[only.end], days[only.begin]! >= end { return }
            return read(days)
        }
        let event = history.events[days.count]
        if event.isRejected || isRepeated(days.count) { return assign(days + [nil]) }
        let first = event.earliest ?? start(of: event)
        for day in first...max(first, event.latest ?? History.today) { assign(days + [day]) }
    }

    /// The first day that an event without one can have: what is no beginning was not before the earliest beginning.
    private func start(of event: History.Event) -> Int {
        let begun = history.events.indices.filter {
            !history.events[$0].isRejected && !isRepeated($0) && history.events[$0].state.role == .begins
        }.map { history.events[$0].earliest ?? History.window.lowerBound }.min()
        guard let begun, event.state.role != .begins, event.latest ?? History.today >= begun else {
            return History.window.lowerBound
        }
        return begun
    }

    /// The only event that can have begun what the first end ended, if its date has no first day: it was before that end.
    private var theOnlyBeginning: (begin: Int, end: Int)? {
        let told = history.events.indices.filter { !history.events[$0].isRejected && !isRepeated($0) }
        func last(_ place: Int) -> Int {
            history.events[place].latest ?? max(history.events[place].earliest ?? 0, History.today)
        }
        let ends = told.filter { history.events[$0].state.role == .ends }
        guard let end = ends.min(by: { last($0) < last($1) }) else { return nil }
        let begun = told.filter {
            EnrollmentState.inUnit.contains(history.events[$0].state) && history.events[$0].earliest ?? 0 <= last(end)
        }
        guard begun.count == 1, history.events[begun[0]].earliest == nil,
            history.events[begun[0]].state.role == .begins
        else { return nil }
        return (begun[0], end)
    }

    private func isRepeated(_ place: Int) -> Bool {
        let event = history.events[place]
        guard event.state.isChange else { return false }
        let range = (event.earliest ?? 0)...(event.latest ?? History.today)
        return history.events.indices.contains { other in
            let closer = history.events[other]
            guard other != place, !closer.isRejected, closer.state == event.state, let first = closer.earliest,
                let last = closer.latest
            else { return false }
            let isSame = first == event.earliest && last == range.upperBound
            return range.contains(first) && range.contains(last) && (!isSame || other < place)
        }
    }

    private mutating func read(_ days: [Int?]) {
        for asked in Array(History.asked) + [History.today] {
            let past = days.compactMap { $0 }.filter { $0 <= asked }.max()
            let next = days.compactMap { $0 }.filter { $0 >= asked }.min()
            func isSure(_ place: Int) -> Bool { history.events[place].state != .announced }
            let confirmed = days.indices.filter { isSure($0) && days[$0] ?? .max <= asked }.compactMap { days[$0] }
                .max()
            let later = days.indices.filter { days[$0] ?? -1 >= asked && (isSure($0) || days[$0] != asked) }
            let first = later.compactMap { days[$0] }.min()
            let place = Place(
                before: days.indices.filter { days[$0] != nil && days[$0] == past },
                after: days.indices.filter { days[$0] != nil && days[$0] == next },
                confirmed: days.indices.filter { isSure($0) && confirmed != nil && days[$0] == confirmed },
                isConfirmedNow: confirmed == asked, next: later.filter { days[$0] == first })
            places[asked, default: []].insert(place)
        }
    }

    /// The grade that it was in a state of the list on a day; `lasting` tells that the list is being in the unit.
    package func grade(of list: [EnrollmentState], lasting: Bool, on day: Int) -> Grade {
        let answers = Set(places[day]!.map { answer(to: list, lasting, on: day, $0) })
        if answers == [.definitely] { return .definitely }
        if answers.isSubset(of: [.definitely, .presumably]) { return .presumably }
        return answers == [.no] ? .no : .possibly
    }

    /// The answer in one assignment.
    private func answer(to list: [EnrollmentState], _ lasting: Bool, on day: Int, _ place: Place) -> Grade {
        let before = place.before.map { history.events[$0].state }
        let after = place.after.map { history.events[$0].state }
        let isNow = place.before == place.after && !before.isEmpty
        func showsEarlier(_ state: EnrollmentState) -> Bool {
            let isSeen = lasting ? state.role == .holds : !state.isChange
            return list.contains(state) && isSeen || lasting && state.role == .ends
        }
        if !before.contains(where: list.contains) {
            // What begins on that day was not so before, even if it is seen on that day too.
            let begins = lasting && after.contains { list.contains($0) && $0.role == .begins }
            let mayBe = after.contains { $0.role == .ends && lasting || showsEarlier($0) && !begins }
            return !isNow && mayBe ? .possibly : .no
        }
        if lasting {
            let confirmed = place.confirmed.map { history.events[$0].state }
            if confirmed.isEmpty || !confirmed.allSatisfy(list.contains) { return .possibly }
            let next = place.next.map { history.events[$0].state }
            return place.isConfirmedNow || !next.isEmpty && next.allSatisfy(showsEarlier) ? .definitely : .presumably
        }
        if !before.allSatisfy(list.contains) { return .possibly }
        return isNow || !after.isEmpty && after.allSatisfy(showsEarlier) ? .definitely : .presumably
    }

    /// The grade that it counts on a day: who is denied, or may be, counts on no day, or may count on none.
    package func counts(on day: Int) -> Grade {
        let grade = grade(of: EnrollmentState.inUnit, lasting: true, on: day)
        guard history.events.contains(where: { $0.isRejected || EnrollmentState.uncounted.contains($0.state) }) else {
            return grade
        }
        let counted = EnrollmentState.allCases.filter { !EnrollmentState.uncounted.contains($0) }
        return switch self.grade(of: counted, lasting: false, on: History.today) {
        case .no: .no
        case .possibly: min(.possibly, grade)
        default: grade
        }
    }

    /// Every state that may have been on the day.
    package func possible(on day: Int) -> Set<EnrollmentState> {
        Set(EnrollmentState.allCases.filter { grade(of: [$0], lasting: false, on: day) != .no })
    }
}
