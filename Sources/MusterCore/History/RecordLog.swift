import GRDB
import MusterValues

/// Compares a record, its events and the citations of both from one revision to the next, oldest first.
///
/// A record that a revision did not touch did not change in it, so only what was touched is read. The state after a revision
/// is also the state before the next one that touches the same record.
struct RecordLog {
    let id: RecordID
    let touched: [Int64: Touched]
    /// The state of each record after the newest revision that touched it.
    private var states: [RecordID: State] = [:]

    /// The events and citations that a revision touched, besides the record itself.
    struct Touched {
        /// All of them.
        var records: Set<RecordID> = []
        /// The records that were never on the register before.
        var new: Set<RecordID> = []
    }

    /// A state of a record; nil inside if it is not on the register.
    private struct State {
        let record: RecordAtRevision?
    }

    init(id: RecordID, touched: [Int64: Touched]) {
        self.id = id
        self.touched = touched
    }

    /// Forgets what a revision touched whose differences are not asked for: the next one that touches it reads it anew.
    mutating func pass(_ revision: Int64) {
        for id in (touched[revision]?.records ?? []).union([id]) { states[id] = nil }
    }

    /// The differences that a revision made.
    ///
    /// - Parameters:
    ///   - earlier: the newest revision before it that touched the record; of the first, the one before it.
    ///   - later: the revision; earlier ones were asked for or passed before.
    ///   - read: reads the register as known at a moment.
    /// - Returns: the differences by kind of record, number and field.
    /// - Throws: what reading throws.
    mutating func differences(
        from earlier: Known, to later: Known, _ read: (Known, (Database) throws -> Void) throws -> Void
    ) throws -> [Difference] {
        let touched = touched[later.revision] ?? Touched()
        let records = touched.records.union([id])
        for new in touched.new where states[new] == nil { states[new] = State(record: nil) }
        let unread = records.filter { states[$0] == nil }
        if !unread.isEmpty {
            try read(earlier) { db in
                for id in unread { states[id] = State(record: try RecordAtRevision(id, db)) }
            }
        }
        let before = Dictionary(uniqueKeysWithValues: records.map { ($0, states[$0]) }).compactMapValues(\.self)
        try read(later) { db in
            for id in records { states[id] = State(record: try RecordAtRevision(id, db)) }
        }
        return belonging(records, before).sorted().flatMap { id in
            Comparison.differences(in: id, from: before[id]?.record, to: states[id]?.record)
        }
    }

    /// The record, its events before or after, and the citations on any of them that are there before and after: one that
    /// was added or removed is listed with the record it speaks of.
    private func belonging(_ records: Set<RecordID>, _ before: [RecordID: State]) -> [RecordID] {
        func owners(_ id: RecordID) -> [RecordID?] { [before[id]?.record?.owner, states[id]?.record?.owner] }
        let events = records.filter { $0.kind == .event && owners($0).contains(id) && $0 != id }
        let subjects = events.union([id])
        let citations = records.filter { citation in
            citation.kind == .citation && citation != id && before[citation]?.record != nil
                && states[citation]?.record != nil
                && owners(citation).contains { $0.map(subjects.contains) ?? false }
        }
        return [id] + events + citations
    }
}

extension LogReader {
    /// The events of a record and the citations on it and on its events that each revision touched, of a span of revisions.
    func touched(_ id: RecordID, from first: Int64, to last: Int64) throws -> [Int64: RecordLog.Touched] {
        var touched: [Int64: RecordLog.Touched] = [:]
        for (table, rows) in id.kind.historyParts {
            guard let kind = RecordKind(name: table) else { continue }
            // An event is read again if one of its citations was touched: it is what the citation speaks of.
            let event = kind == .citation ? "p.event_id" : "NULL"
            let found = try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT h.id, h.revision, \(event) AS event, \
                    h.revision = (SELECT min(revision) FROM \(table)_history f WHERE f.id = h.id) AS is_new \
                    FROM \(table)_history h JOIN \(table)_history p ON p.id = h.id \
                    WHERE h.id IN (\(rows)) AND h.revision BETWEEN :first AND :last
                    """, arguments: ["id": id.databaseKey, "first": first, "last": last])
            for row in found {
                let record = RecordID(kind, try row.get("id"))
                var records = [record]
                if let event: Int64 = try row.get("event") { records.append(RecordID(.event, event)) }
                let revision: Int64 = try row.get("revision")
                touched[revision, default: .init()].records.formUnion(records)
                if try row.get("is_new") { touched[revision, default: .init()].new.insert(record) }
            }
        }
        return touched
    }

    /// The number of versions of a record, its events and its citations that each revision redacted.
    func redacted(_ id: RecordID) throws -> [Int64: [LoggedChange]] {
        let own = "kind = '\(id.kind.name)' AND record = :id"
        let conditions = [own] + id.kind.historyParts.map { "kind = '\($0.table)' AND record IN (\($0.rows))" }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT revision, count(*) AS count FROM redaction WHERE \(conditions.joined(separator: " OR ")) \
                GROUP BY revision
                """, arguments: ["id": id.databaseKey])
        return try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let change = LoggedChange(
                    change: .redacted, what: "earlier_version", records: [], count: try row.get("count"))
                return (try row.get("revision"), [change])
            })
    }
}
