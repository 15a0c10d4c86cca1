import Foundation
import MusterCore
import MusterValues

extension Shape {
    /// The shape of the JSON from which a type is decoded, with names in snake case.
    ///
    /// The type's own decoding is run once on made-up values, and what it asks for is written down. So what the API takes is
    /// described by the type alone.
    static func of<Value: Decodable>(_ type: Value.Type) -> Shape {
        let probe = ShapeProbe()
        guard (try? Value(from: probe)) != nil else { preconditionFailure("\(type) takes no made-up values") }
        return probe.shape
    }
}

/// A decoder that gives made-up values and writes down what is asked for.
private final class ShapeProbe: Decoder {
    /// The shape of what was asked for.
    var shape = Shape.any
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedDecodingContainer<Key> {
        if shape == .any { shape = .object([]) }
        return KeyedDecodingContainer(KeyedProbe(probe: self))
    }
    func unkeyedContainer() -> any UnkeyedDecodingContainer { UnkeyedProbe(probe: self) }
    func singleValueContainer() -> any SingleValueDecodingContainer { SingleProbe(probe: self) }

    /// A made-up value of a type, and its shape.
    static func make<Value: Decodable>(_ type: Value.Type) throws -> (Value, Shape) {
        if type == String.self { return ("2026" as! Value, .string) }
        if type == Bool.self { return (false as! Value, .boolean) }
        if type == Int.self { return (1 as! Value, .integer) }
        if type == Int64.self { return (Int64(1) as! Value, .integer) }
        if type == FieldValue.self { return (FieldValue.text("2026") as! Value, .any) }
        if type == RecordKind.self { return (RecordKind.unit as! Value, .words(RecordKind.allCases.map(\.name))) }
        if type == [String: String].self { return ([:] as! Value, .map(.string)) }
        if let words = type as? any (CaseIterable & RawRepresentable<String>).Type {
            return (words.first as! Value, .words(words.allWords))
        }
        let probe = ShapeProbe()
        // A strength, a day and a short id are written as text; each takes one of these.
        for text in ["2026", "2026-01-01", "U1"] {
            probe.text = text
            guard let value = try? Value(from: probe) else { continue }
            return (value, TextForm(of: type).map(Shape.text) ?? probe.shape)
        }
        return (try Value(from: probe), probe.shape)
    }

    var text = "2026"
}

extension CaseIterable where Self: RawRepresentable<String> {
    fileprivate static var first: Any { allCases.first! }
    fileprivate static var allWords: [String] { allCases.map(\.rawValue) }
}

private struct KeyedProbe<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_: Key) -> Bool { true }
    func decodeNil(forKey _: Key) -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try note(type, key, isRequired: true)
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try note(type, key, isRequired: false)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try note(type, key, isRequired: false)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try note(type, key, isRequired: false) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try note(type, key, isRequired: false) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        try note(type, key, isRequired: false)
    }

    private func note<Value: Decodable>(_ type: Value.Type, _ key: Key, isRequired: Bool) throws -> Value {
        let (value, shape) = try ShapeProbe.make(type)
        let member = Shape.Member(name: key.stringValue.snakeCase, shape: shape, isRequired: isRequired)
        probe.shape = .object(probe.shape.members + [member])
        return value
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey _: Key) -> KeyedDecodingContainer<Nested>
    {
        probe.container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedDecodingContainer { UnkeyedProbe(probe: probe) }
    func superDecoder() -> any Decoder { probe }
    func superDecoder(forKey _: Key) -> any Decoder { probe }
}

private struct UnkeyedProbe: UnkeyedDecodingContainer {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }
    private(set) var currentIndex = 0

    init(probe: ShapeProbe) { self.probe = probe }

    mutating func decodeNil() -> Bool { false }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (value, shape) = try ShapeProbe.make(type)
        probe.shape = .list(shape)
        currentIndex += 1
        return value
    }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedDecodingContainer<Nested> {
        probe.container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { self }
    mutating func superDecoder() -> any Decoder { probe }
}

private struct SingleProbe: SingleValueDecodingContainer {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode(_: String.Type) throws -> String {
        probe.shape = .string
        return probe.text
    }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (value, shape) = try ShapeProbe.make(type)
        probe.shape = shape
        return value
    }
}

extension String {
    /// A name such as `launchedBy` as `launched_by`.
    var snakeCase: String {
        var result = ""
        for character in self {
            if character.isUppercase { result += "_" }
            result += character.lowercased()
        }
        return result
    }
}
