import MusterCore
public import MusterValues

/// A question that an edition answers. With the same registry as of the same revision it gives the same bytes.
public struct EditionRequest: Hashable, Sendable {
    /// What is reported.
    public var kind: EditionKind
    /// The record, for an edition of one.
    public var record: RecordReference?
    /// The day in the world; nil for the day of the newest revision, with everything that is on record.
    public var day: Day?
    /// The language.
    public var language: Language
    /// The revision from which changes are told; nil for all other editions.
    public var from: Int64?

    /// - Parameters:
    ///   - kind: what is reported.
    ///   - record: the record, for an edition of one.
    ///   - day: the day in the world; nil for the day of the newest revision.
    ///   - language: the language.
    ///   - from: the revision from which changes are told.
    public init(
        _ kind: EditionKind, of record: RecordReference? = nil, on day: Day? = nil, in language: Language = .english,
        from: Int64? = nil
    ) {
        (self.kind, self.record, self.day, self.language, self.from) = (kind, record, day, language, from)
    }
}
