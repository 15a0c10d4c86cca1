import Foundation
import GRDB
import MusterValues

extension Reversal {
    /// A change in a later revision that keeps the undone revision from being undone alone.
    struct Conflict: Hashable {
        let revision: Int64
        let what: String
    }

    /// The conflicts of the latest ten revisions, in words, by revision: a user must undo the latest one first.
    func words(of conflicts: [Conflict]) -> [String] {
        let byRevision = Dictionary(grouping: Set(conflicts), by: \.revision).sorted { $0.key < $1.key }
        let latest = byRevision.suffix(10).map { revision, conflicts in
            let all = conflicts.map(\.what).sorted { $0.localizedStandardCompare($1) == .orderedAscending }
            let more = all.count > 3 ? ", and \(all.count - 3) more" : ""
            return "revision \(revision) " + all.prefix(3).joined(separator: ", ") + more
        }
        let earlier = byRevision.count - latest.count
        let others = earlier == 1 ? "1 more revision" : "\(earlier) more revisions"
        return earlier > 0 ? latest + ["and \(others) before these"] : latest
    }

    /// The record to which a version belongs, in words.
    func name(of version: Version) throws -> String {
        let touched = try RowOwner(table: version.table, row: version.before ?? version.row)
        guard let id = touched?.id else { return version.base.spaced }
        return version.base == id.kind.name ? id.description : "a \(version.base.spaced) of \(id)"
    }

    /// Notes the later revisions that changed a column of the row and were not undone themselves.
    func conflict(_ version: Version, _ done: String, column: String) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT revision, \(column) AS value FROM \(version.table.name) WHERE \(version.condition) \
                AND revision >= ? ORDER BY revision
                """, arguments: version.keys + [undone])
        let last = try rows.lastIndex { try $0.get("value") as DatabaseValue == version.row[column] } ?? 0
        let changes = try zip(rows[last...], rows[last...].dropFirst()).compactMap { earlier, later -> Int64? in
            try earlier.get("value") as DatabaseValue == later.get("value") ? nil : try later.get("revision")
        }
        let standing = try changes.filter { try !isSettled($0) }
        for revision in standing.isEmpty ? changes : standing {
            conflicts.append(Conflict(revision: revision, what: try words(for: done, column, of: version)))
        }
    }

    /// True if this later revision no longer matters: it was itself undone, or it only undid another later revision.
    private func isSettled(_ revision: Int64) throws -> Bool {
        if try standingReversal(of: revision) != nil { return true }
        let undoes = try Int64.fetchOne(
            db, sql: "SELECT undoes FROM reversal WHERE revision = ?", arguments: [revision])
        return undoes.map { $0 > undone } ?? false
    }

    private func words(for done: String, _ column: String, of version: Version) throws -> String {
        let isNumbered = RecordKind(name: version.base) != nil
        return column == "deleted" || !isNumbered
            ? "\(done) \(try name(of: version))"
            : "\(done) \(version.field(of: column).spaced) of \(try name(of: version))"
    }

    /// Runs one statement of the reversal. If the register refuses it, that is a conflict and not a failure.
    func attempt(_ version: Version, _ change: () throws -> Void) throws {
        do { try change() } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            let other = try version.base == "name" ? nameTaken(version) : derivedAlready(version)
            if let other { return conflicts.append(other) }
            // The refusal may come only from a name or source that could not be put back, and that has its own
            // conflict.
            if !conflicts.isEmpty { return }
            throw refusal(["\(try name(of: version)): \(MusterError(error, path: ""))"])
        }
    }

    /// A conflict with the record that has since taken the name; nil if none has.
    private func nameTaken(_ version: Version) throws -> Conflict? {
        guard let before = version.before else { return nil }
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM name WHERE folded = ? AND nature = 'primary' AND id <> ?",
            arguments: [before.get("folded") as String, before.get("id") as Int64])
        guard let other = rows.first, let id = try RowOwner(table: version.table, row: other)?.id else { return nil }
        return Conflict(
            revision: try other.get("revision"), what: "gave the name \(quoted(try before.get("text"))) to \(id)")
    }

    /// Finds the rows that point to a removed row, and the restored rows that point to a missing one.
    func checkReferences(to removed: [Version], of restored: [Version]) throws {
        let tables = try HistoryTable.all(db).filter { $0.base != nil }
        for table in tables {
            let keys = try Row.fetchAll(
                db, sql: "SELECT * FROM pragma_foreign_key_list(?, 'main')", arguments: [table.base!])
            for key in keys {
                let (parent, column): (String, String) = (try key.get("table"), try key.get("from"))
                for version in removed where version.base == parent {
                    try noteChildren(of: version, in: table, by: column)
                }
                for version in restored where version.base == table.base {
                    try noteParent(of: version, by: column, in: tables.first { $0.base == parent })
                }
            }
        }
    }

    private func noteChildren(of version: Version, in table: HistoryTable, by column: String) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM \(table.base!) WHERE \(column) = ? LIMIT 11"),
            arguments: version.keys)
        for row in rows {
            let child = Version(table: table, row: row, before: nil)
            let first = try db.oneRow(
                """
                SELECT min(revision) AS made, min(revision) FILTER (WHERE \(column) = ?) AS needs \
                FROM \(table.name) WHERE \(child.condition)
                """, arguments: version.keys + child.keys)
            // A row that the undone revision made, and that cannot be removed, already has its own conflict.
            if try first.get("needs") as Int64 == undone { continue }
            let done = try first.get("made") as Int64 == first.get("needs") ? "made" : "changed"
            conflicts.append(
                Conflict(
                    revision: try first.get("needs"),
                    what: "\(done) \(try name(of: child)), which needs \(try name(of: version))"))
        }
    }

    private func noteParent(of version: Version, by column: String, in parent: HistoryTable?) throws {
        guard let parent, let before = version.before, !(before[column] as DatabaseValue).isNull else { return }
        let key: DatabaseValue = before[column]
        let isThere = try db.one(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM \(parent.base!) WHERE \(parent.key[0]) = ?)", arguments: [key])
        if isThere { return }
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM \(parent.name) WHERE \(parent.key[0]) = ? ORDER BY revision DESC LIMIT 1",
            arguments: [key])
        // A row that the undone revision removed, and that cannot be put back, already has its own conflict.
        guard let row, try row.get("revision") != undone, let id = try RowOwner(table: parent, row: row)?.id else {
            return
        }
        conflicts.append(
            Conflict(revision: try row.get("revision"), what: "removed \(id), which \(try name(of: version)) needs"))
    }
}
