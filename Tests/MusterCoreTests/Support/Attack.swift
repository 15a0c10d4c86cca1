import Testing

/// One statement of plain SQL that breaks a rule of a table, and the sentence that SQLite refuses it with.
struct Attack: Sendable {
    let table: String
    let sql: String
    let sentence: String

    init(_ table: String, _ sql: String, _ sentence: String) {
        self.table = table
        self.sql = sql
        self.sentence = sentence
    }

    /// An update of some of the table's rows in the newest revision.
    static func set(_ table: String, _ change: String, where row: String = "id = 1", _ sentence: String) -> Attack {
        Attack(table, "UPDATE \(table) SET \(change), revision = $R WHERE \(row)", sentence)
    }

    /// The tables that these statements are about, each once.
    static func tables(of attacks: [Attack]) -> [String] { Set(attacks.map(\.table)).sorted() }

    /// SQL for a text with this number of letters.
    static func letters(_ count: Int) -> String { "replace(hex(zeroblob(\(count))), '00', 'x')" }
}

extension Fresh {
    /// Expects of each statement that SQLite refuses it in its words, and that not one row changed: so the next one finds
    /// the registry as it was made, and all of a table's share one.
    func expectRefusals(
        of attacks: [Attack], foreignKeys: Bool, saying start: String = "",
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let before = try dump()
        let database = try plain(foreignKeys: foreignKeys)
        #expect(!attacks.isEmpty && !before.isEmpty, sourceLocation: location)
        for attack in attacks {
            let refusal = try Self.refusal(of: attack.sql, on: database)
            #expect(refusal == start + attack.sentence, "\(attack.sql)", sourceLocation: location)
            try #require(try dump() == before, "\(attack.sql)", sourceLocation: location)
        }
    }
}
