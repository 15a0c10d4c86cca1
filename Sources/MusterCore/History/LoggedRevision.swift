import Foundation
import GRDB
public import MusterValues

/// A revision as the log shows it.
public struct LoggedRevision: ListingRow {
    /// Its number.
    public let revision: Int64
    /// The time it was written, UTC, YYYY-MM-DDTHH:MM:SSZ.
    public let at: String
    /// Its author.
    public let author: String
    /// The reason.
    public let reason: String
    /// The records that it changed, by kind of change and table.
    public internal(set) var changes: [LoggedChange]
    /// The changes of the fields of the record that was asked about; none if all revisions were asked about.
    public internal(set) var differences: [Difference] = []
    /// The record that was asked about; nil if all revisions were.
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
    /// The revisions, the newest first.
    ///
    /// - Parameters:
    ///   - record: only those that changed this record, its names, its citations or its events; nil for all. A short id is
    ///     also found if the record was undone.
    ///   - limit: the most revisions; nil for all.
    /// - Returns: the revisions; none if a record was never changed.
    /// - Throws: `MusterError` for a record that is unknown or ambiguous, or a limit below 1.
    public func log(of record: RecordReference? = nil, limit: Int? = nil) throws(MusterError) -> [LoggedRevision] {
        if let limit, limit < 1 {
            throw .badValue(field: "limit", value: "\(limit)", rule: "give a whole number from 1")
        }
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
        // Between two of the revisions nothing became of the record: what was known after one is what was before the next.
        var before: Registry?
        for var revision in rows.reversed() {
            let number = revision.revision
            let after = try known(atRevision: number)
            // Before history is whole there is nothing to compare with.
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
