/// JSON as muster writes it: keys in snake case and in order, so that the same values give the same bytes.
public enum JSON {
    /// A value as indented JSON, with a line break at its end; every key is there, and one whose value is nil is null.
    public static func text(_ value: some Encodable) throws -> String {
        var text = try JSONEncoding.text(of: value, indent: 0)
        text += "\n"
        return text
    }

    /// Writes values as one JSON array, some thousand at a time: a long listing as one text would be in memory many times
    /// over.
    public static func array(_ values: [some Encodable], to write: (String) throws -> Void) throws {
        var piece = "["
        for (index, value) in values.enumerated() {
            piece += index == 0 ? "\n" : ",\n"
            piece += try JSONEncoding.text(of: value, indent: 0)
            if index % 1000 == 999 {
                try write(piece)
                piece = ""
            }
        }
        try write(piece + (values.isEmpty ? "]\n" : "\n]\n"))
    }
}
