import MusterValues

@testable import MusterCore

/// The states of a history by brute force: every assignment of days to its events is tried.
///
/// An event without a day on one side may be on any day of the window. If two events are on one day, the one recorded
/// later comes last. Rejected events are left out.
struct StateOracle {
    /// For each day asked about, the states that the assignments leave on it; nil is the time before the first event.
    private var states: [Int: Set<EnrollmentState?>] = [:]
    /// The indexes of the events that are last in some assignment.
    private var last: Set<Int> = []
    private let history: History

    init(_ history: History) {
        self.history = history
        assign([])
    }

    private mutating func assign(_ days: [Int?]) {
        guard days.count < history.events.count else { return read(days) }
        let event = history.events[days.count]
        if event.isRejected { return assign(days + [nil]) }
        let first = event.earliest ?? History.window.lowerBound
        let final = event.latest ?? History.window.upperBound
        for day in first...final { assign(days + [day]) }
    }

    private mutating func read(_ days: [Int?]) {
        let order = days.indices.filter { days[$0] != nil }.sorted { (days[$0]!, $0) < (days[$1]!, $1) }
        if let place = order.last { last.insert(place) }
        for asked in History.asked {
            let place = order.last { days[$0]! <= asked }
            states[asked, default: []].insert(place.map { history.events[$0].state })
        }
    }

    /// The newest state: among the events that can be last, that of the one recorded last.
    var newest: EnrollmentState? { last.max().map { history.events[$0].state } }

    func certainty(of list: [EnrollmentState], on day: Int) -> Certainty {
        let answers = Set(states[day]!.map { state in state.map(list.contains) ?? false })
        return answers.count == 2 ? .possibly : answers == [true] ? .definitely : .no
    }

    /// Every state possible on the day, in the order in which a listing has them.
    func possible(on day: Int) -> [EnrollmentState] {
        states[day]!.compactMap(\.self).sorted { $0.rawValue < $1.rawValue }
    }
}
