import HTTPTypes
import Foundation
import MusterValues
import NIOCore

extension Call {
    /// The body as a value.
    ///
    /// - Parameters:
    ///   - type: what it is read as.
    ///   - shape: the shape that the endpoint describes; a body of another shape is refused.
    /// - Returns: the value.
    /// - Throws: `MusterError` for a body that is no JSON, or has a member that is missing, unknown or refused.
    func body<Value: Decodable>(_ type: Value.Type, _ shape: Shape) throws -> Value {
        if let contentType, contentType != MediaType.json.rawValue {
            throw Problem(
                .unsupportedMediaType, "body", "\(quoted(contentType)) is not taken here; send application/json")
        }
        let data = Data(body.readableBytesView)
        if data.isEmpty { throw MusterError.missing(what: "the body", fix: .words("send a JSON object")) }
        // Foundation's parser ends the program on texts that are nested some thousand levels deep.
        if Self.depth(of: data) > 32 {
            throw MusterError.badValue(field: "body", value: "JSON", rule: "nest at most 32 levels")
        }
        guard let json = try? JSONDecoder().decode(JSONValue.self, from: data) else {
            let start = String(decoding: data.prefix(40), as: UTF8.self)
            throw MusterError.badValue(field: "body", value: start, rule: "it is no JSON (RFC 8259) in UTF-8")
        }
        if let name = JSONNames.repeated(in: data) {
            throw MusterError.badValue(
                field: name, value: name, rule: "the body gives it twice in one object; give each member once")
        }
        try shape.check(json)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do { return try decoder.decode(type, from: data) } catch let error as DecodingError {
            throw Self.refusal(error, in: json)
        }
    }

    /// The deepest nesting of lists and objects in a JSON text.
    private static func depth(of data: Data) -> Int {
        var (depth, deepest, isInText, isEscaped) = (0, 0, false, false)
        for byte in data {
            if isEscaped {
                isEscaped = false
            } else if isInText {
                if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInText = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
                deepest = max(deepest, depth)
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
            }
        }
        return deepest
    }

    /// The refusal of a value that has the right shape but is no such value, as a date that does not exist.
    private static func refusal(_ error: DecodingError, in json: JSONValue) -> MusterError {
        let context: DecodingError.Context? =
            switch error {
            case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
                .valueNotFound(_, let context):
                context
            @unknown default: nil
            }
        var value = json
        for key in context?.codingPath ?? [] {
            switch value {
            case .object(let members): value = members[key.stringValue.snakeCase] ?? members[key.stringValue] ?? .null
            case .list(let items):
                value = key.intValue.flatMap { items.indices.contains($0) ? items[$0] : nil } ?? .null
            default: break
            }
        }
        let place = context?.codingPath.map { $0.stringValue.snakeCase }.joined(separator: ".") ?? ""
        return .badValue(
            field: place.isEmpty ? "body" : place, value: value.words,
            rule: context?.debugDescription ?? "it cannot be read")
    }
}
