import GRDB
import MusterValues

/// The index for finding names, titles and what else is written: the keys of every version of such a text.
///
/// The index is derived from the history, so it is not part of the proof and can be rebuilt. A version's document is a
/// list of marks:
///
/// | mark | means | example |
/// | --- | --- | --- |
/// | `novikov` | a reading of a word | Новиков |
/// | `1n` | the first letter of a word | Novikov |
/// | `2d` | an initial | D. |
/// | `0one` | a name of one word | Novikov |
/// | `0unit` | the kind of the record, except an official | BARS-Kursk |
///
/// Officials get no kind mark: nearly every document would carry it.
///
/// Danger: if `NameWords` reads some text in another way than before, a new step of the schema must make the index anew.
struct SearchIndex {
    let db: Database

    /// The SQL condition that a part of `sqlite_master` belongs to the index.
    static let ownSQL = (["tbl_name = 'search_key'"] + Part.allCases.map { "tbl_name GLOB '\($0.table)*'" })
        .joined(separator: " OR ")

    /// The SQL list of the names of its tables of documents.
    static let tablesSQL = Part.allCases.map { "'\($0.table)'" }.joined(separator: ", ")

    /// A table with searchable texts.
    enum Part: String, CaseIterable {
        case name, source, post, citation, event, enrollment, unit, official

        /// The table of documents; its rowid is the version.
        var table: String { "\(rawValue)_search" }
        var history: String { "\(rawValue)_history" }
        /// True if it holds names and titles, among which a mistyped word is looked for.
        var isNamed: Bool { [.name, .source].contains(self) }

        /// The columns with the text. Danger: an index made of other columns is wrong, and has to be made anew.
        var columns: [String] {
            switch self {
            case .name: ["text"]
            case .source: ["title", "note"]
            case .post: ["title", "standing_note"]
            case .citation: ["quote", "standing_note"]
            case .event: ["cause", "standing_note"]
            case .enrollment: ["group_who", "role", "standing_note"]
            case .unit, .official: ["standing_note"]
            }
        }

        /// The SQL of the text of a version; NULL if it has none.
        fileprivate var text: String {
            if columns.count == 1 { return columns[0] }
            let all = columns.map { "coalesce(\($0), '')" }.joined(separator: " || ' ' || ")
            return "nullif(trim(\(all)), '')"
        }

        fileprivate var kind: String {
            self != .name
                ? "'\(rawValue)'"
                : "CASE WHEN official_id IS NOT NULL THEN 'official' WHEN unit_id IS NOT NULL THEN 'unit' "
                    + "WHEN region_code IS NOT NULL THEN 'region' ELSE 'programme' END"
        }
    }

    /// Indexes the versions that a revision wrote, of all parts or of some.
    func add(_ revision: Int64, _ parts: [Part]? = nil) throws {
        do {
            for part in try parts ?? written(in: revision) {
                try add(part, where: "revision = ? AND \(Self.isMissingSQL(part))", [revision])
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT { throw Self.damaged }
    }

    /// The parts that there are: while an older schema is brought up to date, its revisions are sealed before all of them exist.
    /// Indexes the names that were written since the newest that is indexed. Use it in a write of many names, before it is sealed:
    /// its cost does not grow with what the write holds already.
    ///
    /// - Throws: `MusterError.indexWrong` if the index is damaged; an error of SQLite.
    func addNewNames() throws {
        do {
            try add(
                .name,
                where:
                    "version > coalesce((SELECT max(id) FROM name_search_docsize), 0) AND \(Self.isIndexedSQL(.name))",
                [])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT { throw Self.damaged }
    }

    private func held() throws -> [Part] {
        let tables = try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT count(*) FROM main.sqlite_master WHERE name IN ('name_search', 'post_search')"))
        return tables == 0 ? [] : tables == 1 ? Part.allCases.filter(\.isNamed) : Part.allCases
    }

    /// The parts of which a revision wrote anything: most write to a few, and each part costs several statements.
    private func written(in revision: Int64) throws -> [Part] {
        let parts = try held()
        if parts.isEmpty { return [] }
        let each = parts.map {
            "SELECT '\($0.rawValue)' WHERE EXISTS (SELECT 1 FROM \($0.history) WHERE revision = :revision)"
        }
        return try String.fetchAll(
            db.cachedStatement(sql: each.joined(separator: " UNION ALL ")), arguments: ["revision": revision]
        ).compactMap(Part.init(rawValue:))
    }

    /// Indexes every version that is not in the index, of all parts or of some.
    func fill(_ parts: [Part] = Part.allCases) throws {
        for part in parts { try add(part, where: Self.isMissingSQL(part), []) }
    }

    /// The SQL condition that a version has a document: it is not a removal and not redacted.
    static func isIndexedSQL(_ part: Part) -> String {
        // A NULL is no text; the condition is then NULL, too.
        "deleted = 0 AND nonce IS NOT NULL AND \(part.text) NOT GLOB '[[]redacted *'"
    }

    /// The SQL condition that a version belongs in the index but is not there.
    private static func isMissingSQL(_ part: Part) -> String {
        """
        \(isIndexedSQL(part)) AND NOT EXISTS (SELECT 1 FROM \(part.table)_docsize d WHERE d.id = version)
        """
    }

    /// Calls `use` with the words and the kind of each version that fulfils a condition.
    func each(
        of part: Part, where condition: String, _ arguments: StatementArguments = [],
        _ use: (_ version: Int64, _ words: [NameWords.Word], _ kind: String) throws -> Void
    ) throws {
        let reader = WordReader()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT version, \(part.text) AS text, \(part.kind) AS kind FROM \(part.history) WHERE \(condition)
                """, arguments: arguments)
        while let row = try rows.next() {
            try use(row.get("version"), reader.words(of: row.get("text")), row.get("kind"))
        }
    }

    /// The keys by which a mistyped word is found.
    static func keys(of words: [NameWords.Word]) -> [String] {
        words.filter { !$0.isInitial && !$0.isNumber }.flatMap(\.keys)
    }

    private func add(_ part: Part, where condition: String, _ arguments: StatementArguments) throws {
        let insertSQL = "INSERT INTO \(part.table) (rowid, keys) VALUES (?, ?)"
        let insertKeySQL = "INSERT OR IGNORE INTO search_key (key, backwards) VALUES (?, ?)"
        var known: Set<String> = []
        try each(of: part, where: condition, arguments) { version, words, kind in
            // Most rows that are written have no text to find, so the statements are made only here.
            try db.cachedStatement(sql: insertSQL)
                .execute(arguments: [version, Self.document(words, of: part, kind: kind).joined(separator: " ")])
            if !part.isNamed { return }
            for key in Self.keys(of: words) where known.insert(key).inserted {
                try db.cachedStatement(sql: insertKeySQL).execute(arguments: [key, String(key.reversed())])
            }
        }
    }

    /// Removes a version that will be redacted from the index, and its keys that occur nowhere else.
    func remove(_ part: Part, version: Int64) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT \(part.text) AS text, \(part.kind) AS kind FROM \(part.history) WHERE version = ? AND nonce IS NOT NULL \
                AND EXISTS (SELECT 1 FROM \(part.table)_docsize WHERE id = version)
                """, arguments: [version])
        guard let row else { return }
        let words = NameWords(try row.get("text")).words
        try db.execute(
            sql: "INSERT INTO \(part.table) (\(part.table), rowid, keys) VALUES ('delete', ?, ?)",
            arguments: [version, Self.document(words, of: part, kind: row.get("kind")).joined(separator: " ")])
        if !part.isNamed { return }
        for key in Set(words.flatMap(\.keys)) {
            let isHeld = try Part.allCases.filter(\.isNamed).contains { other in
                try db.one(
                    Bool.self, "SELECT EXISTS (SELECT 1 FROM \(other.table) WHERE \(other.table) MATCH ?)",
                    arguments: ["\"\(key)\""])
            }
            if !isHeld { try db.execute(sql: "DELETE FROM search_key WHERE key = ?", arguments: [key]) }
        }
    }

    /// The marks of a document.
    static func document(_ words: [NameWords.Word], of part: Part, kind: String) -> [String] {
        var marks = words.flatMap { word in
            let keys = word.keys
            if part != .name { return keys }
            return word.isInitial ? beginnings(keys).map { "2\($0)" } : keys + beginnings(keys).map { "1\($0)" }
        }
        if part == .name, kind != RecordKind.official.name { marks.append("0\(kind)") }
        if words.count == 1 { marks.append("0one") }
        return marks
    }

    /// The first letters of keys; letters that an initial does not tell apart (i, e, y) become one.
    static func beginnings(_ keys: [String]) -> Set<Character> {
        Set(keys.map { "iey".contains($0.first!) ? "i" : $0.first! })
    }
}
