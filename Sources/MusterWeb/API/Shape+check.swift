import MusterValues

extension Shape {
    /// Refuses a value that has not this shape: a member that is missing, unknown or of another type.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - place: the member in which the value stands, as `evidence.source`; empty for the whole body.
    /// - Throws: `MusterError` for the first fault; it names the member and the value.
    func check(_ value: JSONValue, at place: String = "") throws(MusterError) {
        switch (self, value) {
        case (.any, _), (.string, .string), (.text, .string), (.boolean, .boolean), (.integer, .integer),
            (.optional, .null):
            break
        case (.optional(let shape), _), (.ruled(let shape, _), _): try shape.check(value, at: place)
        case (.number(let range), .integer(let number)) where range.contains(number): break
        case (.words(let words), .string(let text)):
            if !words.contains(text) {
                throw .outside(list: "value of \(place)", value: text, allowed: words)
            }
        case (.list(let shape), .list(let values)):
            for (index, value) in values.enumerated() { try shape.check(value, at: "\(place)[\(index)]") }
        case (.map(let shape), .object(let values)):
            for name in values.keys.sorted() { try shape.check(values[name]!, at: Self.join(place, name)) }
        case (.object(let members), .object(let values)), (.record(let members), .object(let values)):
            try check(values, against: members, at: place)
        default:
            throw .badValue(field: place.isEmpty ? "body" : place, value: value.words, rule: "give \(words)")
        }
    }

    private func check(_ values: [String: JSONValue], against members: [Member], at place: String) throws(MusterError) {
        if let other = values.keys.sorted().first(where: { name in !members.contains { $0.name == name } }) {
            throw .outside(
                list: place.isEmpty ? "member of the body" : "member of \(place)", value: other,
                allowed: members.map(\.name))
        }
        for member in members {
            let name = Self.join(place, member.name)
            switch values[member.name] {
            case nil where member.isRequired, .null? where member.isRequired && !member.shape.isOptional:
                throw .missing(what: "the member \(name)", fix: .words("give \(member.shape.words)"))
            case nil: break
            case .null? where !member.isRequired: break
            case let value?: try member.shape.check(value, at: name)
            }
        }
    }

    private var isOptional: Bool {
        switch self {
        case .optional, .any: true
        default: false
        }
    }

    private static func join(_ place: String, _ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

    /// The shape in words, after "give".
    private var words: String {
        switch self {
        case .string, .text, .words: "a text"
        case .integer: "a whole number"
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "true or false"
        case .list: "a list"
        case .object, .map, .record: "an object"
        case .optional(let shape): "\(shape.words) or null"
        case .ruled(let shape, _): shape.words
        case .any: "a value"
        }
    }
}
