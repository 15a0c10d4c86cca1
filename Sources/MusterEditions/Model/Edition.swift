public import MusterValues

/// A report that can be cited: the same registry and the same question give the same bytes, on any machine and at any time.
///
/// It holds values and phrases without a language or a format. The renderers of this module say them.
public struct Edition: Sendable {
    /// What the edition is of, and how it can be made again.
    public let header: EditionHeader
    /// Its contents, in the order in which they are read.
    public let blocks: [Block]
    /// What it was made from.
    public let data: EditionData

    /// The layout in which this version of muster writes editions, which each file tells. It is raised when the same edition gets
    /// other bytes, so that a file of an older layout is told from one that was edited. Files of layout 1 tell none.
    public static let layout = 9
}

/// What an edition is of, and what is needed to make it again.
public struct EditionHeader: Sendable {
    /// What is reported.
    public let kind: EditionKind
    /// The language in which it is said, and in whose alphabet names are shown and put in order.
    public let language: Language
    /// The record that is reported; nil for an edition of the whole register.
    public let record: RecordID?
    /// The name of that record, or the title of the edition.
    public let title: Words
    /// A line about the record under the title; nil if there is nothing to say.
    public let lead: Words?
    /// The day in the world that is answered for. It is the day of the revision if nobody asked for another.
    public let day: Day
    /// True if that day was asked for: then what was not there on that day is left out.
    public let isDayAsked: Bool
    /// The newest revision in it; 0 for an empty register.
    public let revision: Int64
    /// The time of that revision, in UTC, as `2026-11-25T09:30:00Z`; nil for an empty register.
    public let recorded: String?
    /// The hash of that revision, 64 small hexadecimal digits; nil for an empty register.
    public let head: String?
    /// The first revision of a comparison; nil for any other edition.
    public let from: Int64?
}
