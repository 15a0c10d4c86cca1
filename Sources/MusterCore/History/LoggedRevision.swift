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
    ///   - filter: narrows them further.
    ///   - limit: the most revisions; nil for all.
    /// - Returns: the revisions; empty if the record was never changed.
    /// - Throws: `MusterError` for a record that is unknown or ambiguous, an author who wrote nothing, days that end before they
    ///   begin, or a limit below 1.
    public func log(
        of record: RecordReference? = nil, _ filter: LogFilter = LogFilter(), limit: Int? = nil
    ) throws(MusterError) -> [LoggedRevision] {
        try Filter.check(limit: limit)
        guard let record else {
            return try read { db in
                try LogReader(db: db).revisions(filter, limit).map { try LogReader(db: db).logged($0) }
            }
        }
        let span = try read { db in try LoggedSpan(LogReader(db: db), record, filter, limit) }
        var log = RecordLog(id: span.id, touched: span.touched)
        var earlier = span.before
        var logged: [LoggedRevision] = []
        for known in span.moments {
            defer { earlier = known }
            guard var revision = span.listed[known.revision] else {
                log.pass(known.revision)
                continue
            }
            revision.asked = span.id
            // There is nothing to compare with before the revision from which the history is whole.
            if known.revision > span.start {
                do {
                    revision.differences = try log.differences(from: earlier, to: known) { known, use in
                        try Registry(store: store, known: known, now: now).read(use)
                    }
                } catch { throw MusterError(error, path: path) }
            }
            logged.append(revision)
        }
        return logged.reversed()
    }
}

/// The part of the present register that the log of a record needs.
private struct LoggedSpan {
    let id: RecordID
    /// The revisions that are listed, by number, without their differences.
    let listed: [Int64: LoggedRevision]
    /// The revisions that touched the record from the first listed one to the last, oldest first: a difference is made to the
    /// one before, listed or not.
    let moments: [Known]
    let touched: [Int64: RecordLog.Touched]
    /// The revision from which the history is whole.
    let start: Int64
    /// The moment before the first of the revisions.
    let before: Known

    init(_ reader: LogReader, _ record: RecordReference, _ filter: LogFilter, _ limit: Int?) throws {
        id = try reader.record(record)
        let redacted = try reader.redacted(id)
        listed = try reader.revisions(touching: id, filter, limit).reduce(into: [:]) { listed, row in
            let revision: Int64 = try row.get("id")
            listed[revision] = try LoggedRevision(row: row, changes: redacted[revision] ?? [])
        }
        let (first, last) = (listed.keys.min() ?? 1, listed.keys.max() ?? 1)
        var between = LogFilter()
        between.revisions = first...last
        moments = try reader.revisions(touching: id, between, nil).reversed().map { row in
            Known(revision: try row.get("id"), hash: try row.get("hash"))
        }
        start = try Int64.fetchOne(reader.db, sql: "SELECT revision FROM history_start") ?? 0
        touched = try reader.touched(id, from: first, to: last)
        let hash = try Data.fetchOne(reader.db, sql: "SELECT hash FROM seal WHERE revision = ?", arguments: [first - 1])
        before = Known(revision: first - 1, hash: hash)
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
