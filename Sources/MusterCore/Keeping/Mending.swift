import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// What is to be said of a redaction that was cut short before the file was written anew; nil if there is none.
    ///
    /// It is known from the redaction's own hash, whatever a kill or another program left in the file.
    public var unfinishedRedaction: String? {
        let revision = try? read { try Sweep.owed($0) }
        return revision.flatMap(\.self).map(Sweep.told)
    }

    /// Makes anew what follows from the history and does not fit it, and does what an interrupted redaction left to do.
    ///
    /// Records, their history and the hashes are never touched. What is damaged besides is left to a restore.
    ///
    /// - Returns: what was done, a sentence each; none where nothing was to be done.
    /// - Throws: `MusterError` for a registry that cannot be written, or whose rules or other tables are not as they should be.
    public static func mend(at path: String) throws(MusterError) -> [String] {
        do {
            let store = try Store(existing: path, isWriting: true)
            var done: [String] = []
            if try Mending(database: store.main).mendIndex() {
                done.append("the index of the search was made anew from the history")
            }
            if try store.main.read({ try Sweep.owed($0) ?? Sweep.oldText($0, file: store.file.real) }) != nil {
                guard try Sweep(store: store).run() else { throw MusterError.oldTextLeft(path: path) }
                done.append("the file was written anew, without the old text of redactions")
            }
            return done
        } catch { throw MusterError(error, path: path) }
    }
}

/// Makes anew what follows from the history.
struct Mending {
    let database: any DatabaseWriter

    /// Makes the search's index anew if it does not fit; false if it does.
    ///
    /// The rules of the file are checked before.
    func mendIndex() throws -> Bool {
        do {
            try database.read { try SearchIndex(db: $0).check() }
            return false
        } catch MusterError.indexWrong {}
        // Damage elsewhere would only be moved about.
        _ = try database.writeWithoutTransaction(Checkup.checkTables)
        do { try database.write { try SearchIndex(db: $0).rebuild() } } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
        {
            try cutOut()
        }
        try database.read { try SearchIndex(db: $0).check() }
        try database.writeWithoutTransaction { db in
            if try !Checkup.isWhole(db) { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        }
        return true
    }

    /// Takes the index's tables out of the list of tables without reading them, since SQLite cannot drop what is damaged,
    /// makes them again, and writes the file anew without their old pages.
    private func cutOut() throws {
        try database.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                let texts = try String.fetchAll(
                    db,
                    sql: """
                        SELECT sql FROM main.sqlite_master WHERE sql IS NOT NULL AND (name IN ('name_search', 'source_search') \
                        OR tbl_name = 'search_key') ORDER BY type DESC
                        """)
                try db.execute(
                    sql: "PRAGMA writable_schema = ON; DELETE FROM main.sqlite_master WHERE \(SearchIndex.ownSQL)")
                try db.execute(sql: "PRAGMA writable_schema = RESET")
                for text in texts { try db.execute(sql: text) }
                try SearchIndex(db: db).fill()
                return .commit
            }
            try db.execute(sql: "VACUUM")
        }
    }
}
