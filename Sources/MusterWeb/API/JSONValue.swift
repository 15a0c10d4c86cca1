import MusterCore

/// A JSON value: a body, read to be checked against a shape, or the description of the API, whose names are written as they stand.
enum JSONValue: Codable, Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let values = try? container.decode([JSONValue].self) {
            self = .list(values)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }

    /// The value as a message shows it.
    var words: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): value
        case .list: "a list"
        case .object: "an object"
        }
    }

    /// The value as JSON, with the names in order.
    var json: String {
        switch self {
        case .null, .boolean, .integer, .number: words
        case .string(let value): JSONBuffer.quoted(value)
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let values):
            "{" + values.keys.sorted().map { JSONBuffer.quoted($0) + ":" + values[$0]!.json }.joined(separator: ",")
                + "}"
        }
    }
}

extension JSONValue {
    /// The members that hold a text, as `evidence[1].source`, in the order of their names.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - place: the member in which the value stands; empty for the whole body.
    /// - Returns: their places.
    func places(of text: String, at place: String = "") -> [String] { places(at: place) { $0 == text } }

    /// The members that hold a text of a kind, in the order of their names.
    func places(at place: String = "", where isMeant: (String) -> Bool) -> [String] {
        switch self {
        case .string(let text): isMeant(text) ? [place] : []
        case .list(let values):
            values.enumerated().flatMap { index, value in value.places(at: "\(place)[\(index)]", where: isMeant) }
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { name, value in
                value.places(at: place.isEmpty ? name : "\(place).\(name)", where: isMeant)
            }
        default: []
        }
    }
}
