/// A record's short id, such as `E12`, or a region's code, such as `RU-KGD`.
public struct RecordID: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
    /// The kind of record it is.
    public let kind: RecordKind
    /// The number within the kind, from 1; 0 for a region.
    public let number: Int64
    /// The region's code; nil for every other kind.
    public let code: String?

    package init(_ kind: RecordKind, _ number: Int64) {
        self.kind = kind
        self.number = number
        self.code = nil
    }

    package init(region code: String) {
        self.kind = .region
        self.number = 0
        self.code = code
    }

    /// Reads a short id or a region's code in any letter case, such as `e12`, `ru-kgd` or `RU-KRS/rylsk`.
    ///
    /// Nil for any other text. A record with this id need not be on the register.
    public init?(_ description: String) {
        if let id = RecordID(shortID: description) {
            self = id
            return
        }
        guard description.utf8.count <= 80 else { return nil }
        let parts = description.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let code = ([parts[0].uppercased()] + parts.dropFirst().map { $0.lowercased() }).joined(separator: "/")
        guard Self.isCode(Array(code.utf8)) else { return nil }
        self.init(region: code)
    }

    /// True for an ISO 3166-2 code, such as RU-KGD, and for one with a district behind a slash. Every name that is written is held
    /// against this, so it is no regular expression.
    private static func isCode(_ bytes: [UInt8]) -> Bool {
        let (upper, lower) = (UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"))
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let parts = bytes.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].count >= 4, parts[0].count <= 6, parts[0][2] == UInt8(ascii: "-") else { return false }
        if !parts[0].prefix(2).allSatisfy(upper.contains) { return false }
        if !parts[0].dropFirst(3).allSatisfy({ upper.contains($0) || digits.contains($0) }) { return false }
        guard parts.count > 1 else { return true }
        return !parts[1].isEmpty
            && parts[1].allSatisfy { lower.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// Reads a short id in either case, `E12` or `e12`; nil if the text is not one.
    package init?(shortID text: String) {
        guard text.utf8.count <= 19, let letter = text.first, letter.isASCII,
            let kind = RecordKind(rawValue: letter.uppercased()), kind != .region,
            let number = Int64(text.dropFirst()), number > 0, text.dropFirst().allSatisfy(\.isNumber)
        else { return nil }
        self.init(kind, number)
    }

    /// Orders by kind, in the order of its cases; then by number, or by code.
    public static func < (one: RecordID, other: RecordID) -> Bool {
        let places = (RecordKind.allCases.firstIndex(of: one.kind)!, RecordKind.allCases.firstIndex(of: other.kind)!)
        return (places.0, one.number, one.code ?? "") < (places.1, other.number, other.code ?? "")
    }

    /// The id as text: `E12`, `RU-KGD`.
    public var description: String { code ?? kind.rawValue + String(number) }

    /// Decodes the id from its text.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for text that is no id.
    public init(from decoder: any Decoder) throws {
        self = try decoder.value({ RecordID($0) }, orFault: { "\(quoted($0)) is no short id and no region's code" })
    }

    /// Encodes the id as its text.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(text: description)
    }
}
