import GRDB
import MusterValues

extension HistoryTemplate {
    /// A trigger that differs from the template.
    struct Difference {
        let trigger: String
        /// The SQL in the registry, and the template's; nil if there is no such trigger.
        let held, wanted: String?

        /// The SQL that makes the trigger the template's.
        var block: String {
            (held == nil ? "" : "DROP TRIGGER \(trigger);\n") + (wanted.map { "\($0);\n" } ?? "")
        }
    }

    /// The table's triggers that differ from the template.
    func differences(in db: Database) throws -> [Difference] {
        try triggers.compactMap { name, wanted in
            let held = try String.fetchOne(
                db, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", arguments: [name])
            let read = Self.brokenElsewhere.contains(table) ? Self.onOneLine : { $0 }
            return held.map(read) == wanted.map(read) ? nil : Difference(trigger: name, held: held, wanted: wanted)
        }
    }

    /// The SQL to paste into a new migration: the triggers that are missing or different, or all of them if none is.
    func block(in db: Database) throws -> String {
        let differences = try differences(in: db)
        if !differences.isEmpty { return differences.map(\.block).joined() }
        return triggers.map { name, sql in sql.map { "DROP TRIGGER \(name);\n\($0);\n" } ?? "" }.joined()
    }

    /// SQL with each run of white space outside quotes replaced by one space.
    static func onOneLine(_ sql: String) -> String {
        sql.replacing(#/'[^']*'|\s+/#) { $0.output.hasPrefix("'") ? $0.output : " " }
    }
}
