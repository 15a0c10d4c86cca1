import GRDB
import MusterValues

/// Reads the merges: a merged record is gone, and points to the one that was kept.
struct MergeLookup {
    let db: Database

    /// The kinds of record that a person can merge or tell apart; of enrollments only those of groups.
    static let kinds: [RecordKind] = [.official, .unit, .source, .enrollment]

    /// The record itself if it is on the register, otherwise the one that it was merged into, directly or through
    /// others; nil if neither is there.
    ///
    /// - Throws: `MusterError.unreadable` for merges that go round in a circle, which only a shell can write.
    func survivor(of id: RecordID) throws -> RecordID? {
        var current = id
        var seen: Set<RecordID> = []
        while try !isThere(current) {
            guard seen.insert(current).inserted else {
                throw MusterError.unreadable(field: "merge", value: current.description, of: id)
            }
            guard let next = try kept(current) else { return nil }
            current = next
        }
        return current
    }

    /// The record that one was merged into; nil if it was not.
    func kept(_ id: RecordID) throws -> RecordID? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT kept FROM merge WHERE kind = ? AND gone = ?"),
            arguments: [id.kind.name, id.number]
        ).map { RecordID(id.kind, $0) }
    }

    /// The records that were merged directly into one, with the revision of each merge, in the order of the merges.
    func merged(into id: RecordID) throws -> [(id: RecordID, revision: Int64)] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT gone, revision FROM merge WHERE kind = ? AND kept = ? ORDER BY id"),
            arguments: [id.kind.name, id.number]
        ).map { (RecordID(id.kind, try $0.get("gone")), try $0.get("revision")) }
    }

    /// The records that were merged into one, directly or through others.
    func allMerged(into number: Int64, kind: RecordKind) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                WITH RECURSIVE merged (id) AS (SELECT gone FROM merge WHERE kind = :kind AND kept = :id \
                UNION SELECT h.gone FROM merged m JOIN merge h ON h.kind = :kind AND h.kept = m.id) \
                SELECT id FROM merged ORDER BY id
                """, arguments: ["kind": kind.name, "id": number])
    }

    /// True if a record was once merged into another and is now separate again.
    func isBack(_ id: RecordID) throws -> Bool {
        let wasGone = try db.one(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM merge_history WHERE kind = ? AND gone = ?)",
            arguments: [id.kind.name, id.number])
        return try wasGone && isThere(id)
    }

    private func isThere(_ id: RecordID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(id.kind.name) WHERE \(id.kind.key) = ?)"),
            arguments: [id.databaseKey]) ?? false
    }
}
