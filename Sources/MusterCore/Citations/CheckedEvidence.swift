package import MusterValues

/// Evidence whose text is clean and whose source is on the register.
package struct CheckedEvidence {
    package let sourceID: Int64
    let locator: String?
    private(set) var stated: String?
    private(set) var quote: String?
    package private(set) var speaker: String?
    private(set) var speech: Speech
    /// True if it is cited on a field beside the one that the quote belongs to.
    private var isBeside = false

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

    /// The same without the stated value, which belongs to another field.
    var withoutStated: CheckedEvidence {
        var other = self
        other.stated = nil
        return other
    }

    /// The same for a field beside the one that it is given for: the stated value is not of it, and the quote only if it has the
    /// field's words.
    var beside: CheckedEvidence { withoutStated.amongOthers }

    /// The same for one of several fields that are stated at once: each has its own value, and the quote stands where it has that.
    var amongOthers: CheckedEvidence {
        var other = self
        other.isBeside = true
        return other
    }

    /// The same for who somebody is, which the source says itself even if it passes on what happened to them.
    var ofPerson: CheckedEvidence {
        var other = beside
        (other.speaker, other.speech) = (nil, .states)
        return other
    }

    /// The words for a field to which the stated value belongs, if one is given.
    func words(else words: String) -> StatedWords { .typed(stated ?? words) }

    /// The quote, if it speaks of what is stated.
    func quote(on words: StatedWords) -> String? {
        guard isBeside, let quote else { return quote }
        return Text.folded(quote).contains(Text.folded(words.text)) ? quote : nil
    }
}
