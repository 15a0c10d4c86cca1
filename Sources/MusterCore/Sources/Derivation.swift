public import MusterValues

/// A source that another one repeats, and the way in which it does.
public struct Derivation: Codable, Hashable, Sendable {
    /// The short id of the source that is repeated.
    public let id: RecordID
    /// Its title.
    public let name: String
    /// The way in which the other one repeats it.
    public let relation: SourceRelation
}
