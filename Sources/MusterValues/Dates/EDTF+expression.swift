extension EDTF {
    package typealias Bytes = ArraySlice<UInt8>

    /// Reads any expression; gives no hints for the ways people commonly write dates instead.
    package static func read(_ text: String) throws(Fault) -> Span {
        let bytes = Array(text.utf8)[...]
        guard bytes.allSatisfy({ $0 < 0x80 }) else { throw .unreadable(text) }
        switch bytes.first {
        case UInt8(ascii: "["): return try set(bytes, closedBy: UInt8(ascii: "]"))
        case UInt8(ascii: "{"): return try set(bytes, closedBy: UInt8(ascii: "}"))
        default: break
        }
        return bytes.contains(UInt8(ascii: "/")) ? try interval(bytes) : try SingleDate(bytes).span
    }

    /// Source: EDTF specification, Level 0, Time Interval; Level 1, Extended Interval.
    private static func interval(_ bytes: Bytes) throws(Fault) -> Span {
        let sides = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard sides.count == 2 else { throw .tooManySides(string(bytes)) }
        guard bytes.count > 1 else { throw .emptyInterval(string(bytes)) }
        let start = try side(sides[0])
        let end = try side(sides[1])
        guard let span = Span(from: start, to: end) else { throw .reversed(string(bytes)) }
        return span
    }

    private static func side(_ bytes: Bytes) throws(Fault) -> Span? {
        bytes.isEmpty || bytes.elementsEqual("..".utf8) ? nil : try SingleDate(bytes).span
    }

    /// Source: EDTF specification, Level 2, Set representation.
    private static func set(_ bytes: Bytes, closedBy close: UInt8) throws(Fault) -> Span {
        guard bytes.last == close, bytes.count > 2 else { throw .brokenSet(string(bytes)) }
        let inside = bytes.dropFirst().dropLast()
        let members = inside.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard members.count > 1 || dots(in: inside) != nil else { throw .loneMember(string(bytes)) }
        var spans: [Span] = []
        for (place, member) in members.enumerated() {
            guard !member.isEmpty else { throw .brokenSet(string(bytes)) }
            guard let dots = dots(in: member) else {
                spans.append(try SingleDate(member).span)
                continue
            }
            let start = member[..<dots]
            let end = member[(dots + 2)...]
            guard !start.isEmpty || !end.isEmpty else { throw .brokenSet(string(bytes)) }
            guard !start.isEmpty || place == 0, !end.isEmpty || place == members.count - 1 else {
                throw .openInside(string(bytes))
            }
            spans.append(try range(from: start, to: end, in: member))
        }
        return Span(covering: spans)
    }

    /// A range can be listed only if both ends are whole dates of the same precision.
    private static func range(from start: Bytes, to end: Bytes, in member: Bytes) throws(Fault) -> Span {
        let first = start.isEmpty ? nil : try SingleDate(start)
        let last = end.isEmpty ? nil : try SingleDate(end)
        let ends = [first, last].compactMap { $0 }
        guard ends.allSatisfy(\.isPlain), Set(ends.map(\.precision)).count == 1 else {
            throw .unevenRange(string(member))
        }
        guard let span = Span(from: first?.span, to: last?.span) else { throw .reversed(string(member)) }
        return span
    }

    private static func dots(in bytes: Bytes) -> Bytes.Index? {
        bytes.indices.dropLast().first { bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".") }
    }

    package static func string(_ bytes: Bytes) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
