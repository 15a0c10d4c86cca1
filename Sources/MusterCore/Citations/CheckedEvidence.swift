package import MusterValues

/// Evidence whose text is clean and whose source is on the register.
package struct CheckedEvidence {
    package let sourceID: Int64
    let locator: String?
    let stated: String?
    let quote: String?
    package let speaker: String?
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
