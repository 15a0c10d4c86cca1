import GRDB
package import MusterValues

extension Registry {
    /// The records that some records belong to, over any number of steps, themselves among them: of an event the enrollment, its unit and
    /// the region of that. An official belongs to the units that the official enrolled in.
    package func owners(of records: Set<RecordID>) throws(MusterError) -> [RecordID: Set<RecordID>] {
        try read { db in
            var known: [RecordID: [RecordID]] = [:]
            return try records.reduce(into: [:]) { owners, record in
                var (found, waiting) = ([record] as Set<RecordID>, [record])
                while let next = waiting.popLast() {
                    let above = try known[next] ?? Self.above(next, db)
                    known[next] = above
                    waiting += above.filter { found.insert($0).inserted }
                }
                owners[record] = found
            }
        }
    }

    private static func above(_ id: RecordID, _ db: Database) throws -> [RecordID] {
        if id.kind == .official {
            let sql: SQL = "SELECT id FROM enrollment WHERE official_id = \(id.number)"
            return try sql.all(db) { RecordID(.enrollment, try $0.next()) }
        }
        guard let row = try id.row(db) else { return [] }
        return try id.kind.fields.compactMap { try $0.reference(in: row) }
    }
}
