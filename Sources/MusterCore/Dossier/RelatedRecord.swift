public import MusterValues

/// A record that belongs to another one, or is the same as it.
public struct RelatedRecord: Codable, Hashable, Sendable {
    /// The short id.
    public let id: RecordID
    /// The name or the words for it; nil for a record that is gone after a merge.
    public let name: String?
    /// The way in which the two belong together.
    public let relation: Relation
    /// The registry's verdict on it; nil for a record that is gone after a merge.
    public let standing: Standing?
    /// The revision that merged it; nil for any other relation.
    public let revision: Int64?
    /// The sources by which an official is one of a group; empty for any other relation.
    public internal(set) var sources: [NamedRecord] = []
    /// How it stands, or stood on the day asked about; nil if nothing happens to it, or if it does not belong to the record.
    public internal(set) var state: StateOnRecord?

    /// The ways in which two records belong together.
    public enum Relation: String, CaseIterable, Codable, Sendable {
        /// It points to the dossier's record, as a post points to its official.
        case belongs
        /// It is an official's enrollment, and the dossier is of a group that the official is one of.
        case ofTheGroup = "one_of_the_group"
        /// It is a group, and the dossier is of an official's enrollment that belongs to it.
        case group
        /// It is a group that is perhaps the same as the dossier's.
        case perhaps = "perhaps_the_same"
        /// It is an event of another record that ends the dossier's too: the death of the official, or the disbanding of a unit
        /// that it is inside of.
        case end
        /// It was merged into the dossier's record.
        case merged
    }
}
