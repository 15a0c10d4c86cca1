extension Decoder {
    /// Decodes a value that is coded as one string.
    ///
    /// - Parameters:
    ///   - read: reads the string; nil if it is no such value.
    ///   - fault: the reason why a string is refused.
    /// - Returns: the value.
    /// - Throws: `DecodingError.dataCorrupted` with the reason.
    func value<Value>(_ read: (String) -> Value?, orFault fault: (String) -> String) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = read(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: fault(text))
        }
        return value
    }
}

extension Encoder {
    /// Encodes a value that is coded as one string.
    func encode(text: String) throws {
        var container = singleValueContainer()
        try container.encode(text)
    }
}
