public import MusterValues

/// A state that is only planned, because it is dated after today.
public struct Plan: Encodable, Hashable, Sendable {
    /// The state.
    public let state: EventValue
    /// The date.
    public let date: StatedDate?

    /// Several plans as a cell, such as "left 2052-06-01"; nil if there are none.
    static func cell(_ plans: [Plan]) -> Value? {
        .each(plans.map { .text([$0.state.words, $0.date?.edtf].compactMap(\.self).joined(separator: " ")) })
    }
}

extension Plan {
    init(_ seen: Seen) throws {
        let value = EventValue(
            facet: seen.facet, value: seen.value, least: seen.strength?.least, most: seen.strength?.most)
        guard let value else {
            throw MusterError.unreadable(
                field: seen.facet, value: seen.value ?? "nothing", of: RecordID(.event, seen.event))
        }
        self.init(state: value, date: seen.date)
    }
}
