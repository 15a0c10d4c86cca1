import GRDB
import MusterValues

/// Looks for texts from which a redacted record could still be recognised.
struct RedactionLeftovers {
    let db: Database

    /// The fewest letters of a text that is looked for, whether a name, a word of an official's name, or another text
    /// of the rows.
    private static let minLength = 3
    /// The fewest words of a text that is not a name, because many records share a text like "unit".
    private static let minWords = 2

    /// The texts that identify a record if it has no name.
    func texts(of target: RecordID) throws -> [String] {
        try target.kind.columns(.tellingOfTarget).flatMap { column in
            try texts(column, of: target.kind.name, [target.number])
        }.filter(Self.isTelling)
    }

    /// The names, titles, addresses and quotes of rows in all versions; and each word of an official's name that no
    /// other official has, because such a surname alone tells who is meant.
    func texts(of rows: [(table: String, ids: [Int64])]) throws -> [String] {
        var texts: Set<String> = []
        for (table, ids) in rows {
            for column in table == "name" ? ["text"] : RecordKind(name: table)?.columns(.telling) ?? [] {
                let found = try self.texts(column, of: table, ids)
                texts.formUnion(["text", "url"].contains(column) ? found : found.filter(Self.isTelling))
            }
        }
        texts.formUnion(try tellingWords(of: rows))
        return texts.filter { $0.count >= Self.minLength && !RedactedText.isLeft($0) }.sorted()
    }

    /// What the names of a record are found by in any spelling: its names, or a source's titles, and each word that tells of it
    /// alone.
    func trace(of target: RecordID, _ rows: [(table: String, ids: [Int64])]) throws -> NameTrace {
        let (table, column) = target.kind == .source ? ("source", "title") : ("name", "text")
        let names = try rows.filter { $0.table == table }.flatMap { try texts(column, of: table, $0.ids) }
        return NameTrace(
            of: names.filter { !RedactedText.isLeft($0) }, telling: try tellingWords(of: rows), kind: target.kind)
    }

    /// The words of the officials' names that no other official has, because such a surname alone tells who is meant.
    private func tellingWords(of rows: [(table: String, ids: [Int64])]) throws -> [String] {
        let officials = rows.filter { $0.table == "official" }.flatMap(\.ids)
        return try words(of: officials.map(String.init).joined(separator: ", "))
            .filter { $0.count >= Self.minLength && $0 != "redacted" }
    }

    private static func isTelling(_ text: String) -> Bool {
        text.split(separator: " ").count >= minWords
    }

    private func texts(_ column: String, of table: String, _ ids: [Int64]) throws -> [String] {
        let list = ids.map(String.init).joined(separator: ", ")
        return try String.fetchAll(
            db, sql: "SELECT DISTINCT \(column) FROM \(table)_history WHERE id IN (\(list)) AND \(column) IS NOT NULL")
    }

    /// The words of the officials' names, except those that some word in another official's name begins with.
    private func words(of officials: String) throws -> [String] {
        let own = try String.fetchAll(db, sql: "SELECT text FROM name_history WHERE official_id IN (\(officials))")
        let words = Set(own.flatMap { $0.split { !$0.isLetter && $0 != "-" } }.map(String.init))
        return try words.filter { word in
            try !db.one(
                Bool.self,
                """
                SELECT EXISTS (SELECT 1 FROM name_history WHERE official_id NOT IN (\(officials)) \
                AND instr(' ' || folded, ' ' || ?) > 0)
                """, arguments: [Text.folded(word)])
        }
    }

    /// True if a text contains another, in any letter case, starting at the beginning of a word. The end of the word is
    /// not compared, because names are declined.
    static func holds(_ text: String, _ part: String) -> Bool {
        let text = Text.folded(text)
        let part = Text.folded(part)
        return text.ranges(of: part).contains { range in
            range.lowerBound == text.startIndex
                || !(text[text.index(before: range.lowerBound)].isLetter
                    || text[text.index(before: range.lowerBound)].isNumber)
        }
    }

    /// The name of the field that a column holds; or the table, if the row is only a part of the record.
    static func place(_ column: String, in table: String, of id: RecordID) -> String {
        table == id.kind.name ? id.kind.field(holding: column)?.name.rawValue ?? column : table
    }

    /// The columns of a table that hold text written by a person; the others hold ids, days, and words of closed lists.
    static func written(in table: String) -> [String] {
        switch table {
        case "name": ["text"]
        case "conclusion": ["value", "inferred"]
        case "look": ["place", "found"]
        default:
            RecordKind(name: table)?.fields.filter { if case .text = $0.type { true } else { false } }
                .flatMap(\.columns) ?? []
        }
    }

    /// The records with one of the texts in some version, in small or capital letters, and the columns that hold it.
    func remaining(_ texts: [String]) throws -> [(id: RecordID, columns: [String])] {
        var found: [RecordID: Set<String>] = [:]
        for table in try HistoryTable.all(db) {
            guard let base = table.base else { continue }
            for column in Self.written(in: base) {
                for text in texts {
                    // SQLite's `lower` folds the case of ASCII letters only.
                    let rows = try Row.fetchAll(
                        db,
                        sql: """
                            SELECT * FROM \(table.name) WHERE instr(lower(\(column)), ?) > 0 OR instr(\(column), ?) > 0 \
                            OR instr(\(column), ?) > 0
                            """, arguments: [text.lowercased(), text, text.uppercased()])
                    for row in rows {
                        guard try Self.holds(row.get(column), text) else { continue }
                        // A region is reference data and is not redacted.
                        guard let id = try RowOwner(table: table, row: row)?.id, id.kind != .region else { continue }
                        found[id, default: []].insert(Self.place(column, in: base, of: id))
                    }
                }
            }
        }
        return found.sorted { ($0.key.kind.rawValue, $0.key.number) < ($1.key.kind.rawValue, $1.key.number) }
            .map { ($0.key, $0.value.sorted()) }
    }
}

extension RecordKind {
    /// The columns of the fields that have a rule.
    fileprivate func columns(_ rule: Field.Rules) -> [String] {
        fields.filter { $0.rules.contains(rule) }.flatMap(\.columns)
    }
}
