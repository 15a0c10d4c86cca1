import GRDB
import MusterValues

extension Reversal {
    /// Notes an enrollment that was made of the same official or group in the same unit since.
    func noteTwice(_ id: RecordID) throws {
        guard let own = try id.row(db) else { return }
        if try own.get("standing") == Standing.rejected.rawValue { return }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, group_who, (SELECT min(revision) FROM enrollment_history h WHERE h.id = e.id \
                AND h.unit_id = e.unit_id) AS revision FROM enrollment e WHERE unit_id = ? AND id <> ? \
                AND official_id IS ? AND standing <> 'rejected'
                """, arguments: [own.get("unit_id") as Int64, id.number, own.get("official_id") as Int64?])
        let group: String? = try own.get("group_who")
        for row in rows where (try row.get("group_who") as String?).map(Text.folded) == group.map(Text.folded) {
            conflicts.append(
                Conflict(
                    revision: try row.get("revision"),
                    what: "made \(RecordID(.enrollment, try row.get("id"))), the same as \(id)")
            )
        }
    }

    /// Notes a source, a post or an event that was made since and is the same as one that was put back: the register takes
    /// none of them twice.
    func noteSame(_ id: RecordID) throws {
        let condition: String
        switch id.kind {
        case .source:
            condition = """
                o.url = t.url OR o.title = t.title AND o.publisher IS t.publisher AND o.published IS t.published \
                AND (o.url IS NULL OR t.url IS NULL)
                """
        case .post: condition = "o.official_id = t.official_id AND o.title = t.title AND o.region_code IS t.region_code"
        case .event:
            condition = """
                (o.unit_id = t.unit_id OR o.post_id = t.post_id OR o.enrollment_id = t.enrollment_id) \
                AND o.facet = t.facet AND o.value IS t.value AND o.least IS t.least AND o.most IS t.most \
                AND o.date = t.date
                """
        default: return
        }
        let table = id.kind.name
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT o.id, (SELECT min(revision) FROM \(table)_history WHERE id = o.id) AS made FROM \(table) t \
                JOIN \(table) o ON o.id <> t.id AND (\(condition)) WHERE t.id = ?
                """, arguments: [id.number])
        for row in rows where try row.get("made") as Int64 > undone {
            conflicts.append(
                Conflict(
                    revision: try row.get("made"),
                    what: "made \(RecordID(id.kind, try row.get("id"))), the same as \(id)"))
        }
    }
}
