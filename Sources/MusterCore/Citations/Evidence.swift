import GRDB
public import MusterValues

/// Where and how a source says something.
public struct Evidence: Codable, Hashable, Sendable {
    /// The source: its short id, title or address.
    public var source: String
    /// Where in it, as "paragraph 5"; nil for the whole source. At most 200 characters.
    public var locator: String?
    /// The value as the source states it, at most 500 characters; nil takes the value as it is entered.
    public var stated: String?
    /// A few of its words, at most 300 characters.
    public var quote: String?
    /// Whose word the source passes on; nil for its own.
    public var speaker: String?
    /// How the source comes to say it; nil is `states`.
    public var speech: Speech?

    /// Points into a source.
    public init(
        source: String, locator: String? = nil, stated: String? = nil, quote: String? = nil, speaker: String? = nil,
        speech: Speech? = nil
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
    /// The source and the place alone, for what is recorded on the way: the stated value and the quote are of something else.
    var ofPlace: Evidence { Evidence(source: source, locator: locator, speaker: speaker, speech: speech) }
}

/// Evidence whose source is on the register and whose text is clean.
package struct CheckedEvidence {
    package let sourceID: Int64
    let locator: String?
    let stated: String?
    let quote: String?
    let speaker: String?
    let speech: Speech

    /// Takes what was checked; the source is on the register.
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

    /// A record's name as it was typed; or as the register has it where its short id or code was typed, or the same name in
    /// another case: no source says that.
    func stated(_ text: String, _ id: RecordID) throws -> String {
        let title = try RecordTitles(db: db).title(id)
        let isTyped = RecordID(shortID: text) != nil || text.uppercased() == id.code?.uppercased()
        return isTyped || Text.folded(text) == Text.folded(title) ? title : text
    }

    /// Records a source's word on one field of one record; the record itself may follow within the transaction.
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
    /// Cleans a text for one field of a record and cites it; the record itself may follow within the transaction.
    ///
    /// - Returns: the clean text; nil if none was given.
    func cited(_ text: String?, as field: FieldName, of subject: RecordID, _ grounds: CheckedEvidence) throws -> String?
    {
        guard let text = try subject.kind.clean(text, field) else { return nil }
        try cite(subject, field, text, grounds)
        return text
    }
}
