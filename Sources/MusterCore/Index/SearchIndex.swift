import GRDB
import MusterValues

/// The index for finding names and titles: the keys of every version of a name and of a source's title.
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
/// The table of keys has one row more, `edition`. It says that the keys are those of this program, and `renew` adds it.
struct SearchIndex {
    let db: Database

    /// The SQL condition that a part of `sqlite_master` belongs to the index.
    static let ownSQL = "tbl_name = 'search_key' OR tbl_name GLOB 'name_search*' OR tbl_name GLOB 'source_search*'"

    /// A table with searchable texts.
    enum Part: String, CaseIterable {
        case name, source

        /// The table of documents; its rowid is the version.
        var table: String { "\(rawValue)_search" }
        var history: String { "\(rawValue)_history" }
        fileprivate var text: String { self == .name ? "text" : "title" }
        fileprivate var kind: String {
            self == .source
                ? "'source'"
                : "CASE WHEN official_id IS NOT NULL THEN 'official' WHEN unit_id IS NOT NULL THEN 'unit' "
                    + "WHEN region_code IS NOT NULL THEN 'region' ELSE 'programme' END"
        }
    }

    /// Indexes the versions that a revision wrote.
    func add(_ revision: Int64) throws {
        do {
            for part in Part.allCases {
                try add(part, where: "revision = ? AND \(Self.isMissingSQL(part))", [revision])
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT { throw Self.damaged }
    }

    /// Indexes every version that is not in the index.
    func fill() throws {
        for part in Part.allCases {
            try add(part, where: Self.isMissingSQL(part), [])
        }
        try markEdition()
    }

    /// The row of the table of keys that no word can have: a key has letters only.
    ///
    /// Give it another number whenever `NameWords` reads some texts in another way than before, and say in `hasOldKeys` which.
    static let edition = "2"

    /// Makes the index anew if an earlier program filled it and read some of its texts in another way.
    func renew() throws {
        let isRenewed = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM main.search_key WHERE key = ?)"),
            arguments: [Self.edition])
        if isRenewed == true { return }
        if try hasOldKeys() { try rebuild() } else { try markEdition() }
    }

    private func markEdition() throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO search_key (key, backwards) VALUES (?, ?)",
            arguments: [Self.edition, Self.edition])
    }

    /// True if a text is in the index with keys that this program would not give it: it has a letter that is neither a plain
    /// Latin nor a Russian, Ukrainian or Belarusian one, or it has a word of both scripts.
    private func hasOldKeys() throws -> Bool {
        let plain = "*[^ -~А-яЁёІіЇїЄєҐґЎў«»„“”‘’–—…№]*"
        return try Part.allCases.contains { part in
            try db.one(
                Bool.self,
                """
                SELECT EXISTS (SELECT 1 FROM \(part.history) WHERE \(Self.isIndexedSQL(part)) AND (\(part.text) GLOB ? \
                OR \(part.text) GLOB '*[A-Za-z][Ѐ-ӿ]*' OR \(part.text) GLOB '*[Ѐ-ӿ][A-Za-z]*'))
                """, arguments: [plain])
        }
    }

    /// The SQL condition that a version has a document: it is not a removal and not redacted.
    static func isIndexedSQL(_ part: Part) -> String {
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
        let insert = try db.makeStatement(sql: "INSERT INTO \(part.table) (rowid, keys) VALUES (?, ?)")
        let insertKey = try db.makeStatement(sql: "INSERT OR IGNORE INTO search_key (key, backwards) VALUES (?, ?)")
        var known: Set<String> = []
        try each(of: part, where: condition, arguments) { version, words, kind in
            try insert.execute(arguments: [version, Self.document(words, of: part, kind: kind).joined(separator: " ")])
            for key in Self.keys(of: words) where known.insert(key).inserted {
                try insertKey.execute(arguments: [key, String(key.reversed())])
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
        for key in Set(words.flatMap(\.keys)) {
            let isHeld = try Part.allCases.contains { other in
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
            if part == .source { return keys }
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
