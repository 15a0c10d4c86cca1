import Foundation

/// JSON as muster writes it: keys in snake case and in order, so that the same values give the same bytes.
public enum JSON {
    /// A value as indented JSON, with a line break at its end; a nil value leaves its key out.
    public static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
