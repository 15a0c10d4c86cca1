/// Writes HTML, and SVG inside of it, as it is made. This is the only place that escapes text for a page.
///
/// A text can never become markup: tags and attributes are values, and whatever is put between them or into them is escaped.
public final class HTMLWriter {
    private let sink: (String) throws -> Void
    private var buffer = ""

    /// The number of bytes that are gathered before they are handed over.
    private static let piece = 1 << 16

    /// - Parameter sink: takes what is written, in pieces of at least 64 KB but for the last one. What it throws ends the writing.
    public init(to sink: @escaping (String) throws -> Void) { self.sink = sink }

    /// Writes an element with everything inside of it.
    ///
    /// - Parameters:
    ///   - tag: the element; one that can hold nothing, such as `meta`, is written without an end.
    ///   - attributes: its attributes, in this order.
    ///   - content: writes what is inside.
    /// - Throws: what the sink or the content throws.
    public func element(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ content: () throws -> Void = {}) throws {
        buffer += "<"
        buffer += tag.rawValue
        for attribute in attributes { write(attribute) }
        buffer += ">"
        if tag.isEmpty { return }
        try content()
        buffer += "</"
        buffer += tag.rawValue
        buffer += ">"
        if buffer.utf8.count >= Self.piece { try flush() }
    }

    /// Writes an element that holds a text alone.
    ///
    /// - Parameters:
    ///   - tag: the element.
    ///   - attributes: its attributes, in this order.
    ///   - text: the text, which is escaped.
    /// - Throws: what the sink throws.
    public func element(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ text: String) throws {
        try element(tag, attributes) { self.text(text) }
    }

    /// Writes a text, escaped.
    ///
    /// - Parameter text: the text. Control characters, which no page may hold, become spaces.
    public func text(_ text: String) { escape(text, inAttribute: false) }

    /// Ends a line, so that the file can be read and compared line by line.
    public func line() { buffer += "\n" }

    /// Writes the document type, which comes first in a page.
    public func doctype() { buffer += "<!DOCTYPE html>\n" }

    /// Writes markup as it stands.
    ///
    /// - Parameter markup: the program's own text alone: nothing of a register can be put into it.
    public func fixed(_ markup: StaticString) { buffer += markup.description }

    /// Writes a text as a string of a style sheet, in its quotes. Letters of no alphabet but ASCII's, and every sign, are written by
    /// their numbers, so that the text can end neither the string nor the style sheet.
    ///
    /// - Parameter text: the text.
    public func styleString(_ text: String) {
        buffer += "\""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value))
            if isPlain || scalar == " " {
                buffer.unicodeScalars.append(scalar)
            } else {
                buffer += "\\\(String(scalar.value, radix: 16)) "
            }
        }
        buffer += "\""
    }

    /// Hands over what was not handed over yet. It is called once at the end.
    ///
    /// - Throws: what the sink throws.
    public func flush() throws {
        if buffer.isEmpty { return }
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func write(_ attribute: HTMLAttribute) {
        buffer += " "
        buffer += attribute.name
        guard let value = attribute.value else { return }
        buffer += "=\""
        escape(value, inAttribute: true)
        buffer += "\""
    }

    private func escape(_ text: String, inAttribute: Bool) {
        if text.utf8.allSatisfy({ Self.isPlain($0) }) { return buffer += text }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": buffer += "&amp;"
            case "<": buffer += "&lt;"
            case ">": buffer += "&gt;"
            case "\"" where inAttribute: buffer += "&quot;"
            case "\n": buffer += "\n"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): buffer += " "
            default: buffer.unicodeScalars.append(scalar)
            }
        }
    }

    /// True if the byte needs no look: control characters above ASCII begin with the byte C2.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
    }
}
