/// JSON in muster's form: keys are in snake case and sorted, so the same values always give the same bytes.
public enum JSON {
    /// A value as indented JSON with a line break at its end; a nil member is written as null, not left out.
    public static func text(_ value: some Encodable) throws -> String {
        let writer = JSONWriter()
        try writer.write(value)
        writer.buffer.write(raw: "\n")
        return writer.buffer.taken()
    }

    /// The same value in one line, for programs: without indents it is half as long.
    public static func line(_ value: some Encodable) throws -> String {
        let writer = JSONWriter()
        writer.buffer.isIndented = false
        try writer.write(value)
        writer.buffer.write(raw: "\n")
        return writer.buffer.taken()
    }
}
