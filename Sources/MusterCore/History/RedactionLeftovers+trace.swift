import GRDB
import MusterValues

extension RedactionLeftovers {
    /// The records with one of the names in some version, in any spelling, and the columns that hold it; and the revisions with
    /// it in their reason or in a look that they recorded.
    func remaining(_ trace: NameTrace) throws -> (records: [RecordID: Set<String>], revisions: Set<Int64>) {
        var records: [RecordID: Set<String>] = [:]
        var revisions = Set(try held(in: "revision", "reason", key: "id", trace))
        for table in try HistoryTable.all(db) {
            guard let base = table.base else { continue }
            for column in Self.written(in: base) {
                for version in try held(in: table.name, column, key: "version", trace) {
                    let row = try db.oneRow("SELECT * FROM \(table.name) WHERE version = ?", arguments: [version])
                    guard let id = try RowOwner(table: table, row: row)?.id else { continue }
                    // A look has no id of its own, and a region is reference data and is not redacted.
                    if base == "look" { revisions.insert(try row.get("revision")) }
                    if id.kind != .region { records[id, default: []].insert(Self.place(column, in: base, of: id)) }
                }
            }
        }
        return (records, revisions)
    }

    /// The keys of the rows whose column holds one of the names. Many rows have the same text, which is looked at once.
    private func held(in table: String, _ column: String, key: String, _ trace: NameTrace) throws -> [Int64] {
        var known: [String: Bool] = [:]
        var found: [Int64] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT \(key), \(column) FROM \(table) WHERE \(column) IS NOT NULL")
        while let row = try rows.next() {
            // A column may hold a number where the field is one.
            guard let text = String.fromDatabaseValue(row[1]) else { continue }
            if known.count > Self.maxKnown { known = [:] }
            let isHeld = known[text] ?? trace.isIn(text)
            known[text] = isHeld
            if isHeld { found.append(try row.get(key)) }
        }
        return found
    }

    /// The number of texts that are remembered at a time.
    private static let maxKnown = 100_000
}
