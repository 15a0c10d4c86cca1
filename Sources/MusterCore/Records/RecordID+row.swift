import GRDB
import MusterValues

extension RecordID {
    /// The record's row; nil if it is not on the register.
    func row(_ db: Database) throws -> Row? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM \(kind.name) WHERE \(kind.key) = ?"), arguments: [databaseKey])
    }

    /// The row of a record that was on the register a moment ago.
    ///
    /// - Throws: `MusterError.unknownRecord` if it is no longer there.
    func row(there db: Database) throws -> Row {
        guard let row = try row(db) else {
            throw MusterError.unknownRecord(description, among: [kind])
        }
        return row
    }

    /// The record's key in its table: a region's code, any other record's number.
    var databaseKey: any DatabaseValueConvertible { code.map { $0 as any DatabaseValueConvertible } ?? number }
}
