extension EDTF {
    /// The longest text read, in Unicode scalars.
    package static let longestText = 200
    /// The longest quotation of a refused text in a message, in Unicode scalars.
    package static let longestQuote = 60

    /// The fault of a text that cannot be read at all: empty, too long, or with invisible characters; nil if none.
    package static func faultOfCharacters(_ text: String) -> Fault? {
        if text.isEmpty { return .empty }
        if text.unicodeScalars.count > longestText { return .tooLong(text) }
        guard text.unicodeScalars.contains(where: \.isInvisible) else { return nil }
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: text.unicodeScalars.filter { !$0.isInvisible })
        return .invisible(text, suggesting: repaired(String(visible)))
    }

    /// A text as a message shows it: at most ``longestQuote`` scalars, with control and invisible ones written as
    /// escapes.
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
