public import MusterValues

/// A state that is only planned, because it is dated after today, or after every source that reports it.
public struct Plan: Codable, Hashable, Sendable {
    /// The state.
    public let state: EventValue
    /// The date.
    public let date: StatedDate?
    /// The unit that a unit is to become, or the enrollment for which a post is to change; nil for none.
    public internal(set) var object: NamedRecord?

    /// The state with what it names and its date, such as "left 2052-06-01" or "merged into U4 BARS-Omega 2052-06-01".
    public var words: String {
        let named = object.map { StateObject(state: state, record: $0).words }
        return [state.words, named, date?.edtf].compactMap(\.self).joined(separator: " ")
    }

    /// Several plans as a cell, such as "left 2052-06-01"; nil if there are none.
    static func cell(_ plans: [Plan]) -> Value? {
        .each(plans.map { .text($0.words) })
    }
}

extension Plan {
    /// The plan that is seen; nil if it is none.
    init?(_ seen: Seen) throws {
        guard seen.isPlan, let state = try seen.state() else { return nil }
        self.init(state: state, date: seen.date, object: seen.object)
    }
}
