/// JSON in muster's form: keys are in snake case and sorted, so the same values always give the same bytes.
public enum JSON {
    /// A value as indented JSON with a line break at its end; a nil member is written as null, not left out.
    public static func text(_ value: some Encodable) throws -> String {
        let writer = JSONWriter()
        try writer.write(value)
        writer.buffer.write(raw: "\n")
        return writer.buffer.taken()
    }

    /// Writes values as one JSON array, about a thousand at a time. The text of a whole long listing would be in memory
    /// several times over.
    public static func array(_ values: [some Encodable], to write: (String) throws -> Void) throws {
        let writer = JSONWriter()
        writer.buffer.write(raw: "[")
        for (index, value) in values.enumerated() {
            writer.buffer.write(raw: index == 0 ? "\n" : ",\n")
            try writer.write(value)
            if index % 1000 == 999 { try write(writer.buffer.taken()) }
        }
        writer.buffer.write(raw: values.isEmpty ? "]\n" : "\n]\n")
        try write(writer.buffer.taken())
    }
}
