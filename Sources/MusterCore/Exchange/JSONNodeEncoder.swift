extension JSONNode {
    /// A value as JSON, with every key of it: a member that is nil is null.
    ///
    /// Foundation's encoder leaves such a key out, so that a reader could not tell "nothing" from "never asked".
    init(_ value: some Encodable) throws {
        switch value {
        case let text as String: self = .text(text)
        case let number as Int: self = .number(String(number))
        case let number as Int64: self = .number(String(number))
        case let truth as Bool: self = .bool(truth)
        case let number as Double: self = .number(String(number))
        default:
            let holder = Holder()
            try value.encode(to: Encoder(holder: holder))
            self = holder.node
        }
    }

    /// Where an encoder puts what it made.
    fileprivate final class Holder {
        var single: JSONNode = .null
        var members: [String: JSONNode]?
        var elements: [JSONNode]?

        /// Made only when it is asked for: a node kept beside the members would share their storage, and each further member
        /// would copy them all.
        var node: JSONNode { members.map(JSONNode.object) ?? elements.map(JSONNode.array) ?? single }
    }

    fileprivate struct Encoder: Swift.Encoder {
        let holder: Holder
        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
            holder.members = holder.members ?? [:]
            return KeyedEncodingContainer(Keyed(holder: holder))
        }
        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            holder.elements = holder.elements ?? []
            return Unkeyed(holder: holder)
        }
        func singleValueContainer() -> any SingleValueEncodingContainer { Single(holder: holder) }
    }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let holder: JSONNode.Holder
    var codingPath: [any CodingKey] { [] }

    private func put(_ node: JSONNode, _ key: Key) { holder.members?[key.stringValue.snakeCase] = node }

    func encodeNil(forKey key: Key) { put(.null, key) }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { put(try JSONNode(value), key) }
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        put(try value.map { try JSONNode($0) } ?? .null, key)
    }
    func encodeIfPresent(_ value: String?, forKey key: Key) { put(value.map(JSONNode.text) ?? .null, key) }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) { put(value.map(JSONNode.bool) ?? .null, key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) { put(value.map { .number(String($0)) } ?? .null, key) }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) { put(value.map { .number(String($0)) } ?? .null, key) }

    // No type of muster's nests a container by hand; these only satisfy the protocol.
    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type, forKey _: Key) -> KeyedEncodingContainer<Nested> {
        JSONNode.Encoder(holder: holder).container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedEncodingContainer { Unkeyed(holder: holder) }
    func superEncoder() -> any Encoder { JSONNode.Encoder(holder: holder) }
    func superEncoder(forKey _: Key) -> any Encoder { JSONNode.Encoder(holder: holder) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
    let holder: JSONNode.Holder
    var codingPath: [any CodingKey] { [] }
    var count: Int { holder.elements?.count ?? 0 }

    func encodeNil() { holder.elements?.append(.null) }
    func encode<Value: Encodable>(_ value: Value) throws { holder.elements?.append(try JSONNode(value)) }

    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type) -> KeyedEncodingContainer<Nested> {
        JSONNode.Encoder(holder: holder).container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
    func superEncoder() -> any Encoder { JSONNode.Encoder(holder: holder) }
}

private struct Single: SingleValueEncodingContainer {
    let holder: JSONNode.Holder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { holder.single = .null }
    func encode<Value: Encodable>(_ value: Value) throws { holder.single = try JSONNode(value) }
}

extension String {
    /// `regionName` as `region_name`.
    fileprivate var snakeCase: String {
        guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
        return reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
    }
}
