import GRDB

/// Follows sources back to the ones that they repeat.
struct SourceOrigins {
    let db: Database

    /// The original sources that these are derived from, directly or through others; two sources with one origin are
    /// one voice.
    func origins(of sources: some Sequence<Int64>) throws -> Set<Int64> {
        let list = Set(sources).map(String.init).joined(separator: ", ")
        if list.isEmpty { return [] }
        return try Int64.fetchSet(
            db,
            sql: """
                WITH RECURSIVE way (id, derived_from) AS (SELECT id, derived_from FROM source WHERE id IN (\(list)) \
                UNION SELECT s.id, s.derived_from FROM way JOIN source s ON s.id = way.derived_from) \
                SELECT id FROM way WHERE derived_from IS NULL
                """)
    }

    /// The origins of the sources that support an event's value.
    func originsOfValue(of event: Int64) throws -> Set<Int64> {
        try origins(
            of: Int64.fetchAll(
                db,
                sql: """
                    SELECT source_id FROM citation WHERE event_id = ? AND field = 'value' AND stance = 'supports' \
                    AND standing <> 'rejected'
                    """, arguments: [event]))
    }
}
