import GRDB
import MusterValues

extension Reversal {
    /// Notes the changes in words: each record once, and its names and citations only if the record itself is neither
    /// removed nor put back.
    func tell(_ versions: [Version]) throws {
        let whole = Set(
            try versions.filter { $0.before == nil || $0.isGone }.compactMap { version in
                try RowOwner(table: version.table, row: version.row).flatMap {
                    $0.id.kind.name == version.base ? $0.id : nil
                }
            })
        var told: Set<WriteResult.Change> = []
        for version in versions where version.base != "merge" {
            guard let touched = try RowOwner(table: version.table, row: version.before ?? version.row) else { continue }
            let isPart = version.base != touched.id.kind.name
            if isPart ? whole.contains(touched.id) : try touched.id.kind == .citation && isOfWhole(version, whole) {
                continue
            }
            let undone: RecordChange.Undone =
                isPart ? .parts(version.base) : version.changedFields.map { .fields($0) } ?? .record
            let change = RecordChange.undone(undone, isRemoved: version.before == nil && !isPart)
            if told.insert(WriteResult.Change(id: touched.id, change: change)).inserted {
                transaction.note(touched.id, change)
            }
        }
    }

    /// True if a citation speaks of a record that is removed or put back as a whole.
    private func isOfWhole(_ version: Version, _ whole: Set<RecordID>) throws -> Bool {
        let row = version.before ?? version.row
        return try RecordKind.citation.field(.of)?.reference(in: row).map(whole.contains) ?? false
    }
}

extension Reversal.Version {
    /// True if the undone revision removed the row.
    var isGone: Bool { row["deleted"] as DatabaseValue != 0.databaseValue }

    /// The name of the field that a column holds, such as `part_of`; or the column, if the table is not a kind of
    /// record.
    func field(of column: String) -> String {
        guard let field = RecordKind(name: base)?.field(holding: column) else { return column }
        // A user knows the record of an event by its kind: "enrollment", not "of".
        guard case .subject(let kinds) = field.type else { return field.name.rawValue }
        return kinds.first { $0.column == column }?.name ?? column
    }

    /// The table; nil if the row is the record's own and not only a part of it.
    func part(of id: RecordID) -> String? { base == id.kind.name ? nil : base }

    /// The fields that the undone revision changed, in alphabetical order; nil if it made or removed the row.
    var changedFields: [String]? {
        guard let before, !isGone else { return nil }
        let changed = table.columns.filter { $0 != "revision" && row[$0] as DatabaseValue != before[$0] }
        return Set(changed.map(field(of:))).sorted()
    }
}
