/// The text by which a caller names a record: its short id or a region's code, a name, a title or an address.
///
/// The text is kept exactly as it was typed, because a citation states it and a message quotes it. Only the register
/// tells what it means: `u7` is the unit U7, but if there is no such unit, it can still be the title of a source.
///
/// ```swift
/// NewUnit(designation: "BARS-Kursk", region: "ru-krs", evidence: Evidence(source: RecordReference(source)))
/// ```
public struct RecordReference: Hashable, Sendable {
    /// The text, exactly as typed.
    public let text: String

    /// The record, if it was found before; nil if the register is still to be asked.
    package let known: RecordID?

    /// Takes any text as a person types it. The register is asked for the record only when the reference is used.
    public init(_ typed: String) { (text, known) = (typed, nil) }

    /// Names a record by its id.
    public init(_ id: RecordID) { (text, known) = (id.description, nil) }

    /// Names a record that is found already by the text that was written for it, which a citation will state.
    package init(_ id: RecordID, written text: String) { (self.text, known) = (text, id) }

    /// The short id that the text reads as, in either case, also through look-alike letters and with signs round it; nil for
    /// a region's code and for a name.
    public var id: RecordID? { RecordID(typedShortID: text) }
}

extension RecordReference: CustomStringConvertible {
    /// The text, exactly as typed.
    public var description: String { text }
}

extension RecordReference: ExpressibleByStringInterpolation {
    /// Takes a literal as typed text.
    public init(stringLiteral text: String) { self.init(text) }
}

extension RecordReference: Codable {
    /// Decodes the reference from one string.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Encodes the reference as one string.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(text: text)
    }
}
