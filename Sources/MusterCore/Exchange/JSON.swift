import Foundation
import MusterValues

/// JSON as muster writes it: keys in snake case and in order, so that the same values give the same bytes.
public enum JSON {
    /// A value as indented JSON, with a line break at its end; a nil value leaves its key out.
    public static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder().encode(value), as: UTF8.self) + "\n"
    }

    /// Writes values as one JSON array, some thousand at a time: a long listing as one text would be in memory many times
    /// over.
    public static func array(_ values: [some Encodable], to write: (String) throws -> Void) throws {
        let encoder = encoder()
        var piece = "["
        for (index, value) in values.enumerated() {
            piece += index == 0 ? "\n" : ",\n"
            piece += String(decoding: try encoder.encode(value), as: UTF8.self)
            if index % 1000 == 999 {
                try write(piece)
                piece = ""
            }
        }
        try write(piece + (values.isEmpty ? "]\n" : "\n]\n"))
    }

    private static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
