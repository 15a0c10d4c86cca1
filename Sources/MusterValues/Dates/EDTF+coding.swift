extension EDTF: Codable {
    /// Decodes a date from its text.
    ///
    /// - Throws: `DecodingError.dataCorrupted`, with the reason, for text that is not a date.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do { self = try EDTF(text) } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message)
        }
    }

    /// Encodes the date as its text.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(text: text)
    }
}

extension Day: Codable {
    /// Decodes a day from its text, such as `2025-05-31`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for text that ``init(_:)`` does not read, so also for a year outside
    ///   0000...9999.
    public init(from decoder: any Decoder) throws {
        self = try decoder.value({ Day($0) }, orFault: { "\(quoted($0)) is not one day, as 2025-05-31 is" })
    }

    /// Encodes the day as its text.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(text: description)
    }
}
