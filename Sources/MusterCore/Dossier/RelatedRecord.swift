public import MusterValues

/// A record that belongs to another, or that is the same.
public struct RelatedRecord: Encodable, Hashable, Sendable {
    /// The short id.
    public let id: RecordID
    /// The name or the words for it; nil for a record that was merged and is gone.
    public let name: String?
    /// The way in which the two belong together.
    public let relation: Relation
    /// The revision that merged it; nil for any other relation.
    public let revision: Int64?

    /// The ways in which two records belong together.
    public enum Relation: String, Encodable, Sendable {
        /// It points to the record of the dossier, as a post to its official.
        case belongs
        /// It is an official's enrollment, and the official is one of the group of the dossier.
        case ofTheGroup = "one_of_the_group"
        /// It is a group, and the official of the dossier's enrollment is one of it.
        case group
        /// It was merged into the record of the dossier.
        case merged
    }
}
