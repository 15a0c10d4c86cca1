import GRDB
public import MusterValues

extension Registry {
    /// Undoes a revision in a new one: what it added goes, what it changed gets its earlier value back, what it removed is
    /// put back. Nothing is lost from the history.
    ///
    /// - Returns: what was undone, record by record.
    /// - Throws: `MusterError.badValue` for a revision that is not there, `.cannotUndo` with the later revisions that build on
    ///   it, or for a redaction, whose content is gone.
    public func revert(_ revision: Int64, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "undo revision \(revision)") { transaction in
            let number = try Moment.revision(revision).revision(transaction.db, now: now())
            try Reversal(of: number, in: transaction).run()
        }
    }
}

/// Undoes one revision, inside the transaction of another.
final class Reversal {
    let undone: Int64
    let transaction: Transaction
    var db: Database { transaction.db }
    /// Why the revision cannot be undone alone, as they are found.
    var conflicts: [Conflict] = []
    var removed: [Version] = []
    var restored: [Version] = []

    /// A version of a row that the undone revision wrote, with the one before it.
    struct Version {
        let table: HistoryTable
        let row: Row
        /// The version before; nil if the record was not there.
        let before: Row?

        var base: String { table.base! }
        /// What the row is known by, for a statement's end.
        var keys: StatementArguments { StatementArguments(table.key.map { row[$0] as DatabaseValue }) }
        var condition: String { table.key.map { "\($0) = ?" }.joined(separator: " AND ") }
    }

    /// Insert order when rows are restored: sources, then citations, then the records they support. A trigger refuses a record
    /// whose citation is not there yet.
    private static let order = [
        "source", "citation", "name", "event", "post", "official", "unit", "programme", "enrollment", "group_member",
        "region",
        "foreign_neighbour", "bloc_member", "distinction", "merge",
    ]

    init(of revision: Int64, in transaction: Transaction) {
        undone = revision
        self.transaction = transaction
    }

    func run() throws {
        let versions = try start()
        for version in versions where version.before == nil { try remove(version) }
        for version in versions where version.before != nil && !version.isGone { try restore(version) }
        try putBackAll(versions)
        try check()
        if !conflicts.isEmpty {
            if let reversal = try standingReversal(of: undone) {
                throw refusal(["revision \(reversal) undid it already"])
            }
            throw refusal(words(of: conflicts) + ["undo these first, the latest before the others"])
        }
        try tell(versions)
    }

    /// Begins to undo: the versions that the revision wrote, in the order of the tables and of writing.
    func start() throws -> [Version] {
        try refuseRedaction()
        let versions = try HistoryTable.all(db).filter { $0.base != nil }.flatMap(versions(in:))
        if versions.isEmpty { throw refusal(["it changed no record"]) }
        try transaction.insert("reversal", ["undoes": undone])
        // A record may go before what points to it; at the end of the transaction nothing may point to what is not there.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        return versions
    }

    /// Puts back every row that the revision took away.
    func putBackAll(_ versions: [Version]) throws {
        let gone = versions.filter(\.isGone)
        for base in Self.order { for version in gone where version.base == base { try putBack(version) } }
    }

    /// Holds what was done against the rules, each of which notes its conflicts.
    func check() throws {
        try checkReferences(to: removed, of: restored)
        try checkRules(restored)
        try checkDeaths(removed + restored)
    }

    func refusal(_ why: [String]) -> MusterError { .cannotUndo(revision: undone, because: why) }

    private func refuseRedaction() throws {
        let isRedaction = try db.one(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM redaction WHERE revision = ?)", arguments: [undone])
        if isRedaction { throw refusal(["it is a redaction, whose content is gone"]) }
        if undone <= (try Int64.fetchOne(db, sql: "SELECT revision FROM history_start") ?? 0) {
            throw refusal(["the versions before it were not kept"])
        }
    }

    /// The newest revision that undid another and was not undone itself; nil if there is none.
    func standingReversal(of revision: Int64) throws -> Int64? {
        let reversals = try Int64.fetchAll(
            db, sql: "SELECT revision FROM reversal WHERE undoes = ? AND revision < ? ORDER BY revision DESC",
            arguments: [revision, transaction.revision()])
        return try reversals.first { try standingReversal(of: $0) == nil }
    }

    private func versions(in table: HistoryTable) throws -> [Version] {
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

    /// Takes away a row that the undone revision made, if nobody changed it since.
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

    /// Gives the columns that the undone revision changed their value from before, if nobody changed them since.
    private func restore(_ version: Version) throws {
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

    /// Puts back a row that the undone revision, a reversal itself, took away.
    private func putBack(_ version: Version) throws {
        guard let before = version.before else { return }
        if try current(version) != nil { return try conflict(version, "added", column: "deleted") }
        let columns = version.table.columns.filter { $0 != "revision" }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try attempt(version) {
            try db.execute(
                sql: "INSERT INTO \(version.base) (\(columns.joined(separator: ", ")), revision) VALUES (\(places), ?)",
                arguments: StatementArguments(columns.map { before[$0] as DatabaseValue }) + [transaction.revision()])
        }
        restored.append(version)
    }

    /// Puts what was done in words: a record once, and its names and citations only where it stays as it was.
    func tell(_ versions: [Version]) throws {
        let whole = Set(
            try versions.filter { $0.before == nil || $0.isGone }.compactMap { version in
                try RowOwner(table: version.table, row: version.row).flatMap {
                    $0.id.kind.name == version.base ? $0.id : nil
                }
            })
        var told: Set<WriteResult.Change> = []
        for version in versions where version.base != "merge" {
            guard let touched = try RowOwner(table: version.table, row: version.before ?? version.row) else { continue }
            let isPart = version.base != touched.id.kind.name
            if isPart ? whole.contains(touched.id) : try touched.id.kind == .citation && isOfWhole(version, whole) {
                continue
            }
            let undone: RecordChange.Undone =
                isPart ? .parts(version.base) : version.changedFields.map { .fields($0) } ?? .record
            let change = RecordChange.undone(undone, isRemoved: version.before == nil && !isPart)
            if told.insert(WriteResult.Change(id: touched.id, change: change)).inserted {
                transaction.note(touched.id, change)
            }
        }
    }

    /// Whether a citation speaks of a record that goes or comes back whole.
    private func isOfWhole(_ version: Version, _ whole: Set<RecordID>) throws -> Bool {
        let row = version.before ?? version.row
        return try RecordKind.citation.field(.of)?.reference(in: row).map(whole.contains) ?? false
    }
}

extension Reversal.Version {
    /// Whether the undone revision took the row away.
    var isGone: Bool { row["deleted"] as DatabaseValue != 0.databaseValue }

    /// The name of the field that a column holds, as `part_of`; of a table that is no kind of record the column itself.
    func field(of column: String) -> String {
        RecordKind(name: base)?.field(holding: column)?.name.rawValue ?? column
    }

    /// The table, if the row only belongs to the record and is not the record's own.
    func part(of id: RecordID) -> String? { base == id.kind.name ? nil : base }

    /// The fields that the undone revision changed, in alphabetical order; nil if it made the row or took it away.
    var changedFields: [String]? {
        guard let before, !isGone else { return nil }
        let changed = table.columns.filter { $0 != "revision" && row[$0] as DatabaseValue != before[$0] }
        return Set(changed.map(field(of:))).sorted()
    }
}
