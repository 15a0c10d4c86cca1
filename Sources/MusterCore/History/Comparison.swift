import GRDB
import MusterValues

/// Compares the register as known at two revisions, with one connection for each.
struct Comparison {
    let before: Database
    let after: Database
    let first: Int64
    let last: Int64

    /// The differences of all records.
    func differences() throws -> [Difference] {
        var records: Set<RecordID> = []
        var members: [Difference] = []
        for table in try HistoryTable.all(after) {
            for (old, new) in try changes(in: table) {
                if let owner = try self.owner(table, old, new) {
                    records.insert(owner)
                } else {
                    members.append(try Self.member(old, new))
                }
            }
        }
        return try records.sorted().flatMap(differences(in:)) + members
    }

    /// The rows of a table that differ between the two revisions, as they are at each.
    private func changes(in table: HistoryTable) throws -> [(old: Row?, new: Row?)] {
        guard let base = table.base else { return [] }
        let keys = try Row.fetchAll(
            after,
            sql: """
                SELECT DISTINCT \(table.key.joined(separator: ", ")) FROM \(table.name) \
                WHERE revision > ? AND revision <= ? ORDER BY \(table.key.joined(separator: ", "))
                """, arguments: [first, last])
        let sql = "SELECT * FROM \(base) WHERE " + table.key.map { "\($0) = ?" }.joined(separator: " AND ")
        return try keys.compactMap { key in
            let arguments = StatementArguments(key.databaseValues)
            let old = try Row.fetchOne(before.cachedStatement(sql: sql), arguments: arguments)
            let new = try Row.fetchOne(after.cachedStatement(sql: sql), arguments: arguments)
            let isSame = table.columns.allSatisfy { column in
                column == "revision" || (old?[column] ?? DatabaseValue.null) == (new?[column] ?? DatabaseValue.null)
            }
            return isSame ? nil : (old, new)
        }
    }

    /// The record to which a changed row belongs; a new or removed citation belongs to the record that it cites.
    private func owner(_ table: HistoryTable, _ old: Row?, _ new: Row?) throws -> RecordID? {
        guard let row = new ?? old else { return nil }
        if table.base == RecordKind.citation.name, old == nil || new == nil {
            return try RecordKind.citation.field(.of)?.reference(in: row)
        }
        if table.base == "foreign_neighbour" { return RecordID(region: try row.get("region_code")) }
        return try RowOwner(table: table, row: row)?.id
    }

    private static func member(_ old: Row?, _ new: Row?) throws -> Difference {
        let membership = { (row: Row) in
            FieldValue.membership(
                BlocMembership(
                    country: try row.get("country"), since: try row.get("since"), until: try row.get("until")))
        }
        return Difference(
            record: nil, title: try (new ?? old)?.get("bloc") ?? "", change: .changed, field: .blocMember,
            before: try old.map(membership), after: try new.map(membership), citedSince: [], uncitedSince: [])
    }

    private func differences(in id: RecordID) throws -> [Difference] {
        Self.differences(in: id, from: try RecordAtRevision(id, before), to: try RecordAtRevision(id, after))
    }

    /// The differences between two states of a record; nil stands for one that is not on the register.
    static func differences(in id: RecordID, from old: RecordAtRevision?, to new: RecordAtRevision?) -> [Difference] {
        guard let title = new?.title ?? old?.title else { return [] }
        let change: Difference.Change = old == nil ? .added : new == nil ? .removed : .changed
        let fields =
            (new?.fields ?? [])
            + (old?.fields ?? []).filter { field in
                new?.fields.contains { $0.name == field.name } != true
            }
        return fields.compactMap { field in
            let was = old?.fields.first { $0.name == field.name }
            let now = new?.fields.first { $0.name == field.name }
            let (known, kept) = (Set(was?.citations ?? []), Set(now?.citations ?? []))
            let added = now?.statements.filter { !known.contains($0.citation) } ?? []
            let gone = was?.citations.filter { !kept.contains($0) } ?? []
            if added.isEmpty, gone.isEmpty, was?.isSame(as: now) ?? (now?.value == nil) { return nil }
            // Every new or removed record would list "accepted", which is the normal standing and tells nothing.
            if change != .changed, field.name == .field(.standing), field.value == .word(Standing.accepted.rawValue) {
                return nil
            }
            return Difference(
                record: id, title: title, change: change, field: field.name, before: was?.value, after: now?.value,
                citedSince: added, uncitedSince: gone)
        }
    }
}
