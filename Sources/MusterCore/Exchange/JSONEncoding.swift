/// Encodes a value as JSON text, with every key of it: a member that is nil is null.
///
/// Foundation's encoder leaves such a key out, so that a reader could not tell "nothing" from "never asked". The text is
/// made as the value is read, because a tree of a long listing's values takes several times the text's memory.
struct JSONEncoding: Encoder {
    fileprivate let holder: Holder

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The value as text, each member on a line of its own, keys in the order of their bytes.
    static func text(of value: some Encodable, indent: Int) throws -> String {
        let holder = Holder(indent: indent)
        try value.encode(to: JSONEncoding(holder: holder))
        return holder.text
    }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        holder.form = .object
        return KeyedEncodingContainer(Keyed(holder: holder))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        holder.form = .array
        return Unkeyed(holder: holder)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(holder: holder) }

    /// Where the containers of one value put what they are given.
    fileprivate final class Holder {
        enum Form { case single, array, object }

        let indent: Int
        var form = Form.single
        /// The single value, or the elements so far.
        var written = "null"
        var count = 0
        var members: [(key: String, text: String)] = []

        init(indent: Int) { self.indent = indent }

        var text: String {
            switch form {
            case .single: written
            case .array: count == 0 ? "[]" : "\(written)\n\(margin)]"
            case .object: object
            }
        }

        var margin: String { String(repeating: "  ", count: indent) }

        private var object: String {
            if members.isEmpty { return "{}" }
            members.sort { $0.key < $1.key }
            let inner = margin + "  "
            var text = ""
            text.reserveCapacity(
                members.reduce(4) { $0 + $1.key.utf8.count + $1.text.utf8.count + inner.utf8.count + 8 })
            for index in members.indices {
                text += index == 0 ? "{\n" : ",\n"
                text += inner
                text += "\""
                text += members[index].key
                text += "\" : "
                text += members[index].text
                // A long listing is in memory once.
                members[index].text = ""
            }
            text += "\n"
            text += margin
            text += "}"
            return text
        }

        func put(_ text: String, _ key: some CodingKey) {
            if members.isEmpty { members.reserveCapacity(16) }
            members.append((key.stringValue.snakeCase, text))
        }

        func put(_ text: String) {
            if count == 0 { written = "[\n" } else { written += ",\n" }
            for _ in 0...indent { written += "  " }
            written += text
            count += 1
        }
    }

    /// A string between quotation marks, as RFC 8259 §7 has it.
    fileprivate static func quoted(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return "\"\(value)\""
        }
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let holder: JSONEncoding.Holder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { holder.put("null", key) }
    func encode(_ value: String, forKey key: Key) { holder.put(JSONEncoding.quoted(value), key) }
    func encode(_ value: Bool, forKey key: Key) { holder.put(String(value), key) }
    func encode(_ value: Int, forKey key: Key) { holder.put(String(value), key) }
    func encode(_ value: Int64, forKey key: Key) { holder.put(String(value), key) }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        holder.put(try JSONEncoding.text(of: value, indent: holder.indent + 1), key)
    }
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }
    func encodeIfPresent(_ value: String?, forKey key: Key) {
        holder.put(value.map(JSONEncoding.quoted) ?? "null", key)
    }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) { holder.put(value.map { String($0) } ?? "null", key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) { holder.put(value.map { String($0) } ?? "null", key) }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) { holder.put(value.map { String($0) } ?? "null", key) }

    // No type of muster's nests a container by hand; these only satisfy the protocol.
    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type, forKey _: Key) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(Keyed<Nested>(holder: holder))
    }
    func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedEncodingContainer { Unkeyed(holder: holder) }
    func superEncoder() -> any Encoder { JSONEncoding(holder: holder) }
    func superEncoder(forKey _: Key) -> any Encoder { JSONEncoding(holder: holder) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
    let holder: JSONEncoding.Holder
    var codingPath: [any CodingKey] { [] }
    var count: Int { holder.count }

    func encodeNil() { holder.put("null") }
    func encode<Value: Encodable>(_ value: Value) throws {
        holder.put(try JSONEncoding.text(of: value, indent: holder.indent + 1))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(Keyed<Nested>(holder: holder))
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
    func superEncoder() -> any Encoder { JSONEncoding(holder: holder) }
}

private struct Single: SingleValueEncodingContainer {
    let holder: JSONEncoding.Holder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { holder.written = "null" }
    func encode(_ value: String) { holder.written = JSONEncoding.quoted(value) }
    func encode(_ value: Bool) { holder.written = String(value) }
    func encode(_ value: Int) { holder.written = String(value) }
    func encode(_ value: Int64) { holder.written = String(value) }
    func encode(_ value: Double) { holder.written = String(value) }
    func encode<Value: Encodable>(_ value: Value) throws {
        holder.written = try JSONEncoding.text(of: value, indent: holder.indent)
    }
}

extension String {
    /// `regionName` as `region_name`.
    fileprivate var snakeCase: String {
        guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
        return reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
    }
}
