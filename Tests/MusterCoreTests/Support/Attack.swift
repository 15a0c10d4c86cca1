import MusterValues
import Testing

/// One statement of plain SQL that breaks a rule of a table, and the sentence that SQLite refuses it with.
struct Attack: CustomTestStringConvertible, Sendable {
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

    /// SQL for a text with this number of letters.
    static func letters(_ count: Int) -> String { "replace(hex(zeroblob(\(count))), '00', 'x')" }

    var testDescription: String { sql }
}
