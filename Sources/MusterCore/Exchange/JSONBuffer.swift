import Foundation

/// Unfinished JSON text in UTF-8.
///
/// It is a struct inside a class, because Swift checks each access to a class's own property while the program runs,
/// and here that would be one check for each byte.
package struct JSONBuffer {
    /// True to write each value on a line of its own.
    var isIndented = true
    /// The text so far.
    private var bytes: [UInt8] = []
    /// The values that are not finished, the outermost first.
    private var frames: [Frame] = []
    /// The members so far of every unfinished object.
    private var members: [Member] = []

    private struct Frame {
        enum Form { case single, array, object }
        var form = Form.single
        /// The offset at which its text begins.
        let start: Int
        let firstMember: Int
    }

    /// A member of an object. Its text begins with a comma, the line break and the indent, if there are any, and a quotation mark.
    private struct Member {
        let start: Int
        let key: Range<Int>
    }

    /// The length of the text, in bytes.
    var count: Int { bytes.count }

    /// Removes the text from the buffer and returns it.
    mutating func taken() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Begins a value.
    mutating func open() { frames.append(Frame(start: bytes.count, firstMember: members.count)) }

    /// Ends the value: sorts its members by their bytes, and puts its brackets around them.
    mutating func close() {
        close(frames[frames.count - 1])
        members.removeLast(members.count - frames.removeLast().firstMember)
    }

    /// Writes text that is already JSON.
    mutating func write(raw text: String) { bytes.append(contentsOf: text.utf8) }

    /// Writes a string in quotation marks, escaped as RFC 8259 §7 requires.
    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            if utf8.contains(where: Self.isEscaped) {
                for byte in utf8 { write(escaping: byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A string in quotation marks, escaped in the same way.
    package static func quoted(_ text: String) -> String {
        var buffer = JSONBuffer()
        buffer.write(text)
        return buffer.taken()
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func write(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write(raw: "\\\"")
        case UInt8(ascii: "\\"): write(raw: "\\\\")
        case 0x0A: write(raw: "\\n")
        case 0x0D: write(raw: "\\r")
        case 0x09: write(raw: "\\t")
        case ..<0x20: write(raw: (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
    }

    mutating func beginObject() { frames[frames.count - 1].form = .object }
    mutating func beginArray() { frames[frames.count - 1].form = .array }

    /// Begins an element or a member on its own line.
    mutating func beginElement() {
        bytes.append(UInt8(ascii: ","))
        newLine(frames.count)
    }

    private mutating func newLine(_ depth: Int) {
        if !isIndented { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    /// Begins a member: `regionName` is written as `"region_name" : `, or in one line as `"region_name":`.
    mutating func begin(_ key: some CodingKey) {
        let start = bytes.count
        beginElement()
        bytes.append(UInt8(ascii: "\""))
        let keyStart = bytes.count
        var name = key.stringValue
        name.withUTF8 { utf8 in
            if !utf8.contains(where: Self.isCapital) { return bytes.append(contentsOf: utf8) }
            for byte in utf8 {
                if Self.isCapital(byte) { bytes.append(UInt8(ascii: "_")) }
                bytes.append(Self.isCapital(byte) ? byte + 0x20 : byte)
            }
        }
        members.append(Member(start: start, key: keyStart..<bytes.count))
        write(raw: isIndented ? "\" : " : "\":")
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    private mutating func close(_ frame: Frame) {
        let isEmpty = bytes.count == frame.start
        switch frame.form {
        case .single: if isEmpty { write(raw: "null") }
        case .array where isEmpty: write(raw: "[]")
        case .object where isEmpty: write(raw: "{}")
        case .array: close(frame, "[", "]")
        case .object:
            sortMembers(of: frame)
            close(frame, "{", "}")
        }
    }

    /// Replaces the comma before the first element with the opening bracket, and writes the closing bracket at the end.
    private mutating func close(_ frame: Frame, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar) {
        bytes[frame.start] = UInt8(ascii: opening)
        newLine(frames.count - 1)
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func sortMembers(of frame: Frame) {
        let own = members[frame.firstMember...]
        let end = bytes.count
        let sorted: [(start: Int, end: Int)]? = bytes.withUnsafeBytes { bytes in
            func comes(_ one: Member, before other: Member) -> Bool {
                let start = bytes.baseAddress!
                let order = memcmp(
                    start + one.key.lowerBound, start + other.key.lowerBound, min(one.key.count, other.key.count))
                return order == 0 ? one.key.count < other.key.count : order < 0
            }
            if zip(own, own.dropFirst()).allSatisfy({ !comes($1, before: $0) }) { return nil }
            return own.indices.sorted { comes(own[$0], before: own[$1]) }.map { place in
                (own[place].start, place + 1 < own.endIndex ? own[place + 1].start : end)
            }
        }
        guard let sorted else { return }
        let text = Array(bytes[frame.start...])
        bytes.removeLast(text.count)
        for member in sorted {
            bytes.append(contentsOf: text[(member.start - frame.start)..<(member.end - frame.start)])
        }
    }
}
