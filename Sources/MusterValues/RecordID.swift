/// The kinds of record that have a short id; the raw value is the id's letter.
public enum RecordKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// A source.
    case source = "S"
    /// A programme; G, because P is a post.
    case programme = "G"
    /// A unit.
    case unit = "U"
    /// An official.
    case official = "O"
    /// A post.
    case post = "P"
    /// An enrollment.
    case enrollment = "E"
    /// An event; V, because E is an enrollment.
    case event = "V"
    /// A citation.
    case citation = "C"
    /// A region, named by its code and never by a short id.
    case region = "R"

    /// The kind's name, which is also the name of its table.
    public var name: String {
        switch self {
        case .source: "source"
        case .programme: "programme"
        case .unit: "unit"
        case .official: "official"
        case .post: "post"
        case .enrollment: "enrollment"
        case .event: "event"
        case .citation: "citation"
        case .region: "region"
        }
    }

    /// The kind with this name, which is its table's; nil for any other table.
    package init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }

    /// The key column of the kind's own table.
    package var key: String { self == .region ? "code" : "id" }

    /// Whether records of the kind have names of their own.
    package var isNamed: Bool { [.region, .programme, .unit, .official].contains(self) }

    /// The kinds of record that events happen to.
    package static let withEvents = allCases.filter { !EventValue.facets(of: $0).isEmpty }

    /// Whether events happen to records of the kind.
    package var hasEvents: Bool { Self.withEvents.contains(self) }

    /// The kind with its article, as "an enrollment".
    package var words: String { ("aeiou".contains(name.first!) && self != .unit ? "an " : "a ") + name }

    /// The column of an event, a citation or a name that points to a record of this kind.
    package var column: String { self == .region ? "region_code" : name + "_id" }
}

extension RecordKind {
    /// Decodes the kind from its name, such as "unit".
    public init(from decoder: any Decoder) throws {
        self = try decoder.value({ RecordKind(name: $0) }, orFault: { _ in "not a kind of record" })
    }

    /// Encodes the kind as its name; its letter stands in ids alone.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(text: name)
    }
}

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
        guard code.wholeMatch(of: #/[A-Z]{2}-[A-Z0-9]{1,3}(/[a-z0-9-]+)?/#) != nil else { return nil }
        self.init(region: code)
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
