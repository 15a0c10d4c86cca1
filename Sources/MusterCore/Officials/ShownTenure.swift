import MusterValues

/// What a listing or a report shows of the hold on a post.
struct ShownTenure {
    /// The tenures, the likeliest first; with the date, the last day heard and the plans.
    let states: ShownStates<Tenure>
    /// The last day on which the evidence shows a tenure or the holder's death; nil if none does.
    let lastHeard: LastHeard?
    /// True if the official was killed since, or may have been.
    let isHolderKilled: Bool

    /// Takes what is seen of a post, in the order in which it is shown. The death of its holder is among it, by the
    /// enrollment's own word.
    init(_ seen: [Seen]) throws {
        let death = EnrollmentState.killed.rawValue
        let deaths = seen.filter { $0.value == death && !$0.isPlan }
        states = try ShownStates(seen.filter { $0.value != death })
        lastHeard = LastHeard.latest([states.lastHeard] + deaths.map(\.heard))
        isHolderKilled = !deaths.isEmpty
    }

    /// The tenures and the holder's death, joined by "or"; nil if nothing is known.
    static func cell(_ tenure: [Tenure], isHolderKilled: Bool) -> Value? {
        if !isHolderKilled { return Value.alternatives(tenure) }
        return .several(tenure.map { .list($0) } + [.list(EnrollmentState.killed)], separator: " or ")
    }
}
