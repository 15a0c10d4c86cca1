import GRDB
import GRDBSQLite
import MusterValues

/// The bytes that the hash chain hashes for one row: a JSON object by RFC 8785 with the table's name and every column
/// that is not NULL, except the proof's own columns.
///
/// NULLs are left out, so a column that a later schema adds does not change the form of older rows. The values are only
/// whole numbers and text, because the tables are STRICT and hold nothing else.
struct CanonicalForm: Sendable {
    /// A column's index in the statement, and the bytes to write before its value; a nil index is the table's name.
    private let slots: [(index: Int32?, prefix: [UInt8])]
    /// The columns to select, in their order in the form.
    let columns: [String]

    /// The form of the rows of a table.
    ///
    /// - Parameters:
    ///   - table: the name that the form gives the table.
    ///   - columns: the columns, in any order.
    init(table: String, columns: [String]) {
        let sorted = columns.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        var slots: [(index: Int32?, prefix: [UInt8])] = []
        for key in (sorted + ["table"]).sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            let prefix = Array("\"\(key)\":".utf8)
            slots.append(
                key == "table"
                    ? (nil, prefix + Array("\"\(table)\"".utf8))
                    : (Int32(sorted.firstIndex(of: key)!), prefix))
        }
        self.slots = slots
        self.columns = sorted
    }

    /// Appends the form of the row that a statement stands on; its first columns are this form's.
    func append(_ statement: SQLiteStatement, to bytes: inout LeafBytes) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for slot in slots {
            if let index = slot.index, sqlite3_column_type(statement, index) == SQLITE_NULL { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.append(slot.prefix)
            if let index = slot.index { Self.append(statement, index, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func append(_ statement: SQLiteStatement, _ index: Int32, to bytes: inout LeafBytes) {
        if sqlite3_column_type(statement, index) == SQLITE_INTEGER {
            return bytes.append(sqlite3_column_int64(statement, index))
        }
        let text = sqlite3_column_text(statement, index)
        append(UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, index))), to: &bytes)
    }

    /// Appends UTF-8 text as a JSON string, escaped as RFC 8785 §3.2.2.2 has it.
    static func append(_ text: UnsafeRawBufferPointer, to bytes: inout LeafBytes) {
        bytes.append(UInt8(ascii: "\""))
        var (start, index) = (0, 0)
        while index < text.count {
            // Most bytes are written as they are, so eight are looked at in one go.
            if index + 8 <= text.count, isPlain(text.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let byte = text[index]
            index += 1
            if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
            bytes.append(UnsafeRawBufferPointer(rebasing: text[start..<index - 1]))
            start = index
            bytes.append(escape(byte))
        }
        bytes.append(UnsafeRawBufferPointer(rebasing: text[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    /// True if none of eight bytes is a control character, a quote or a backslash.
    ///
    /// A byte below another sets the highest bit of their difference; bytes of 0x80 and more are masked out.
    @inline(__always)
    private static func isPlain(_ eight: UInt64) -> Bool {
        func has(_ byte: UInt64) -> UInt64 {
            let rest = eight ^ byte &* 0x0101_0101_0101_0101
            return (rest &- 0x0101_0101_0101_0101) & ~rest
        }
        let control = (eight &- 0x2020_2020_2020_2020) & ~eight
        return (control | has(0x22) | has(0x5C)) & 0x8080_8080_8080_8080 == 0
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case 0x22, 0x5C: return [0x5C, byte]
        case 0x08: return [0x5C, UInt8(ascii: "b")]
        case 0x09: return [0x5C, UInt8(ascii: "t")]
        case 0x0A: return [0x5C, UInt8(ascii: "n")]
        case 0x0C: return [0x5C, UInt8(ascii: "f")]
        case 0x0D: return [0x5C, UInt8(ascii: "r")]
        default:
            let digits = String(byte, radix: 16)
            return Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
        }
    }

    /// Appends the bytes of a text as a JSON string.
    static func append(_ text: some Sequence<UInt8>, to bytes: inout LeafBytes) {
        Array(text).withUnsafeBytes { append($0, to: &bytes) }
    }
}
