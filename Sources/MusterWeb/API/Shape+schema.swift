extension Shape {
    /// The shape as a JSON schema.
    var schema: JSONValue {
        switch self {
        case .string: .object(["type": .string("string")])
        case .text(let form):
            .object(
                ["type": .string("string"), "description": .string(form.help)]
                    .merging(form.format.map { ["format": .string($0)] } ?? [:]) { $1 })
        case .words(let words): .object(["type": .string("string"), "enum": .list(words.map { .string($0) })])
        case .integer: .object(["type": .string("integer")])
        case .number(let range):
            .object([
                "type": .string("integer"), "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ])
        case .boolean: .object(["type": .string("boolean")])
        case .list(let shape): .object(["type": .string("array"), "items": shape.schema])
        case .map(let shape): .object(["type": .string("object"), "additionalProperties": shape.schema])
        case .object(let members): Self.object(members, isOpen: false)
        case .record(let members): Self.object(members, isOpen: true)
        case .optional(let shape): .object(["anyOf": .list([shape.schema, .object(["type": .string("null")])])])
        case .ruled(let shape, let rules): rules.reduce(shape.schema) { $1.added(to: $0) }
        case .any: .object([:])
        }
    }

    private static func object(_ members: [Member], isOpen: Bool) -> JSONValue {
        let properties = members.map { member -> (String, JSONValue) in
            // A request may say null for what it leaves out.
            let schema = member.isRequired || isOpen ? member.shape.schema : member.shape.schema.orNull
            guard let help = member.help, case .object(var node) = schema else { return (member.name, schema) }
            let form = if case .string(let form)? = node["description"] { " " + form } else { "" }
            node["description"] = .string(help + form)
            return (member.name, .object(node))
        }
        return .object([
            "type": .string("object"), "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
            "required": .list(members.filter(\.isRequired).map { .string($0.name) }),
            "additionalProperties": .boolean(isOpen),
        ])
    }
}

extension Shape.Rule {
    /// The schema of an object that gives a member; null gives nothing.
    private static func given(_ name: String) -> JSONValue {
        .object([
            "required": .list([.string(name)]),
            "properties": .object([name: .object(["not": .object(["type": .string("null")])])]),
        ])
    }

    /// A schema with the rule.
    fileprivate func added(to schema: JSONValue) -> JSONValue {
        guard case .object(var node) = schema else { return schema }
        switch self {
        case .exactlyOne(let names): node["oneOf"] = .list(names.map(Self.given))
        case .needs(let one, let other):
            var all: [JSONValue] = if case .list(let all)? = node["allOf"] { all } else { [] }
            all.append(.object(["if": Self.given(one), "then": Self.given(other)]))
            node["allOf"] = .list(all)
        case .some(let name):
            guard case .object(var properties)? = node["properties"], case .object(var list)? = properties[name] else {
                break
            }
            list["minItems"] = .integer(1)
            properties[name] = .object(list)
            node["properties"] = .object(properties)
        }
        return .object(node)
    }
}

extension JSONValue {
    /// A schema that takes null, too.
    fileprivate var orNull: JSONValue {
        guard case .object(var node) = self, case .string(let type)? = node["type"] else { return self }
        node["type"] = .list([.string(type), .string("null")])
        if case .list(let words)? = node["enum"] { node["enum"] = .list(words + [.null]) }
        return .object(node)
    }
}
