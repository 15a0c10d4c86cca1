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
        /// Why it does not count.
        public let reason: Reason
        /// Why it is judged wrong; nil if it is not.
        public let note: String?

        /// Who, in what unit.
        public var words: String {
            "\(official?.name ?? group?.words ?? "") in \(unit.name ?? "unnamed unit")"
        }
    }
}

extension Report.Uncounted {
    /// Why an enrollment never counts.
    public enum Reason: String, ClosedList {
        /// It is judged wrong.
        case rejected
        /// It is denied.
        case denied
        /// It is unclear whether it is so.
        case unclear
        /// Every state of it is judged wrong.
        case noState = "no_state"
        /// Its unit or its official is judged wrong.
        case ofRejected = "of_rejected"

        /// What one value of the list is called.
        public static var listName: String { "reason not to count" }

        /// The words for people.
        public var label: Label {
            switch self {
            case .rejected: Label("rejected")
            case .denied: Label("denied")
            case .unclear: Label("unclear")
            case .noState: Label("its only state is rejected")
            case .ofRejected: Label("its unit or official is rejected")
            }
        }
    }

    /// The reason, with the note of what is judged wrong.
    var why: Value {
        reason == .rejected
            ? .several([.labelled(reason), .text(note ?? "")], separator: ": ") : .labelled(reason)
    }
}
