import GRDB
public import MusterValues

extension Registry {
    /// Undoes a revision by a new one: it removes the rows that the revision added, resets the values that it changed,
    /// and puts back the rows that it removed. The history loses nothing.
    ///
    /// - Returns: the changes, record by record.
    /// - Throws: `MusterError.badValue` for a revision that does not exist; `.cannotUndo` with the later revisions that
    ///   build on it, or for a redaction, because its content is gone.
    public func revert(_ revision: Int64, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "undo revision \(revision)") { transaction in
            let number = try Moment.revision(revision).revision(transaction.db, now: now())
            try Reversal(of: number, in: transaction).run()
        }
    }
}

/// Undoes one revision, inside the transaction of a new one.
final class Reversal {
    let undone: Int64
    let transaction: Transaction
    var db: Database { transaction.db }
    /// The conflicts found so far, because of which the revision cannot be undone alone.
    var conflicts: [Conflict] = []
    var removed: [Version] = []
    var restored: [Version] = []

    /// A version of a row that the undone revision wrote, and the version before it.
    struct Version {
        let table: HistoryTable
        let row: Row
        /// The version before; nil if the row was not there.
        let before: Row?

        var base: String { table.base! }
        /// The values of the row's key, for the end of a statement.
        var keys: StatementArguments { StatementArguments(table.key.map { row[$0] as DatabaseValue }) }
        var condition: String { table.key.map { "\($0) = ?" }.joined(separator: " AND ") }
    }

    /// Insert order when rows are restored: sources, then citations, then the records they support. A trigger refuses a
    /// record whose citation is not there yet.
    private static let order = [
        "source", "citation", "name", "event", "post", "official", "unit", "programme", "enrollment", "group_member",
        "derivation", "region", "conclusion", "look",
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

    /// Begins the reversal. The result is the versions that the revision wrote, in the order of the tables and of
    /// writing.
    func start() throws -> [Version] {
        try refuseRedaction()
        let versions = try HistoryTable.all(db).filter { $0.base != nil }.flatMap(versions(in:))
        if versions.isEmpty { throw refusal(["it changed no record"]) }
        try transaction.insert("reversal", ["undoes": undone])
        // A record may be removed before the rows that point to it, so references are checked only when the transaction
        // ends.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        return versions
    }

    /// Puts back every row that the revision removed.
    func putBackAll(_ versions: [Version]) throws {
        let gone = versions.filter(\.isGone)
        for base in Self.order { for version in gone where version.base == base { try putBack(version) } }
    }

    /// Checks the result against all rules; each check notes its own conflicts.
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

    /// The newest revision that undid this one and was not undone itself; nil if there is none.
    func standingReversal(of revision: Int64) throws -> Int64? {
        // A reversal is later than what it undoes. Without that condition a spoilt file could send this round for ever.
        let reversals = try Int64.fetchAll(
            db,
            sql: """
                SELECT revision FROM reversal WHERE undoes = ? AND revision > undoes AND revision < ? \
                ORDER BY revision DESC
                """,
            arguments: [revision, transaction.revision()])
        return try reversals.first { try standingReversal(of: $0) == nil }
    }
}
