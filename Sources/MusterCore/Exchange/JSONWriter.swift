/// Writes values as JSON text with all their keys: a nil member is written as null.
///
/// Foundation's encoder leaves out the key of a nil member, so a reader cannot tell "nothing" from "never asked". No
/// tree of the values is built: for a long listing it would take several times the memory of the text.
final class JSONWriter {
    /// The text so far.
    ///
    /// A writer is used by one thread, and no call into the buffer calls the writer again: the check of that for each byte that is
    /// written would cost more than the byte.
    @exclusivity(unchecked) var buffer = JSONBuffer()

    /// Writes a value with each member on its own line, and with keys sorted by their bytes.
    func write(_ value: some Encodable) throws {
        buffer.open()
        try value.encode(to: JSONEncoding(writer: self))
        buffer.close()
    }
}

/// Passes everything that a value encodes on to the writer.
struct JSONEncoding: Encoder {
    let writer: JSONWriter

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        writer.buffer.beginObject()
        return KeyedEncodingContainer(Keyed(writer: writer))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.buffer.beginArray()
        return Unkeyed(writer: writer)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(writer: writer) }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: JSONWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        writer.buffer.begin(key)
        writer.buffer.write(raw: "null")
    }
    func encode(_ value: String, forKey key: Key) {
        writer.buffer.begin(key)
        writer.buffer.write(value)
    }
    func encode(_ value: Bool, forKey key: Key) {
        writer.buffer.begin(key)
        writer.buffer.write(raw: value ? "true" : "false")
    }
    func encode(_ value: Int, forKey key: Key) {
        writer.buffer.begin(key)
        writer.buffer.write(raw: String(value))
    }
    func encode(_ value: Int64, forKey key: Key) {
        writer.buffer.begin(key)
        writer.buffer.write(raw: String(value))
    }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        writer.buffer.begin(key)
        try writer.write(value)
    }
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }
    func encodeIfPresent(_ value: String?, forKey key: Key) {
        if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) {
        if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }
    func encodeIfPresent(_ value: Int?, forKey key: Key) {
        if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) {
        if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    // None of muster's types nests a container by hand; these methods only satisfy the protocol.
    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type, forKey _: Key) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(Keyed<Nested>(writer: writer))
    }
    func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedEncodingContainer { Unkeyed(writer: writer) }
    func superEncoder() -> any Encoder { JSONEncoding(writer: writer) }
    func superEncoder(forKey _: Key) -> any Encoder { JSONEncoding(writer: writer) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
    let writer: JSONWriter
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(writer: JSONWriter) { self.writer = writer }

    mutating func encodeNil() {
        count += 1
        writer.buffer.beginElement()
        writer.buffer.write(raw: "null")
    }
    mutating func encode<Value: Encodable>(_ value: Value) throws {
        count += 1
        writer.buffer.beginElement()
        try writer.write(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type) -> KeyedEncodingContainer<Nested> {
        KeyedEncodingContainer(Keyed<Nested>(writer: writer))
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
    func superEncoder() -> any Encoder { JSONEncoding(writer: writer) }
}

private struct Single: SingleValueEncodingContainer {
    let writer: JSONWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { writer.buffer.write(raw: "null") }
    func encode(_ value: String) { writer.buffer.write(value) }
    func encode(_ value: Bool) { writer.buffer.write(raw: String(value)) }
    func encode(_ value: Int) { writer.buffer.write(raw: String(value)) }
    func encode(_ value: Int64) { writer.buffer.write(raw: String(value)) }
    func encode(_ value: Double) { writer.buffer.write(raw: String(value)) }
    func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: JSONEncoding(writer: writer)) }
}
