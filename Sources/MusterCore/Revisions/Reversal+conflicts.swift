import GRDB

extension Reversal {
    /// What a later revision did, because of which another cannot be undone alone.
    struct Conflict: Hashable {
        let revision: Int64
        let what: String
    }

    /// The conflicts in the order of their revisions, the first ten of them.
    func words(of conflicts: [Conflict]) -> [String] {
        var seen: Set<Conflict> = []
        let all = conflicts.filter { seen.insert($0).inserted }.sorted {
            ($0.revision, $0.what) < ($1.revision, $1.what)
        }
        let first = all.prefix(10).map { "revision \($0.revision) \($0.what)" }
        return all.count > 10 ? first + ["and \(all.count - 10) more"] : first
    }

    /// The record that a version is of, in words.
    func name(of version: Version) -> String {
        let touched = Touched(table: version.table, row: version.before ?? version.row)
        guard let id = touched?.id else { return version.base.spaced }
        return version.base == id.kind.name ? id.description : "a \(version.base.spaced) of \(id)"
    }

    /// Notes the later revisions that changed a column of a row.
    func conflict(_ version: Version, _ done: String, column: String) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT revision, \(column) AS value FROM \(version.table.name) WHERE \(version.condition) \
                AND revision >= ? ORDER BY revision
                """, arguments: version.keys + [undone])
        for (earlier, later) in zip(rows, rows.dropFirst())
        where earlier["value"] as DatabaseValue != later["value"] {
            let what =
                column == "deleted"
                ? "\(done) \(name(of: version))" : "changed \(column.spaced) of \(name(of: version))"
            conflicts.append(Conflict(revision: later["revision"], what: what))
        }
    }

    /// Runs one statement of the reversal; what the register refuses is a conflict, not a failure.
    func attempt(_ version: Version, _ change: () throws -> Void) throws {
        do { try change() } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            let other = try version.base == "name" ? nameTaken(version) : nil
            if let other { return conflicts.append(other) }
            throw refusal(["\(name(of: version)): \(MusterError(error, path: ""))"])
        }
    }

    /// The record that has since taken the name that would be put back.
    private func nameTaken(_ version: Version) throws -> Conflict? {
        guard let before = version.before else { return nil }
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM name WHERE folded = ? AND nature = 'primary' AND id <> ?",
            arguments: [before["folded"] as String, before["id"] as Int64])
        guard let other = rows.first, let id = Touched(table: version.table, row: other)?.id else { return nil }
        return Conflict(revision: other["revision"], what: "gave the name \(quoted(before["text"])) to \(id)")
    }

    /// Finds what points to a row that went, and rows put back that point to what is not there.
    func checkReferences(to removed: [Version], of restored: [Version]) throws {
        let tables = try HistoryTable.all(db).filter { $0.base != nil }
        for table in tables {
            let keys = try Row.fetchAll(
                db, sql: "SELECT * FROM pragma_foreign_key_list(?, 'main')", arguments: [table.base!])
            for key in keys {
                let (parent, column): (String, String) = (key["table"], key["from"])
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
            db, sql: "SELECT * FROM \(table.base!) WHERE \(column) = ? LIMIT 11", arguments: version.keys)
        for row in rows {
            let child = Version(table: table, row: row, before: nil)
            let first = try Int64.fetchOne(
                db, sql: "SELECT min(revision) FROM \(table.name) WHERE \(child.condition) AND \(column) = ?",
                arguments: child.keys + version.keys)
            conflicts.append(
                Conflict(
                    revision: first ?? row["revision"],
                    what: "made \(name(of: child)), which needs \(name(of: version))"))
        }
    }

    private func noteParent(of version: Version, by column: String, in parent: HistoryTable?) throws {
        guard let parent, let before = version.before, !(before[column] as DatabaseValue).isNull else { return }
        let key: DatabaseValue = before[column]
        let isThere = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM \(parent.base!) WHERE \(parent.key[0]) = ?)", arguments: [key])!
        if isThere { return }
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM \(parent.name) WHERE \(parent.key[0]) = ? ORDER BY revision DESC LIMIT 1",
            arguments: [key])
        guard let row, let id = Touched(table: parent, row: row)?.id else { return }
        conflicts.append(Conflict(revision: row["revision"], what: "removed \(id), which \(name(of: version)) needs"))
    }

    /// Holds what was put back against the rules that no single row can break.
    func checkRules(_ restored: [Version]) throws {
        for version in restored {
            guard let id = Touched(table: version.table, row: version.row)?.id, version.base == id.kind.name else {
                continue
            }
            do {
                try transaction.refuseCircle(of: id)
                if id.kind == .unit { try transaction.checkDesignation(of: id) }
                if id.kind == .enrollment { try noteTwice(id) }
            } catch let error as MusterError {
                throw refusal([error.description])
            }
        }
    }

    /// Notes an enrollment that was made of the same official or group in the same unit since.
    private func noteTwice(_ id: RecordID) throws {
        let own = try id.row(db)!
        if own["standing"] == Standing.rejected.rawValue { return }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, revision, group_who FROM enrollment WHERE unit_id = ? AND id <> ? AND official_id IS ? \
                AND standing <> 'rejected'
                """, arguments: [own["unit_id"] as Int64, id.number, own["official_id"] as Int64?])
        let group: String? = own["group_who"]
        for row in rows where (row["group_who"] as String?).map(Text.folded) == group.map(Text.folded) {
            conflicts.append(
                Conflict(revision: row["revision"], what: "made \(RecordID(.enrollment, row["id"])), the same as \(id)")
            )
        }
    }
}
