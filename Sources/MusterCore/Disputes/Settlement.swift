import GRDB
public import MusterValues

/// The decision that settled a dispute.
public struct Settlement: Codable, Hashable, Sendable {
    /// The revision in which it was decided.
    public let revision: Int64
    /// The time of that revision, in UTC, as `2026-11-25T09:30:00Z`.
    public let at: String
    /// Who decided.
    public let author: String
    /// The reason that was given for the revision.
    public let reason: String
    /// The reason that stands with the value or with the standing disputed; nil if none is given.
    public let note: String?
    /// The events, enrollments or units that are not followed; empty if the registry concludes a value.
    public let overruled: [RecordID]
}

extension DisputeReader {
    /// The decision on the value of a field; nil if nobody decided.
    func settlement(of id: RecordID, _ field: FieldOnRecord) throws -> Settlement? {
        let sql = """
            SELECT r.id, r.at, r.author, r.reason FROM conclusion n JOIN revision r ON r.id = n.revision \
            WHERE n.\(id.kind.column) = ? AND n.field = ?
            """
        let row = try Row.fetchOne(
            db.cachedStatement(sql: sql), arguments: [id.databaseKey, field.field.rawValue])
        return try row.map { try Settlement($0, note: field.inferred, overruled: []) }
    }

    /// The decision by which records were judged disputed; nil if none of them is.
    ///
    /// - Parameter records: the records of one kind that contradict each other.
    /// - Returns: the decision.
    /// - Throws: `MusterError.unreadable` for a standing that is none.
    func settlement(judging records: [RecordID]) throws -> Settlement? {
        let judged = try records.map { ($0, try $0.row(there: db)) }
            .filter { try $0.1.list("standing", Standing.self) == .disputed }
        guard let (id, own) = judged.first else { return nil }
        // The first version of the last run of versions that are judged disputed.
        let sql = """
            SELECT r.id, r.at, r.author, r.reason FROM revision r WHERE r.id = (SELECT min(h.revision) FROM \(id.kind.name)_history h \
            WHERE h.id = ?1 AND h.standing = 'disputed' AND NOT EXISTS (SELECT 1 FROM \(id.kind.name)_history g WHERE g.id = h.id \
            AND g.revision > h.revision AND g.revision <= (SELECT max(id) FROM revision) AND g.standing IS NOT 'disputed'))
            """
        let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.number])
        let note: String? = try own.get("standing_note")
        return try row.map { try Settlement($0, note: note, overruled: judged.map(\.0)) }
    }
}

extension Settlement {
    fileprivate init(_ row: Row, note: String?, overruled: [RecordID]) throws {
        (revision, at) = (try row.get("id"), try row.get("at"))
        (author, reason) = (try row.get("author"), try row.get("reason"))
        (self.note, self.overruled) = (note, overruled)
    }
}
