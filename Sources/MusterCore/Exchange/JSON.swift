/// JSON as muster writes it: keys in snake case and in order, so that the same values give the same bytes.
public enum JSON {
    /// A value as indented JSON, with a line break at its end; every key is there, and one whose value is nil is null.
    public static func text(_ value: some Encodable) throws -> String {
        let writer = JSONWriter()
        try writer.write(value)
        writer.buffer.write(raw: "\n")
        return writer.buffer.taken()
    }

    /// Writes values as one JSON array, some thousand at a time: a long listing as one text would be in memory many times
    /// over.
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
