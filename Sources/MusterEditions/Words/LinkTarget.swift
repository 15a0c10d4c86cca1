public import MusterValues

/// Where a link leads, without its address: an edition has anchors for some, and the service has pages for all.
public enum LinkTarget: Hashable, Sendable {
    /// A record.
    case record(RecordID)
    /// Everything that happened to a record, by day.
    case timeline(RecordID)
    /// The edition of a kind, of a record if the kind is of one.
    case edition(EditionKind, RecordID?)
    /// One revision.
    case revision(Int64)
    /// What changed between two revisions.
    case difference(from: Int64, to: Int64)
    /// What changed a record.
    case history(RecordID)
    /// One of the pages that are of the whole register.
    case page(SitePage, [LinkCondition])
    /// The page that is shown, with other conditions: each replaces those of its name; one without a value takes them away.
    case same([LinkCondition])
    /// The form by which something is recorded, with what is known already.
    case form(FormKind, [LinkCondition])
}

/// A condition in the address of a page, such as `region` and `RU-KGD`.
public struct LinkCondition: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value; nil for none.
    public let value: String?

    /// - Parameters:
    ///   - name: the name.
    ///   - value: the value; nil for none.
    public init(_ name: String, _ value: String?) { (self.name, self.value) = (name, value) }
}

/// The pages that are of the whole register.
public enum SitePage: String, CaseIterable, Sendable {
    case home, regions, units, officials, enrollments, sources, programmes, events, looks, disputes, due, review,
        duplicates
    case coverage, history, search, howToRead, howToCheck
}

/// The forms by which something is recorded.
public enum FormKind: String, CaseIterable, Sendable {
    case enrollment, event, source, citation, unit, official, look, edit, merge, distinction, revert, review, imports =
        "import"
}
