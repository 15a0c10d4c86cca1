/// A record as another record refers to it: its short id and its name or title.
public struct NamedRecord: Codable, Hashable, Sendable {
    /// The short id.
    public let id: RecordID
    /// The name, or the title of a post or a source; nil for a unit without a designation.
    public let name: String?

    /// The short id and the name, such as "U3 BARS-Kursk".
    public var words: String { [id.description, name].compactMap(\.self).joined(separator: " ") }

    package init(id: RecordID, name: String?) {
        self.id = id
        self.name = name
    }
}
