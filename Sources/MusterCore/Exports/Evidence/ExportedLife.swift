import MusterValues

/// How a post was held, or how somebody was in a unit: whether it lasts, and the events with the days of its beginning and end.
struct ExportedLife {
    /// Whether it lasts on the day asked about or, without one, today.
    enum Status: String {
        /// By the evidence it does, definitely or presumably.
        case current
        /// It did once, and does no longer.
        case ended
        /// It is open: it is only announced or planned, may or may not have ended, or is denied or unclear.
        case unknown
    }

    let status: Status
    /// The first event that began it; nil if none is known. An announcement begins nothing, and neither does a plan.
    let begun: ExportedEvent?
    /// The event that ended it; nil if it goes on, or if the end of something else ended it.
    let ended: ExportedEvent?

    /// Reads the life of a post or of an enrollment. Who was killed, or has left, is never current.
    init(_ record: ExportedRecord) {
        let roles = (record.state?.states ?? []).map { state -> StateRole? in
            switch state {
            case .tenure(let tenure): tenure.role
            case .state(let state): state.role
            default: nil
            }
        }
        let isOver = roles.contains(.ends) && roles.allSatisfy { $0 == .ends }
        status =
            switch record.grade {
            case .definitely, .presumably: .current
            // What is denied or unclear never was, for all that is known.
            case .no where roles.allSatisfy({ $0 != nil }) && (!roles.isEmpty || !record.deaths.isEmpty): .ended
            case .possibly where isOver: .ended
            default: .unknown
            }
        let happened = record.events.filter { !$0.isPlan }
        let beginnings = happened.filter { $0.role == .begins && $0.value != .state(.announced) }
        begun = Self.inOrder(beginnings).first
        // Who had left before he or she was killed left by no death.
        let isKilled = record.state?.states.contains(.state(.killed)) ?? false
        let ends = happened.filter { $0.role == .ends } + (isKilled ? record.deaths : [])
        ended = status == .ended ? Self.inOrder(ends).last : nil
    }

    /// Events by the first and then the last day that each can have been; those without a first day come first.
    private static func inOrder(_ events: [ExportedEvent]) -> [ExportedEvent] {
        func key(_ event: ExportedEvent) -> (String, String, RecordID) {
            (event.date?.earliest ?? "", event.date?.latest ?? "", event.record.id)
        }
        return events.sorted { key($0) < key($1) }
    }
}
