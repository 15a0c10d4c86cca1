extension String {
    /// The text with control characters, escape sequences and direction marks made visible, as `\\u{1b}`; line breaks and tabs
    /// stay.
    ///
    /// Emoji joined by U+200D and the like are made visible too: in a message nothing invisible is worth a terminal that is
    /// steered by what it prints.
    public var printable: String {
        var shown = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case _ where scalar == "\n" || scalar == "\t": shown.unicodeScalars.append(scalar)
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
