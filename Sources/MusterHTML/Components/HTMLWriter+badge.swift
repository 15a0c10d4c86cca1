/// How sure an answer is, as its badge shows it.
public enum BadgeMark: String, Sendable {
    /// The evidence encloses the day: a full disc.
    case definitely
    /// It was so when last heard of: a ring with a dot.
    case presumably
    /// It may be and may not be: a disc of which one half is full.
    case possibly
    /// It was not so: an empty ring.
    case no
}

/// What a tag tells, which decides on its colour and edge.
public enum TagKind: String, Sendable {
    /// Something speaks against it: in dispute.
    case against
    /// It needs work.
    case warn
    /// It is told, and nothing follows of it.
    case plain
    /// It is struck: it was rejected.
    case rejected
}

extension HTMLWriter {
    /// Writes the badge of a grade. The word speaks, and the sign is for the eye.
    ///
    /// - Parameters:
    ///   - mark: the sign.
    ///   - word: the word.
    /// - Throws: what the sink throws.
    public func badge(_ mark: BadgeMark, _ word: String) throws {
        try element(.span, [.class(mark == .no ? "grade no" : "grade")]) {
            try element(.svg, [.hidden]) { try element(.use, [.anchor("m-" + mark.rawValue)]) }
            text(word)
        }
    }

    /// Writes a tag beside a head.
    ///
    /// - Parameters:
    ///   - kind: its kind.
    ///   - content: writes the word.
    /// - Throws: what the sink throws.
    public func tag(_ kind: TagKind, _ content: () throws -> Void) throws {
        try element(.span, [.class("tag \(kind.rawValue)")], content)
    }

    /// Writes the chip of a source and a place in it, such as "S1 ¶5".
    ///
    /// - Parameters:
    ///   - text: the short text.
    ///   - spoken: the words for who hears it.
    ///   - link: the link to the source; nil if there is none.
    /// - Throws: what the sink throws.
    public func chip(_ text: String, spoken: String, to link: HTMLAttribute?) throws {
        if let link {
            try element(.a, [.class("chip"), link, .label(spoken)], text)
        } else {
            try element(.span, [.class("chip")], text)
        }
    }
}
