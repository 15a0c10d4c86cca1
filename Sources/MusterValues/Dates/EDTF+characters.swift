extension EDTF {
    /// The longest text read, in Unicode scalars.
    package static let longestText = 200
    /// The most of a refused text that a message quotes, in Unicode scalars.
    package static let longestQuote = 60

    /// What is wrong with a text before it is read as a date.
    package static func faultOfCharacters(_ text: String) -> Fault? {
        if text.isEmpty { return .empty }
        if text.unicodeScalars.count > longestText { return .tooLong(text) }
        guard text.unicodeScalars.contains(where: \.isInvisible) else { return nil }
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: text.unicodeScalars.filter { !$0.isInvisible })
        return .invisible(text, suggesting: repaired(String(visible)))
    }

    /// A text as a message shows it: cut to ``longestQuote``, and with nothing in it that a terminal would not print.
    package static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isCut = scalars.dropFirst(longestQuote).first != nil
        let shown = scalars.prefix(isCut ? longestQuote - 1 : longestQuote).map(visibleForm).joined()
        return "'\(shown)\(isCut ? "…" : "")'"
    }

    private static func visibleForm(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case " ": " "
        default:
            scalar.isInvisible || scalar.properties.isWhitespace
                ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }
    }
}
