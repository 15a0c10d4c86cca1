package import MusterValues

/// How far the evidence for a state certainly reaches: the last day on which it was seen or, if that is not known to the day,
/// the day by which it had been.
public struct LastHeard: Hashable, Sendable {
    /// The day, `YYYY-MM-DD`.
    public let day: String
    /// The first day on which that can have been; empty if any earlier day is possible.
    let first: String

    /// True if it was on that day or before.
    public var isByThen: Bool { first != day }

    /// The day in EDTF, as `2025-05-31`, or `../2025-05-31` if it was by then.
    public var edtf: String { (isByThen ? "../" : "") + day }

    /// The day in words, as "2025-05-31" or "by 2025-05-31".
    public var words: String { (isByThen ? "by " : "") + day }

    /// The one that certainly reaches furthest; of two that do so equally the one that is known to the day. Nil if there are
    /// none.
    ///
    /// "By 2026-11-29" of an undated source may have been years ago, so it hides no word of 2025-05-31.
    static func latest(_ all: [LastHeard?]) -> LastHeard? {
        all.compactMap(\.self).max {
            ($0.first, $1.isByThen ? 1 : 0, $0.day) < ($1.first, $0.isByThen ? 1 : 0, $1.day)
        }
    }

    /// The day as a date, of which the first day is open if it was by then.
    package var date: StatedDate { StatedDate(edtf: edtf, earliest: isByThen ? nil : day, latest: day) }

    /// The cell of a listing.
    var cell: Value { .word(edtf, shown: words) }
}

extension LastHeard: Codable {
    /// Reads the EDTF that `encode(to:)` writes.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for a text that is no day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let day = text.hasPrefix("../") ? String(text.dropFirst(3)) : text
        guard Day(day) != nil else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(quoted(text)) is no day")
        }
        self.init(day: day, first: text == day ? day : "")
    }

    /// Writes the EDTF as a text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(edtf)
    }
}
