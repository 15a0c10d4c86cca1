import GRDB
public import MusterValues

/// A place in a source, and the way in which the source makes its statement.
public struct Evidence: Codable, Hashable, Sendable {
    /// The source: its short id, title or address.
    public var source: RecordReference
    /// The place in it, such as "paragraph 5", at most 200 characters; nil for the whole source.
    public var locator: String?
    /// The value as the source states it, at most 500 characters; nil uses the value as entered.
    public var stated: String?
    /// A few of its words, at most 300 characters; nil for no quote.
    public var quote: String?
    /// The person whose statement the source passes on; nil if it is the source's own.
    public var speaker: String?
    /// The way in which the source comes to its statement; nil means `states`.
    public var speech: Speech?

    /// Points into a source.
    public init(
        source: RecordReference, locator: String? = nil, stated: String? = nil, quote: String? = nil,
        speaker: String? = nil, speech: Speech? = nil
    ) {
        self.source = source
        self.locator = locator
        self.stated = stated
        self.quote = quote
        self.speaker = speaker
        self.speech = speech
    }
}

extension Evidence {
    /// The same evidence without the stated value and the quote, which belong to another field. Use it for a record
    /// that is added on the way.
    var ofPlace: Evidence { Evidence(source: source, locator: locator, speaker: speaker, speech: speech) }
}

/// Evidence whose text is clean and whose source is on the register.
package struct CheckedEvidence {
    package let sourceID: Int64
    let locator: String?
    let stated: String?
    let quote: String?
    let speaker: String?
    let speech: Speech

    /// Takes values that are already checked; the source must be on the register.
    package init(
        sourceID: Int64, locator: String?, stated: String?, quote: String?, speaker: String?, speech: Speech
    ) {
        self.sourceID = sourceID
        self.locator = locator
        self.stated = stated
        self.quote = quote
        self.speaker = speaker
        self.speech = speech
    }
}

extension Transaction {
    /// Finds the source of a piece of evidence and cleans its text.
    func grounds(_ evidence: Evidence) throws -> CheckedEvidence {
        CheckedEvidence(
            sourceID: try Resolver(db: db).resolve(evidence.source, among: [.source]).number,
            locator: try RecordKind.citation.clean(evidence.locator, .locator),
            stated: try RecordKind.citation.clean(evidence.stated, .stated, as: "stated value"),
            quote: try RecordKind.citation.clean(evidence.quote, .quote),
            speaker: try RecordKind.citation.clean(evidence.speaker, .speaker),
            speech: evidence.speech ?? .states)
    }

    /// The name of a record for a citation: as typed; or, if a short id, a code or another letter case was typed, as on
    /// the register, since no source uses those.
    func stated(_ reference: RecordReference, _ id: RecordID) throws -> String {
        let text = reference.text
        let title = try RecordTitles(db: db).title(id)
        let isID = reference.id != nil || text.uppercased() == id.code?.uppercased()
        return isID || Text.folded(text) == Text.folded(title) ? title : text
    }

    /// Records one source's statement about one field of a record; the record itself may be inserted later in the same
    /// transaction.
    @discardableResult
    package func cite(
        _ subject: RecordID, _ field: FieldName, _ value: String, _ grounds: CheckedEvidence,
        stance: Stance = .supports
    ) throws -> RecordID {
        let number = try nextNumber(of: .citation)
        let value = try RecordKind.citation.clean(value, .stated, as: "stated value")
        let subjectValue: any DatabaseValueConvertible = subject.databaseKey
        try insert(
            "citation",
            [
                "id": number, "source_id": grounds.sourceID, subject.kind.column: subjectValue, "field": field.rawValue,
                "stated": value, "stance": stance.rawValue, "locator": grounds.locator, "quote": grounds.quote,
                "speaker": grounds.speaker, "speech": grounds.speech.rawValue,
            ])
        return RecordID(.citation, number)
    }
    /// Cleans a text for one field of a record and cites it; the record itself may be inserted later in the same
    /// transaction.
    ///
    /// - Returns: the clean text; nil if none was given.
    @discardableResult
    func cited(_ text: String?, as field: FieldName, of subject: RecordID, _ grounds: CheckedEvidence) throws -> String?
    {
        guard let text = try subject.kind.clean(text, field) else { return nil }
        try cite(subject, field, text, grounds)
        return text
    }
}
