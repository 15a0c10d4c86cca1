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
    ///
    /// - Parameter isSpeaking: false takes the speaker away too, and how the source comes to its statement: who somebody is the
    ///   source says itself.
    /// - Returns: the evidence.
    func placeOnly(speaking isSpeaking: Bool = true) -> Evidence {
        isSpeaking
            ? Evidence(source: source, locator: locator, speaker: speaker, speech: speech)
            : Evidence(source: source, locator: locator)
    }
}
