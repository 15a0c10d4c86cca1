public import MusterValues

extension Report {
    /// An enrollment that never counts.
    public struct Uncounted: Encodable, Sendable {
        /// Its short id.
        public let id: RecordID
        /// The official; nil for a group.
        public let official: NamedRecord?
        /// The group; nil for an official.
        public let group: ListedGroup?
        /// The unit.
        public let unit: NamedRecord
        /// The reason why it does not count.
        public let reason: Reason
        /// The note on its standing; nil if there is none.
        public let note: String?

        /// The official's name or the group's words, and the unit.
        public var words: String {
            "\(official?.name ?? group?.words ?? "") in \(unit.name ?? "unnamed unit")"
        }
    }
}

extension Report.Uncounted {
    /// The reasons why an enrollment never counts.
    public enum Reason: String, ClosedList {
        /// It is judged wrong.
        case rejected
        /// It is denied.
        case denied
        /// It is unclear whether it is true.
        case unclear
        /// It is only planned, and not so yet.
        case planned
        /// All of its states are judged wrong.
        case onlyStateRejected = "only_state_rejected"
        /// Its unit or its official is judged wrong.
        case ownerRejected = "unit_or_official_rejected"

        /// The name of one value in a message.
        public static var listName: String { "reason not to count" }

        /// The words for people.
        public var label: Label {
            switch self {
            case .rejected: Label("rejected", "отклонено")
            case .denied: Label("denied", "опровергнуто")
            case .unclear: Label("unclear", "неясно")
            case .planned: Label("planned, not so yet", "план, ещё не сбылось")
            case .onlyStateRejected: Label("its only state is rejected", "единственное состояние отклонено")
            case .ownerRejected:
                Label("its unit or official is rejected", "отклонено подразделение или должностное лицо")
            }
        }
    }
}
