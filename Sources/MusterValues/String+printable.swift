extension String {
    /// The text with control characters, escape sequences and direction marks as escapes, such as `\\u{1b}`; line
    /// breaks and tabs stay.
    ///
    /// Emoji joined by U+200D and the like are made visible too: a message does not need invisible characters, and they
    /// could steer the terminal.
    public var printable: String {
        unicodeScalars.map { $0.isInvisible && $0 != "\n" && $0 != "\t" ? $0.escaped : String($0) }.joined()
    }

    /// The same for a part of a line: line breaks and tabs are escapes too, so that no text begins a line of its own.
    public var printableInLine: String { unicodeScalars.map { $0.isInvisible ? $0.escaped : String($0) }.joined() }
}
