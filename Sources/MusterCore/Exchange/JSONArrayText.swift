/// The text of one JSON array, made while its values are read, so that a long listing need not be in memory.
///
/// Its bytes are those of `JSON.text` for the same values in an array.
public struct JSONArrayText {
    private let writer = JSONWriter()
    private var isEmpty = true

    /// Begins an array.
    public init() { writer.buffer.write(raw: "[") }

    /// Adds a value at the end.
    public mutating func append(_ value: some Encodable) throws {
        writer.buffer.write(raw: isEmpty ? "\n" : ",\n")
        isEmpty = false
        try writer.write(value)
    }

    /// Ends the array; nothing may be added after it.
    public mutating func end() { writer.buffer.write(raw: isEmpty ? "]\n" : "\n]\n") }

    /// The length of the text since it was last taken, in bytes.
    public var count: Int { writer.buffer.count }

    /// The text since the last call, which is then forgotten.
    public mutating func taken() -> String { writer.buffer.taken() }
}
