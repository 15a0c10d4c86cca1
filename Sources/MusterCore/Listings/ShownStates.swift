import MusterValues

/// The states that a listing shows of one record in one facet.
struct ShownStates<State: ClosedList> {
    /// The states, the likeliest first.
    let states: [State]
    /// The date of the state; nil if there are several, or no date is stated.
    let date: StatedDate?
    /// The last day on which the evidence shows one of them; nil if none does.
    let lastHeard: LastHeard?
    /// The states that are only planned.
    let plans: [Plan]

    init(_ seen: some Sequence<Seen>) throws {
        var states: [State] = []
        var (date, lastHeard): (StatedDate?, LastHeard?)
        var plans: [Plan] = []
        for one in seen {
            if let plan = try Plan(one) {
                plans.append(plan)
                continue
            }
            lastHeard = LastHeard.latest([lastHeard, one.heard])
            guard let event = one.event else { continue }
            guard let value = one.value, let state = State(rawValue: value) else {
                throw MusterError.unreadable(
                    field: one.facet, value: one.value ?? "nothing", of: RecordID(.event, event))
            }
            if states.isEmpty { date = one.date }
            if !states.contains(state) { states.append(state) }
        }
        (self.states, self.lastHeard, self.plans) = (states, lastHeard, plans)
        self.date = states.count == 1 ? date : nil
    }
}
