import GRDB
import MusterValues

extension RecordTitles {
    /// The values that tell records with the same name apart: an official's first post, a unit's region, a region's
    /// kind, a source's publisher and date.
    func context(_ id: RecordID) throws -> RecordContext {
        let sql: String
        switch id.kind {
        case .official:
            sql = """
                SELECT p.id, p.title, p.region_code, r.text FROM post p LEFT JOIN name r \
                ON r.region_code = p.region_code AND r.nature = 'primary' WHERE p.official_id = ? ORDER BY p.id LIMIT 1
                """
        case .unit:
            // A part without a region is where the unit is that it is inside of.
            sql = """
                SELECT r.region_code, r.text FROM unit u LEFT JOIN unit w ON w.id = u.part_of LEFT JOIN name r \
                ON r.region_code = coalesce(u.region_code, w.region_code) AND r.nature = 'primary' WHERE u.id = ?
                """
        case .region: sql = "SELECT kind FROM region WHERE code = ?"
        case .source:
            sql = "SELECT publisher, published, published_earliest, published_latest FROM source WHERE id = ?"
        case .programme, .post, .enrollment, .event, .citation: return RecordContext()
        }
        var context = RecordContext()
        try db.cachedStatement(sql: sql).eachRow([id.databaseKey]) { row in
            context =
                switch id.kind {
                case .official: try RecordContext(post: row.record(.post), region: row.region())
                case .unit: try RecordContext(region: row.region())
                case .region: try RecordContext(regionKind: row.next())
                default: try RecordContext(publisher: row.next(), published: row.date())
                }
        }
        return context
    }
}
