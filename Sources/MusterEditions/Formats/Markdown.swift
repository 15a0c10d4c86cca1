import MusterHTML
import MusterValues

/// Markdown that shows a text as the text is: the words of a source or a clerk never become markup.
///
/// A literal is markup. A text that is put into it is escaped, and Markdown that is put into it stays as it is.
struct Markdown: ExpressibleByStringInterpolation {
    /// The Markdown as it is written.
    private(set) var written: String

    init(stringLiteral literal: String) { written = literal }

    init(stringInterpolation: StringInterpolation) { written = stringInterpolation.written }

    /// The text, escaped.
    init(_ text: String) { written = Self.escaped(text) }

    private init(written: String) { self.written = written }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var written = ""

        init(literalCapacity: Int, interpolationCount _: Int) { written.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ literal: String) { written += literal }
        mutating func appendInterpolation(_ text: String) { written += Markdown.escaped(text) }
        mutating func appendInterpolation(_ markdown: Markdown) { written += markdown.written }
        mutating func appendInterpolation(_ id: RecordID) { written += Markdown.escaped(id.description) }
        mutating func appendInterpolation(_ number: Int) { written += String(number) }
    }

    /// The place of a record, which a link leads to.
    static func place(of id: RecordID) -> Markdown { Markdown(written: "<a id=\"\(id.description)\"></a>") }

    /// A link to the place of a record.
    static func link(to id: RecordID) -> Markdown { Markdown(written: "[\(id.description)](#\(id.description))") }

    /// A link with its own words to the place of a record.
    static func link(_ words: Markdown, to id: RecordID) -> Markdown {
        Markdown(written: "[\(words.written)](#\(id.description))")
    }

    /// An address of the web as a link; any other address is text, because `javascript:` is one too.
    static func address(_ url: String) -> Markdown {
        WebAddress(url) == nil ? Markdown(url) : Markdown(written: "<\(encoded(url))>")
    }

    /// Some parts with a separator between them.
    static func joined(_ parts: [Markdown], by separator: String) -> Markdown {
        guard var written = parts.first?.written else { return "" }
        for part in parts.dropFirst() {
            written += separator
            written += part.written
        }
        return Markdown(written: written)
    }

    private static let marks = Array("\\|*_`[]<>#&~".utf8)

    /// Text with everything escaped that a renderer may take for markup.
    private static func escaped(_ text: String) -> String {
        if isPlain(text) { return text }
        var safe = String.UnicodeScalarView()
        // Scalars, not Characters: `|` with a combining mark is one Character, but CommonMark still sees the `|`.
        let scalars = text.unicodeScalars
        for (place, scalar) in zip(scalars.indices, scalars) {
            let isMark = scalar.isASCII && marks.contains(UInt8(scalar.value))
            if isMark || isOfAddress(scalar, at: place, in: scalars) { safe.append("\\") }
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            safe.append(isControl ? " " : scalar)
        }
        return String(safe)
    }

    /// True if nothing in the text can need an escape. A long report is mostly such texts, and this reads their bytes alone.
    private static func isPlain(_ text: String) -> Bool {
        var last: UInt8 = 0
        return text.utf8.allSatisfy { byte in
            defer { last = byte }
            if byte == UInt8(ascii: ".") { return last | 0x20 != UInt8(ascii: "w") }
            // Control characters above ASCII begin with the byte C2.
            return byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != UInt8(ascii: ":") && !marks.contains(byte)
        }
    }

    /// True for the colon of `https://` and the dot of `www.`: some renderers make a link of such a text, and would take the
    /// escapes in it for a part of the address.
    private static func isOfAddress(
        _ scalar: Unicode.Scalar, at place: String.Index, in text: String.UnicodeScalarView
    ) -> Bool {
        if scalar == ":" { return text[place...].starts(with: "://".unicodeScalars) }
        return scalar == "." && String(text[..<place].suffix(3)).lowercased() == "www"
    }

    /// An address with everything percent-encoded that would end the link, the cell or the line.
    private static func encoded(_ url: String) -> String {
        // `&copy;` in an address would become the letter that it names.
        let plain = url.contains("&") ? url.replacing(#/(&[A-Za-z0-9#]+);/#) { "\($0.1)%3B" } : url
        return plain.unicodeScalars.map { scalar in
            let isLegal =
                !"<>|\\`\"^{}".unicodeScalars.contains(scalar) && !scalar.isInvisible
                && !scalar.properties.isWhitespace
            return isLegal ? String(scalar) : String(scalar).utf8.map(percent).joined()
        }.joined()
    }

    private static func percent(_ byte: UInt8) -> String {
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
