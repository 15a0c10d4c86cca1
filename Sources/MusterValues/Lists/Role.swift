/// What the bearer of a token may do.
///
/// The order is that of their rights: a role may do whatever a lesser one may.
public enum Role: String, ClosedList, Comparable {
    /// Reads.
    case reader
    /// Adds records, which wait until an editor has looked at them.
    case contributor
    /// Adds, changes, judges and merges records.
    case editor
    /// Redacts, restores and gives out tokens.
    case admin

    /// The name of one value in a message.
    public static var listName: String { "role" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .reader: Label("reader", "читатель")
        case .contributor: Label("contributor", "корреспондент")
        case .editor: Label("editor", "редактор")
        case .admin: Label("admin", "администратор")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .reader: ["читатель"]
        case .contributor: ["корреспондент"]
        case .editor: ["редактор"]
        case .admin: ["администратор", "administrator"]
        }
    }

    /// The role with fewer rights is the lesser one.
    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self)! }
}
