import GRDB

/// Looks for texts by which a redacted record could still be known.
struct Traces {
    let db: Database

    /// The columns whose text tells what a record is.
    private static let telling: [String: [String]] = [
        "name": ["text"], "source": ["title", "url"], "enrollment": ["group_who"], "citation": ["quote"],
    ]

    /// The columns that tell it of the record that is asked for only: a title or a stated value is of many records.
    private static let tellingOfTarget: [RecordKind: [String]] = [
        .post: ["title"], .event: ["cause"], .citation: ["stated"],
    ]

    /// The fewest letters of a word of a person's name that is looked for alone.
    private static let fewest = 4

    /// What a record itself says, where it has no name.
    func texts(of target: RecordID) throws -> [String] {
        try (Self.tellingOfTarget[target.kind] ?? []).flatMap { column in
            try texts(column, of: target.kind.name, [target.number])
        }.filter(Self.isTelling)
    }

    private static func isTelling(_ text: String) -> Bool { text.count >= fewest && !text.hasPrefix("[redacted") }

    private func texts(_ column: String, of table: String, _ ids: [Int64]) throws -> [String] {
        let list = ids.map(String.init).joined(separator: ", ")
        return try String.fetchAll(
            db, sql: "SELECT DISTINCT \(column) FROM \(table)_history WHERE id IN (\(list)) AND \(column) IS NOT NULL")
    }

    /// The names, titles, addresses and quotes of rows in all versions, and the words of officials' names that no other
    /// official has: such a surname alone tells who is meant.
    func texts(of rows: [(table: String, ids: [Int64])]) throws -> [String] {
        var texts: Set<String> = []
        for (table, ids) in rows {
            for column in Self.telling[table] ?? [] { texts.formUnion(try self.texts(column, of: table, ids)) }
        }
        let names = rows.filter { $0.table == "official" }.flatMap(\.ids).map(String.init).joined(separator: ", ")
        let people = try String.fetchAll(db, sql: "SELECT text FROM name_history WHERE official_id IN (\(names))")
        let words = Set(people.flatMap { $0.split { !$0.isLetter && $0 != "-" } }.map(String.init))
        texts.formUnion(
            try words.filter { word in
                try !Bool.fetchOne(
                    db,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM name_history WHERE official_id NOT IN (\(names)) AND instr(folded, ?) > 0)
                        """, arguments: [Text.folded(word)])!
            })
        return texts.filter(Self.isTelling).sorted()
    }

    /// The records of which some version still holds one of the texts, letter for letter, with the columns.
    func remaining(_ texts: [String]) throws -> [(id: RecordID, columns: [String])] {
        var found: [RecordID: Set<String>] = [:]
        for table in try HistoryTable.all(db) {
            let columns = try String.fetchAll(
                db, sql: "SELECT name FROM pragma_table_info(?, 'main') WHERE type = 'TEXT'", arguments: [table.name])
            for column in columns where table.base != nil && column != "folded" {
                for text in texts {
                    let rows = try Row.fetchAll(
                        db, sql: "SELECT * FROM \(table.name) WHERE instr(\(column), ?) > 0", arguments: [text])
                    for id in rows.compactMap({ Touched(table: table, row: $0)?.id }) {
                        found[id, default: []].insert(table.base == id.kind.name ? column.spaced : table.base!.spaced)
                    }
                }
            }
        }
        return found.sorted { ($0.key.kind.rawValue, $0.key.number) < ($1.key.kind.rawValue, $1.key.number) }
            .map { ($0.key, $0.value.sorted()) }
    }
}
