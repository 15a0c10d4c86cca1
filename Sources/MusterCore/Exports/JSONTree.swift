import Foundation

/// A JSON value whose members have the names that another format wants, and no member without a value.
///
/// `JSON` writes muster's own form: names in snake case, and null for what is missing.
enum JSONTree: Encodable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([JSONTree])
    case object([String: JSONTree?])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        case .object(let members): try container.encode(members.compactMapValues { $0 })
        }
    }

    /// The text with sorted members and a line break at its end: the same value gives the same bytes.
    ///
    /// - Returns: the text.
    /// - Throws: never for values of these cases.
    func written() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
