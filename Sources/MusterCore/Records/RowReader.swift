import Foundation
import GRDB
import GRDBSQLite
import MusterValues

/// Reads the values of a statement's current row, in the order of the columns.
///
/// `Row.get` looks up the column by name for every value and makes a `DatabaseValue`, which takes about a third of a
/// long listing's time. This reader refuses a value of the wrong type, just as `Row.get` does.
struct RowReader {
    private let statement: SQLiteStatement
    private var column: Int32 = -1
    /// The place of the row in its listing; nil until its id is read.
    private(set) var place: RowPlace?
    /// The record that the row belongs to, which error messages name; nil until its id is read.
    var record: RecordID? { if case .record(let id)? = place { id } else { nil } }

    fileprivate init(_ statement: SQLiteStatement) { self.statement = statement }

    /// Moves to the next column and returns the type of its value.
    private mutating func advance() -> Int32 {
        column += 1
        return sqlite3_column_type(statement, column)
    }

    private var text: String {
        let bytes = UnsafeBufferPointer(
            start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The next column's text; nil for NULL.
    ///
    /// - Throws: `MusterError.unreadable` for a value that is not text.
    mutating func next() throws -> String? {
        switch advance() {
        case SQLITE_TEXT: text
        case SQLITE_NULL: nil
        default: throw unreadable()
        }
    }

    /// The next column's number; nil for NULL.
    ///
    /// - Throws: `MusterError.unreadable` for a value that is not a whole number.
    mutating func next() throws -> Int64? {
        switch advance() {
        case SQLITE_INTEGER: sqlite3_column_int64(statement, column)
        case SQLITE_NULL: nil
        default: throw unreadable()
        }
    }

    /// The next column's text, which is never NULL.
    mutating func next() throws -> String {
        guard let value: String = try next() else { throw unreadable() }
        return value
    }

    /// The next column's number, which is never NULL.
    mutating func next() throws -> Int64 {
        guard let value: Int64 = try next() else { throw unreadable() }
        return value
    }

    /// The next column's number, which is never NULL.
    mutating func next() throws -> Int { Int(try next() as Int64) }

    /// The next column's number; nil for NULL.
    mutating func next() throws -> Int? { (try next() as Int64?).map(Int.init) }

    /// The next column's number as the id of the record that the row belongs to.
    mutating func id(_ kind: RecordKind) throws -> RecordID {
        let id = RecordID(kind, try next())
        place = .record(id)
        return id
    }

    /// The next column's text as the code of the region that the row belongs to.
    mutating func code() throws -> String {
        let code: String = try next()
        place = .record(RecordID(region: code))
        return code
    }

    /// Takes the next column's number as that of the look that the row is of.
    mutating func look() throws { place = .look(try next()) }

    /// The next column as a word of a closed list.
    ///
    /// - Throws: `MusterError.unreadable` for a word that is not in the list.
    mutating func list<Value: ClosedList>(_: Value.Type = Value.self) throws -> Value {
        guard let value = try optionalList(Value.self) else { throw unreadable() }
        return value
    }

    /// The same as `list`, with NULL as nil.
    mutating func optionalList<Value: ClosedList>(_: Value.Type = Value.self) throws -> Value? {
        guard let word: String = try next() else { return nil }
        guard let value = Value(rawValue: word) else { throw unreadable() }
        return value
    }

    /// The next column as the values of a JSON array.
    mutating func array<Value: Decodable>(_: Value.Type = Value.self) throws -> [Value] {
        let text: String = try next()
        guard let values = try? JSONDecoder().decode([Value].self, from: Data(text.utf8)) else { throw unreadable() }
        return values
    }

    /// The next two columns as a record's number and name; nil if there is no number.
    mutating func record(_ kind: RecordKind) throws -> NamedRecord? {
        let number: Int64? = try next()
        let name: String? = try next()
        guard let number else { return nil }
        // Only a unit may be without a name.
        if name == nil, kind != .unit { throw unreadable() }
        return NamedRecord(id: RecordID(kind, number), name: name)
    }

    /// The next two columns as a region's code and name; nil if there is no code.
    mutating func region() throws -> NamedRegion? {
        let code: String? = try next()
        let name: String? = try next()
        guard let code else { return nil }
        guard let name else { throw unreadable() }
        return NamedRegion(code: code, name: name)
    }

    /// The next three columns as a date with its first and last day; nil if there is no date.
    mutating func date() throws -> StatedDate? {
        let (edtf, earliest, latest): (String?, String?, String?) = (try next(), try next(), try next())
        return edtf.map { StatedDate(edtf: $0, earliest: earliest, latest: latest) }
    }

    /// The error for the value of the column that was read last.
    func unreadable() -> MusterError {
        let value =
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: "nothing"
            case SQLITE_BLOB: "bytes"
            default: text
            }
        return .unreadable(
            field: String(cString: sqlite3_column_name(statement, column)).spaced, value: value, of: record)
    }
}

extension Statement {
    /// Reads the statement's rows one after another, without a copy of the values that SQLite returns.
    func eachRow(_ arguments: StatementArguments, _ read: (inout RowReader) throws -> Void) throws {
        let cursor = try Row.fetchCursor(self, arguments: arguments)
        while try cursor.next() != nil {
            var reader = RowReader(sqliteStatement)
            try read(&reader)
        }
    }
}
