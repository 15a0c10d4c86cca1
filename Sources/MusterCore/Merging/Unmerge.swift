import GRDB
public import MusterValues

extension Registry {
    /// Undoes a merge, even if the records were changed since: the merged record comes back with all that was its own.
    ///
    /// - Parameters:
    ///   - record: the record that was merged into another, by its short id.
    ///   - authorship: the person who undoes it, and the reason.
    /// - Returns: the records that came back; and, by id, those recorded since that could belong to either, which stay
    ///   where they are.
    /// - Throws: `MusterError` for a record that was never merged, or `.cannotUndo` if a rule of the register forbids
    ///   it, with the later revisions that are in the way.
    public func unmerge(_ record: RecordReference, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "undo a merge") { transaction in
            let id = try Unmerge.target(record, transaction.db)
            try Unmerge(id, transaction).run()
        }
    }
}

/// Undoes one merge, inside a transaction.
struct Unmerge {
    let gone: RecordID
    private let merge: Int64
    private let reversal: Reversal
    private var transaction: Transaction { reversal.transaction }
    private var db: Database { transaction.db }

    /// The merged record that a reference means.
    static func target(_ reference: RecordReference, _ db: Database) throws -> RecordID {
        if let id = reference.id {
            if try MergeLookup(db: db).kept(id) != nil { return id }
            if try id.row(db) == nil { return try Resolver(db: db).resolve(reference, among: RecordKind.allCases) }
        }
        let id = try Resolver(db: db).resolve(reference, among: RecordKind.allCases)
        let merged = try MergeLookup(db: db).merged(into: id).map(\.id.description)
        throw MusterError.refused(
            rule: "\(id) was not merged into another record; "
                + (merged.isEmpty
                    ? "there is nothing to undo" : "what was merged into it: \(merged.joined(separator: ", "))"))
    }

    init(_ gone: RecordID, _ transaction: Transaction) throws {
        self.gone = gone
        merge = try transaction.db.one(
            Int64.self, "SELECT revision FROM merge WHERE kind = ? AND gone = ?",
            arguments: [gone.kind.name, gone.number])
        reversal = Reversal(of: merge, in: transaction)
    }

    func run() throws {
        if try isPart() {
            throw MusterError.refused(rule: "\(gone) went with the record it belongs to; undo the merge of that one")
        }
        let versions = try reversal.start()
        let merges = versions.filter { $0.base == "merge" && $0.before == nil }
        let later = try added(since: merges)
        for version in merges { try reversal.remove(version) }
        for version in versions where version.before != nil && !version.isGone { try restore(version) }
        try reversal.putBackAll(versions)
        try reversal.check()
        if !reversal.conflicts.isEmpty {
            throw reversal.refusal(
                reversal.words(of: reversal.conflicts) + ["undo these first, the latest before the others"])
        }
        try reversal.tell(versions)
        for (id, change) in later { transaction.note(id, change) }
    }

    /// True if the record was merged only because an official or a unit was.
    private func isPart() throws -> Bool {
        if gone.kind == .post { return true }
        return try gone.kind == .enrollment
            && db.one(
                Bool.self,
                "SELECT EXISTS (SELECT 1 FROM merge WHERE revision = ? AND kind IN ('unit', 'official'))",
                arguments: [merge])
    }

    /// Gives a moved row back to the record, and resets each column that still holds what the merge put there.
    private func restore(_ version: Reversal.Version) throws {
        guard let now = try reversal.current(version), let before = version.before else {
            let id = try RowOwner(table: version.table, row: version.before ?? version.row)?.id
            return transaction.note(id ?? gone, .lost(part: id.flatMap(version.part)))
        }
        var values: [(String, DatabaseValue)] = []
        for column in version.table.columns where column != "revision" {
            let (was, merged): (DatabaseValue, DatabaseValue) = (before[column], version.row[column])
            let held: DatabaseValue = now[column]
            if was == merged { continue }
            if try held == merged || leads(merged, to: held, column, of: version.base) || column == "nature" {
                values.append((column, was))
            } else if try !isBack(held, column, of: version.base) {
                let id = try RowOwner(table: version.table, row: now)?.id
                transaction.note(
                    id ?? gone, .changedSince(field: version.field(of: column), part: id.flatMap(version.part)))
            }
        }
        if values.isEmpty { return }
        try reversal.attempt(version) {
            try db.execute(
                sql: """
                    UPDATE \(version.base) SET \(values.map { "\($0.0) = ?" }.joined(separator: ", ")), revision = ? \
                    WHERE \(version.condition)
                    """, arguments: StatementArguments(values.map(\.1)) + [transaction.revision()] + version.keys)
        }
        reversal.restored.append(version)
    }

    /// True if a column points to a record that came back in another unmerge.
    private func isBack(_ held: DatabaseValue, _ column: String, of table: String) throws -> Bool {
        guard let kind = Self.kind(of: column, in: table), let number = Int64.fromDatabaseValue(held) else {
            return false
        }
        return try MergeLookup(db: db).isBack(RecordID(kind, number))
    }

    /// The kind of record that a column points to; nil if that kind cannot be merged.
    private static func kind(of column: String, in table: String) -> RecordKind? {
        [RecordKind.source, .unit, .official, .post, .enrollment].first { kind in
            kind.pointers.contains { $0 == (table, column) }
        }
    }

    /// True if a column changed only because the record it pointed to was itself merged into another since.
    private func leads(_ merged: DatabaseValue, to now: DatabaseValue, _ column: String, of table: String) throws
        -> Bool
    {
        guard let kind = Self.kind(of: column, in: table), let number = Int64.fromDatabaseValue(merged),
            let other = Int64.fromDatabaseValue(now)
        else { return false }
        return try MergeLookup(db: db).survivor(of: RecordID(kind, number)) == RecordID(kind, other)
    }

    /// The records made since the merge that may belong to either record of the pair, each with the note to show.
    private func added(since merges: [Reversal.Version]) throws -> [(RecordID, RecordChange)] {
        try merges.flatMap { version -> [(RecordID, RecordChange)] in
            let name: String = try version.row.get("kind")
            guard let kind = RecordKind(name: name) else {
                throw MusterError.unreadable(field: "kind", value: name)
            }
            guard let kept = try MergeLookup(db: db).survivor(of: RecordID(kind, version.row.get("kept"))) else {
                return []
            }
            let gone = RecordID(kind, try version.row.get("gone"))
            return try kind.pointers.flatMap { table, column -> [(RecordID, RecordChange)] in
                guard let child = RecordKind(name: table) else { return [] }
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT t.id, min(h.revision) AS made FROM \(table) t JOIN \(table)_history h ON h.id = t.id \
                        WHERE t.\(column) = ? GROUP BY t.id HAVING made > ? ORDER BY t.id
                        """, arguments: [kept.number, merge])
                return try rows.map { row in
                    (
                        RecordID(child, try row.get("id")),
                        .recordedSince(revision: try row.get("made"), kept: kept, gone: gone)
                    )
                }
            }
        }
    }
}
