package import Foundation
package import GRDB
package import MusterValues

/// One write under way: its connection, its revision and its changes so far.
package final class Transaction {
    package let db: Database
    let author: String
    private let reason: String
    let now: Date
    private(set) var madeRevision: Int64?
    private(set) var entries: [WriteResult.Change] = []
    private(set) var reasons: [Int64] = []
    private(set) var heldReasons: [Int64] = []
    /// A sentence about the clock for the write's user; nil if the clock fits.
    private(set) var remark: String?

    /// True if its author only adds, and decides nothing about what is on record.
    let isContribution: Bool
    /// The records that a new one may be, by the new one, where its author could not decide it.
    var doubts: [RecordID: [RecordID]] = [:]

    init(db: Database, author: String, reason: String, now: Date, isContribution: Bool) {
        self.db = db
        self.isContribution = isContribution
        self.author = author
        self.reason = reason
        self.now = now
    }

    /// Today's date in UTC, by the registry's clock.
    var today: Day { Day(of: now) }

    /// This transaction's revision, made at the first call, so that a write that changes nothing leaves no trace.
    func revision() throws -> Int64 {
        if let madeRevision { return madeRevision }
        let last = try Row.fetchOne(db, sql: "SELECT id, at FROM revision ORDER BY id DESC LIMIT 1")
        let number = try (last?.get("id") ?? 0 as Int64).next(of: "revision")
        try Sealer(db: db).checkNewest(number - 1)
        let before: String? = try last?.get("at")
        remark = before.flatMap(clockRemark)
        // A clock set back must not put a revision before its predecessor.
        let time = max(now.formatted(.iso8601), before ?? "")
        try db.execute(
            sql: "INSERT INTO revision (id, at, author, reason) VALUES (?, ?, ?, ?)",
            arguments: [number, time, author, reason])
        madeRevision = number
        return number
    }

    /// The seconds that a clock may be behind the newest revision, and ahead of it, before the user is told.
    private static let (maxBehind, maxAhead) = (86_400.0, 2 * 366 * 86_400.0)

    /// The sentence for a clock that is far from the newest revision's time: one of the two is wrong.
    private func clockRemark(_ newest: String) -> String? {
        guard let date = try? Date(newest, strategy: .iso8601) else { return nil }
        let ahead = now.timeIntervalSince(date)
        if (-Self.maxBehind...Self.maxAhead).contains(ahead) { return nil }
        return "the clock says \(now.formatted(.iso8601)), and the newest revision before this one is of \(newest): "
            + (ahead < 0
                ? "this one is dated like that one; one of the two clocks was wrong"
                : "if the clock is wrong, set it right before the next write, since no revision is dated before another")
    }

    /// Adds a change to the report that the user gets.
    package func note(_ id: RecordID, _ change: RecordChange) {
        entries.append(WriteResult.Change(id: id, change: change))
    }

    /// Does some changes, or none of them.
    ///
    /// - Parameter changes: the changes.
    /// - Returns: what they return.
    /// - Throws: what they throw; nothing of them is left then, neither in the register nor in what is told of the write.
    func attempt<Value>(_ changes: () throws -> Value) throws -> Value {
        let before = (madeRevision, entries.count, lastNumbers, remark, inserted, doubts)
        // A write of a file does this for each row, and GRDB's own way prepares its statements anew each time.
        try db.cachedStatement(sql: "SAVEPOINT attempt").execute()
        do {
            let value = try changes()
            try db.cachedStatement(sql: "RELEASE SAVEPOINT attempt").execute()
            return value
        } catch {
            // What the disk refuses has ended the whole transaction already.
            if db.isInsideTransaction {
                try db.cachedStatement(sql: "ROLLBACK TO SAVEPOINT attempt").execute()
                try db.cachedStatement(sql: "RELEASE SAVEPOINT attempt").execute()
            }
            (madeRevision, lastNumbers, remark, inserted, doubts) = (before.0, before.2, before.3, before.4, before.5)
            entries.removeSubrange(min(before.1, entries.count)...)
            memory?.forget()
            throw error
        }
    }

    /// The changes noted so far, which are then forgotten: a write of a whole file has too many to keep.
    func takenEntries() -> [WriteResult.Change] {
        defer { entries.removeAll(keepingCapacity: true) }
        return entries
    }

    /// What the user is told, with the names of the records that it is about; a write of many records is told by their ids.
    func told() throws -> [WriteResult.Change] { try entries.count > 100 ? entries : entries.map { try $0.named(db) } }

    /// Adds a revision whose reason was redacted to the report that the user gets.
    func note(reasonOf revision: Int64) { reasons.append(revision) }

    /// Adds a revision whose reason, or a look that it recorded, may still hold what was redacted.
    func note(heldInReasonOf revision: Int64) { heldReasons.append(revision) }

    /// The number that the next record of a kind gets.
    package func nextNumber(of kind: RecordKind) throws -> Int64 { try nextNumber(in: kind.name) }

    /// The number that the next row of a table gets; no number is given twice, even if its row was undone.
    ///
    /// It is taken before the row is inserted: a row's citations are inserted before the row itself.
    func nextNumber(in table: String) throws -> Int64 {
        let last = try lastNumbers[table] ?? Int64.fetchOne(db, sql: "SELECT max(id) FROM \(table)_history") ?? 0
        let next = try last.next(of: "number of a \(table.spaced)")
        lastNumbers[table] = next
        return next
    }
    private var lastNumbers: [String: Int64] = [:]
    /// The number of rows inserted, by table.
    private(set) var inserted: [String: Int] = [:]
    /// The names of all officials, and some that were not kept; nil until so many are looked for that it is worth reading them.
    var officialNames: KnownNames?
    /// The number of names of officials that were looked for.
    var namesLookedFor = 0
    /// What was read before; nil in a write that may change it.
    var memory: TransactionMemory?

    /// Inserts one row, with this transaction's revision, through a reused statement.
    package func insert(_ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>) throws {
        var sql = "INSERT INTO \(table) ("
        var places = ""
        for (column, _) in values {
            sql += column
            sql += ", "
            places += "?, "
        }
        sql += "revision) VALUES (\(places)?)"
        let statement = try db.cachedStatement(sql: sql)
        try statement.execute(arguments: StatementArguments(values.map(\.value) + [revision()]))
        inserted[table, default: 0] += 1
    }

    /// Changes columns of the one row whose key column has the value.
    func update(
        _ table: String, _ values: [(String, (any DatabaseValueConvertible)?)], where key: String,
        is value: any DatabaseValueConvertible
    ) throws {
        let columns = values.map { "\($0.0) = ?" } + ["revision = ?"]
        try db.execute(
            sql: "UPDATE \(table) SET \(columns.joined(separator: ", ")) WHERE \(key) = ?",
            arguments: StatementArguments(values.map(\.1) + [revision(), value]))
    }
}

extension Day {
    /// The day of a moment in UTC.
    package init(of moment: Date) { self.init(String(moment.formatted(.iso8601).prefix(10)))! }
}
