import Foundation
import GRDB
public import MusterValues

/// A revision as the log shows it.
public struct LoggedRevision: ListingRow {
    /// Its number.
    public let revision: Int64
    /// The time at which it was written, UTC, YYYY-MM-DDTHH:MM:SSZ.
    public let at: String
    /// Its author.
    public let author: String
    /// The reason.
    public let reason: String
    /// The records that it changed, by kind of change and table.
    public internal(set) var changes: [LoggedChange]
    /// The changes of the fields of the record that the user asked about; empty if the user asked about all revisions.
    public internal(set) var differences: [Difference] = []
    /// The record that the user asked about; nil if the user asked about all revisions.
    public internal(set) var asked: RecordID?
    /// Its hash, 64 small hexadecimal digits; nil if it is not sealed.
    public let hash: String?

    /// The columns.
    public static let columns: [Column<LoggedRevision>] = [
        Column("revision") { .number($0.revision) },
        Column("at") { .text($0.at) },
        Column("author") { .text($0.author) },
        Column("reason") { .text($0.reason) },
        Column("what") { .text($0.what) },
        Column("hash", isDetail: true) { $0.hash.map(Value.text) },
    ]
}

extension Registry {
    /// The revisions, newest first.
    ///
    /// - Parameters:
    ///   - record: lists only the revisions that changed this record, its names, its citations or its events; nil for
    ///     all. A short id is found even if the record was undone.
    ///   - limit: the most revisions; nil for all.
    /// - Returns: the revisions; empty if the record was never changed.
    /// - Throws: `MusterError` for a record that is unknown or ambiguous, or a limit below 1.
    public func log(of record: RecordReference? = nil, limit: Int? = nil) throws(MusterError) -> [LoggedRevision] {
        try Filter.check(limit: limit)
        guard let record else {
            return try read { db in try LogReader(db: db).revisions(limit).map { try LogReader(db: db).logged($0) } }
        }
        let (id, rows, start) = try read { db in
            let id = try LogReader(db: db).record(record)
            let start = try Int64.fetchOne(db, sql: "SELECT revision FROM history_start") ?? 0
            let rows = try LogReader(db: db).revisions(touching: id, limit)
            return (id, try rows.map { try LoggedRevision(row: $0, changes: []) }, start)
        }
        var logged: [LoggedRevision] = []
        // The record did not change between two of these revisions, so one comparison's later state is the next one's
        // earlier.
        var before: Registry?
        for var revision in rows.reversed() {
            let number = revision.revision
            let after = try known(atRevision: number)
            // There is nothing to compare with before the revision from which the history is whole.
            var changes: [Difference] = []
            if number > start {
                let earlier = if let before { before } else { try known(atRevision: number - 1) }
                changes = try Self.differences(from: earlier, number - 1, to: after, number, of: id)
            }
            before = after
            revision.changes = try read { db in try LogReader(db: db).redacted(id, in: number) }
            revision.differences = changes
            revision.asked = id
            logged.append(revision)
        }
        return logged.reversed()
    }
}

extension LoggedRevision {
    init(row: Row, changes: [LoggedChange]) throws {
        revision = try row.get("id")
        at = try row.get("at")
        author = try row.get("author")
        reason = try row.get("reason")
        self.changes = changes
        hash = (try row.get("hash") as Data?).map(HashChain.hex)
    }
}
