import GRDB
import MusterValues

extension Reversal {
    func versions(in table: HistoryTable) throws -> [Version] {
        let columns = table.columns.map { "b.\($0)" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM \(table.name) WHERE revision = ? ORDER BY version", arguments: [undone])
        return try rows.map { row in
            let version = Version(table: table, row: row, before: nil)
            let before = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT \(columns), b.deleted, b.nonce FROM \(table.name) b WHERE \(version.condition) \
                        AND b.revision < ? ORDER BY b.revision DESC LIMIT 1
                        """), arguments: version.keys + [undone])
            guard let before, try before.get("deleted") == 0 else { return version }
            if try before.get("nonce") as DatabaseValue == .null {
                throw refusal(["the version of \(try name(of: version)) before it was redacted"])
            }
            return Version(table: table, row: row, before: before)
        }
    }

    func current(_ version: Version) throws -> Row? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM \(version.base) WHERE \(version.condition)"),
            arguments: version.keys)
    }

    /// Removes a row that the undone revision made, unless somebody changed it since.
    func remove(_ version: Version) throws {
        if version.isGone { return }
        guard let now = try current(version) else { return try conflict(version, "removed", column: "deleted") }
        let later = version.table.columns.filter { $0 != "revision" && now[$0] as DatabaseValue != version.row[$0] }
        if !later.isEmpty { return try later.forEach { try conflict(version, "changed", column: $0) } }
        try attempt(version) {
            try db.cachedStatement(sql: "DELETE FROM \(version.base) WHERE \(version.condition)")
                .execute(arguments: version.keys)
        }
        removed.append(version)
    }

    /// Resets the columns that the undone revision changed, unless somebody changed them since.
    func restore(_ version: Version) throws {
        guard let now = try current(version), let before = version.before else {
            return try conflict(version, "removed", column: "deleted")
        }
        let changed = version.table.columns.filter {
            $0 != "revision" && version.row[$0] as DatabaseValue != before[$0]
        }
        let later = changed.filter { now[$0] as DatabaseValue != version.row[$0] }
        if !later.isEmpty { return try later.forEach { try conflict(version, "changed", column: $0) } }
        if changed.isEmpty { return }
        let values = changed.map { "\($0) = ?" }.joined(separator: ", ")
        let arguments = StatementArguments(changed.map { before[$0] as DatabaseValue })
        try attempt(version) {
            try db.execute(
                sql: "UPDATE \(version.base) SET \(values), revision = ? WHERE \(version.condition)",
                arguments: arguments + [transaction.revision()] + version.keys)
        }
        restored.append(version)
    }

    /// The conflict with a later merge of the record, which is why its row is not there; nil if there is none.
    private func mergedSince(_ version: Version) throws -> Conflict? {
        guard let id = try RowOwner(table: version.table, row: version.before ?? version.row)?.id,
            version.base == id.kind.name, id.kind != .region
        else { return nil }
        let merge = try Row.fetchOne(
            db, sql: "SELECT revision, kept FROM merge WHERE kind = ? AND gone = ? AND revision > ?",
            arguments: [id.kind.name, id.number, undone])
        return try merge.map {
            Conflict(
                revision: try $0.get("revision"),
                what: "merged \(id) into \(RecordID(id.kind, try $0.get("kept")))")
        }
    }

    /// Puts back a row that the undone revision removed. Such a revision was a reversal itself.
    func putBack(_ version: Version) throws {
        guard let before = version.before else { return }
        if try current(version) != nil { return try conflict(version, "added", column: "deleted") }
        if let merge = try mergedSince(version) { return conflicts.append(merge) }
        let columns = version.table.columns.filter { $0 != "revision" }
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        try attempt(version) {
            try db.execute(
                sql: "INSERT INTO \(version.base) (\(columns.joined(separator: ", ")), revision) VALUES (\(marks), ?)",
                arguments: StatementArguments(columns.map { before[$0] as DatabaseValue }) + [transaction.revision()])
        }
        restored.append(version)
    }
}
