import GRDB
import MusterValues

@testable import MusterCore

/// The triggers that write and protect a table's history, made from the table's columns.
///
/// The migrations hold these triggers as plain text. This template defines that text: a test compares the two, and
/// prints the text for a new table or column. `triggers` explains each of them.
struct HistoryTemplate {
    /// The table of records, as `unit`.
    let table: String
    /// The columns of the primary key, in its order; mostly `id` alone.
    let key: [String]
    /// The other columns except `revision`, in the table's order.
    let columns: [String]
    /// Those of the other columns that a redaction does not change; nil if no row of the table is redacted.
    let unredacted: [String]?

    /// A trigger by its name; its SQL is nil if the table must not have it.
    typealias Trigger = (name: String, sql: String?)

    /// Triggers that differ from the template, each with its SQL, or nil if it is missing on purpose.
    static let exceptions: [String: (sql: String?, reason: String)] = [
        "citation_keeps_id": (nil, "citation_stays refuses a changed id too, and says what to do instead"),
        "derivation_kept": (nil, "an edit of the source removes a derivation, as it empties a column"),
    ]

    /// The rows that a merge removes, as a condition on the merge: the merged record, and rows that cannot stay without
    /// it.
    private static let removedByMerge = [
        "source": "kind = 'source' AND gone = OLD.id", "unit": "kind = 'unit' AND gone = OLD.id",
        "official": "kind = 'official' AND gone = OLD.id", "post": "kind = 'post' AND gone = OLD.id",
        "enrollment": "kind = 'enrollment' AND gone = OLD.id",
        "group_member": "kind = 'enrollment' AND gone IN (OLD.group_id, OLD.member_id)",
        "conclusion":
            "(kind, gone) IN (VALUES ('unit', OLD.unit_id), ('official', OLD.official_id), ('post', OLD.post_id), "
            + "('enrollment', OLD.enrollment_id))",
    ]

    /// The tables with rows that are not edited and have no standing: the message about removing one advises to undo.
    private static let onlyUndone: Set = ["look", "merge", "distinction", "group_member", "conclusion"]

    /// The tables with triggers written before the template, with other line breaks. They are compared without regard
    /// to white space; all others byte for byte.
    static let brokenElsewhere: Set = [
        "region", "foreign_neighbour", "bloc_member", "source", "programme", "unit", "official", "post", "enrollment",
        "event", "citation", "name",
    ]

    /// The template for a table of a registry.
    init(table: String, in db: Database) throws {
        let all = try Row.fetchAll(
            db, sql: "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", arguments: [table]
        ).map { (name: $0["name"] as String, place: $0["pk"] as Int) }
        self.table = table
        key = all.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
        columns = all.filter { $0.place == 0 && $0.name != "revision" }.map(\.name)
        let blanked = Set([true, false].flatMap { RedactedForm.columns(of: table, isTarget: $0).map(\.column) })
        unredacted = blanked.isEmpty ? nil : columns.filter { !blanked.contains($0) }
    }

    /// The tables that have a history, by name.
    static func tables(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT t.name FROM sqlite_master t JOIN sqlite_master h ON h.name = t.name || '_history'
                WHERE t.type = 'table' AND h.type = 'table' ORDER BY t.name
                """)
    }

    /// Every trigger of the template, in the order in which a migration creates them.
    var triggers: [Trigger] {
        let (h, newest) = ("\(table)_history", "(SELECT max(id) FROM revision)")
        let open = "revision > (SELECT max(revision) FROM seal)"
        let seal = "EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)"
        let outside = "WHEN NEW.revision IS NOT \(newest)\n" + refuse("every write belongs to the newest revision")
        let write = line(
            4, "INSERT INTO \(h) (\(list(["revision"] + key + columns)))",
            "VALUES (\(list(["revision"] + key + columns, of: "NEW.")));")
        // A row is changed or removed only if it equals its newest version: this reveals a change that bypassed the
        // triggers.
        let known =
            "WHEN NOT EXISTS (SELECT 1 FROM \(h) h WHERE \(isSame("h.", "OLD.")) AND h.revision = OLD.revision"
            + " AND h.deleted = 0\n"
            + line(17, "AND (\(list(columns, of: "h.")))", "IS (\(list(columns, of: "OLD."))))") + "\n"
            + refuse("the record is not as its history has it; ''muster verify'' names what was changed")
        let keyName = key.count == 1 ? key[0] : "key"
        var made = [
            // Every write carries the newest revision.
            trigger("made_in_revision", "BEFORE INSERT ON \(table)", outside),
            trigger("changed_in_revision", "BEFORE UPDATE ON \(table)", outside),
            // REPLACE and a changed key would bypass the triggers on DELETE.
            trigger(
                "not_replaced", "BEFORE INSERT ON \(table)",
                "WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(isSame("", "NEW.")))",
                refuse("a record is never replaced; change its fields instead")),
            trigger(
                "keeps_\(keyName)", "BEFORE UPDATE OF \(list(key)) ON \(table)",
                "WHEN " + key.map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR "),
                refuse("a record keeps its id")),
            // Each write of a row is a version, at most one for each revision; for a removed row only the key is
            // written.
            trigger("made", "AFTER INSERT ON \(table) BEGIN", write, "END"),
            trigger(
                "changed", "AFTER UPDATE ON \(table) BEGIN",
                "    DELETE FROM \(h) WHERE \(isSame("", "NEW.")) AND revision = NEW.revision;", write, "END"),
            trigger(
                "deleted", "AFTER DELETE ON \(table) BEGIN",
                "    DELETE FROM \(h) WHERE \(isSame("", "OLD.")) AND revision = \(newest);",
                line(
                    4, "INSERT INTO \(h) (revision, deleted, \(list(key)))",
                    "VALUES (\(newest), 1, \(list(key, of: "OLD.")));"),
                "END"),
            // A row is removed only if the revision that made it is being undone, or by a merge.
            trigger(
                "kept", "BEFORE DELETE ON \(table)",
                "WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN \(h) h ON h.revision = r.undoes"
                    + " AND \(isSame("h.", "OLD."))\n                 WHERE r.\(open))"
                    + (Self.removedByMerge[table].map {
                        "\n" + line(5, then: 21, "AND NOT EXISTS (SELECT 1 FROM merge WHERE \($0)", "AND \(open))")
                    } ?? ""),
                refuse(
                    "nothing on the register is deleted; "
                        + (Self.onlyUndone.contains(table)
                            ? "undo the revision that made it" : "edit it, or set its standing to rejected"))),
            // A sealed version never changes, except that a redaction blanks some of its columns.
            trigger(
                "history_kept", "BEFORE UPDATE ON \(h)",
                "WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision"
                    + (unredacted.map { "\n     OR \(seal) AND (\n" + redaction(keeping: $0, open) } ?? " OR \(seal)"),
                refuse("history is never changed")),
            trigger("history_kept_whole", "BEFORE DELETE ON \(h)", "WHEN \(seal)", refuse("history is never removed")),
            trigger(
                "history_sealed", "BEFORE INSERT ON \(h)",
                "WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)"
                    + " OR EXISTS (SELECT 1 FROM \(h) WHERE version = NEW.version)",
                refuse("a sealed revision takes no more changes; every write is a new revision")),
            trigger("as_known_at_change", "BEFORE UPDATE ON \(table)", known),
            trigger("as_known_at_removal", "BEFORE DELETE ON \(table)", known),
        ]
        // A number is given only once. Other keys come from outside, such as a region's code, and may come back.
        if key == ["id"] {
            made.append(
                trigger(
                    "id_once", "BEFORE INSERT ON \(table)",
                    "WHEN EXISTS (SELECT 1 FROM \(h) WHERE id = NEW.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id)",
                    "     AND NOT EXISTS (SELECT 1 FROM reversal WHERE \(open))", refuse("an id is never used again")))
        }
        return made
    }

    private func trigger(_ family: String, _ lines: String...) -> Trigger {
        let name = "\(table)_\(family)"
        if let exception = Self.exceptions[name] { return (name, exception.sql) }
        return (name, "CREATE TRIGGER \(name) " + lines.joined(separator: "\n"))
    }

    private func redaction(keeping columns: [String], _ open: String) -> String {
        let kept = ["deleted"] + key + columns
        return """
                     NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
            \(line(9, "(\(list(kept, of: "NEW.")))", "IS NOT (\(list(kept, of: "OLD."))) OR NOT EXISTS ("))
                     SELECT 1 FROM redaction WHERE kind = '\(table)' AND record = OLD.id AND of_revision = OLD.revision
                     AND \(open)))
            """
    }

    private func refuse(_ message: String) -> String { "BEGIN SELECT RAISE(ABORT, '\(message)'); END" }

    private func list(_ columns: [String], of row: String = "") -> String {
        columns.map { row + $0 }.joined(separator: ", ")
    }

    private func isSame(_ one: String, _ other: String) -> String {
        key.map { "\(one)\($0) = \(other)\($0)" }.joined(separator: " AND ")
    }

    /// The parts on one line if they fit into 132 columns, otherwise each on its own line, broken after a comma if
    /// necessary.
    private func line(_ indent: Int, then later: Int? = nil, _ parts: String...) -> String {
        let width = 132
        let whole = String(repeating: " ", count: indent) + parts.joined(separator: " ")
        if whole.count <= width { return whole }
        return parts.enumerated().map { number, part in
            let margin = String(repeating: " ", count: number == 0 ? indent : later ?? indent)
            var lines = [margin]
            for (index, word) in part.split(separator: ", ").enumerated() {
                if index > 0 { lines[lines.count - 1] += "," }
                if index > 0, lines.last!.count + word.count + 2 > width { lines.append(margin + "   ") }
                lines[lines.count - 1] += (index > 0 ? " " : "") + word
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
