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

    /// Appends the form of a statement's current row; the statement's first columns must be this form's.
    func append(_ statement: SQLiteStatement, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for slot in slots {
            if let index = slot.index, sqlite3_column_type(statement, index) == SQLITE_NULL { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.append(contentsOf: slot.prefix)
            if let index = slot.index { Self.append(statement, index, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func append(_ statement: SQLiteStatement, _ index: Int32, to bytes: inout [UInt8]) {
        if sqlite3_column_type(statement, index) == SQLITE_INTEGER {
            return append(sqlite3_column_int64(statement, index), to: &bytes)
        }
        let text = sqlite3_column_text(statement, index)
        let count = Int(sqlite3_column_bytes(statement, index))
        append(UnsafeBufferPointer(start: text, count: count), to: &bytes)
    }

    /// Appends a whole number in decimal.
    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        var left = number.magnitude
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(left % 10))
            left /= 10
        } while left > 0
        bytes[start...].reverse()
    }

    /// Appends UTF-8 text as a JSON string, escaped by RFC 8785 §3.2.2.2.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in 0..<text.count {
            let byte = text[index]
            // Most bytes need no escape. This test runs for every byte of the history, so it takes most of a proof's time.
            if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            start = index + 1
            switch byte {
            case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
            case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
            case 0x08: bytes.append(contentsOf: [0x5C, UInt8(ascii: "b")])
            case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
            case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
            case 0x0C: bytes.append(contentsOf: [0x5C, UInt8(ascii: "f")])
            case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
            default:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8))
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends the bytes of a text as a JSON string.
    static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        Array(text).withUnsafeBufferPointer { append($0, to: &bytes) }
    }
}
