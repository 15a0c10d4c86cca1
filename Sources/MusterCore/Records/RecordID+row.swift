import GRDB
import MusterValues

extension RecordID {
    /// The record's row; nil if it is not on the register.
    func row(_ db: Database) throws -> Row? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM \(kind.name) WHERE \(kind.key) = ?"), arguments: [databaseKey])
    }

    /// The record's row, which was there a moment ago.
    ///
    /// - Throws: `MusterError.unknownRecord` if it is not on the register.
    func row(there db: Database) throws -> Row {
        guard let row = try row(db) else {
            throw MusterError.unknownRecord(description, kind: kind.name, nearest: [], fix: nil)
        }
        return row
    }

    /// What the record's table knows it by.
    var databaseKey: any DatabaseValueConvertible { code.map { $0 as any DatabaseValueConvertible } ?? number }
}
