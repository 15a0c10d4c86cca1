/// A JSON value whose names are written as they stand, such as `operationId`.
indirect enum JSONNode: Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([JSONNode])
    case object([String: JSONNode])

    /// The value as JSON, with the names in order.
    var json: String {
        switch self {
        case .text(let value): Self.quoted(value)
        case .number(let value): "\(value)"
        case .flag(let value): "\(value)"
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let values):
            "{" + values.keys.sorted().map { Self.quoted($0) + ":" + values[$0]!.json }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case _ where scalar.value < 32: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
