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

    /// Reads the name of a kind as a person types it, also in the plural: "enrollment", "Units".
    ///
    /// - Throws: `MusterError.notInList` with all kinds.
    public init(typed text: String) throws(MusterError) {
        let word = text.lowercased()
        guard let kind = Self.allCases.first(where: { [$0.name, $0.name + "s"].contains(word) }) else {
            throw .outside(list: "kind of record", value: text, allowed: Self.allCases.map(\.name))
        }
        self = kind
    }

    /// The key column of the kind's own table.
    package var key: String { self == .region ? "code" : "id" }

    /// True if records of the kind have names of their own.
    package var isNamed: Bool { [.region, .programme, .unit, .official].contains(self) }

    /// The kinds of record that events happen to.
    package static let withEvents = allCases.filter { !EventValue.facets(of: $0).isEmpty }

    /// True if events happen to records of the kind.
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
