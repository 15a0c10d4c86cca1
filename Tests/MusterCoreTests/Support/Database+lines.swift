import GRDB

extension Database {
    /// Every row of every table, as text. SQLite writes the text: Swift would take many times as long over it.
    func lines() throws -> [String] {
        // A hidden column is no part of a row but an order to a virtual table.
        let tables = """
            SELECT 'SELECT ''' || t.name || ':''' || group_concat(' || '' ' || c.name || ':'' || quote("' || c.name || '")', '')
                || ' FROM "' || t.name || '" ORDER BY 1'
            FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND c.hidden <> 1
            GROUP BY t.name ORDER BY t.name
            """
        return try String.fetchAll(cachedStatement(sql: tables)).flatMap { table in
            try String.fetchAll(cachedStatement(sql: table))
        }
    }
}
