import GRDB
public import MusterValues

/// A record or a citation that waits for somebody to accept it, correct it or reject it.
public struct AwaitingReview: ListingRow, Decodable, Hashable {
    /// Its id.
    public let id: RecordID
    /// Its kind.
    public let kind: RecordKind
    /// Its title.
    public let title: String
    /// The note of its standing: why it waits.
    public let note: String?
    /// The revision since which it waits.
    public let revision: Int64
    /// The author of that revision.
    public let author: String
    /// The time of that revision, in UTC.
    public let recordedAt: String

    /// The columns.
    public static let columns: [Column<AwaitingReview>] = [
        Column("id") { .record($0.id) },
        Column("kind") { .text($0.kind.name) },
        Column("title") { .text($0.title) },
        Column("note") { $0.note.map(Value.text) },
        Column("revision") { .number($0.revision) },
        Column("author") { .text($0.author) },
        Column("recorded_at") { .text($0.recordedAt) },
    ]
}

extension Registry {
    /// Everything whose standing is `needs work`: records, events and citations, those that wait longest first.
    ///
    /// An edit of the standing takes a record off the list.
    ///
    /// - Returns: the records by the revision since which they wait, and then by kind and number.
    /// - Throws: `MusterError` if the registry cannot be read.
    public func reviewQueue() throws(MusterError) -> [AwaitingReview] {
        try read { db in try AwaitingReview.all(db) }
    }
}

extension AwaitingReview {
    /// Everything that waits, in the order of the queue.
    static func all(_ db: Database) throws -> [AwaitingReview] {
        let kinds = RecordKind.allCases.filter { $0.field(.standing) != nil }
        let waiting = kinds.enumerated().map { place, kind in
            // It waits since the version after the last one that had another standing.
            """
            SELECT \(place) AS place, t.id, t.standing_note, (SELECT min(h.revision) FROM \(kind.name)_history h \
            WHERE h.id = t.id AND h.standing = '\(Standing.needsWork.rawValue)' AND h.revision > coalesce(( \
            SELECT max(o.revision) FROM \(kind.name)_history o WHERE o.id = t.id AND o.revision <= newest.id \
            AND o.standing IS NOT '\(Standing.needsWork.rawValue)'), 0)) AS since \
            FROM \(kind.name) t, (SELECT max(id) AS id FROM revision) newest \
            WHERE t.standing = '\(Standing.needsWork.rawValue)'
            """
        }
        let query = SQL(
            sql: """
                SELECT w.place, w.id, w.standing_note, w.since, r.author, r.at \
                FROM (\(waiting.joined(separator: " UNION ALL "))) w JOIN revision r ON r.id = w.since ORDER BY 4, 1, 2
                """)
        let titles = RecordTitles(db: db)
        return try query.all(db) { row in
            let kind = kinds[try row.next()]
            let id = try row.id(kind)
            return try AwaitingReview(
                id: id, kind: kind, title: titles.title(id), note: row.next(), revision: row.next(),
                author: row.next(), recordedAt: row.next())
        }
    }
}
