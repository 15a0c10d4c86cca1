import MusterValues

/// The form that a redaction gives to a row: columns that link records stay, and columns with a person's words are blanked.
///
/// The documentation shows the same rules in a table under Hash chain, so that a second program can tell a blanked version
/// from a forged one. A test prints that table from the fields.
enum RedactedForm {
    /// The columns of a table that are blanked, each with the SQL of what is left, over the row's own columns.
    ///
    /// Idempotent: a version counts as redacted if and only if applying these again would not change it.
    ///
    /// - Parameters:
    ///   - table: the table of records.
    ///   - isTarget: true if the row is the record that the redaction names. An enrollment or an event that is only redacted
    ///     along with another record keeps its links and its value, and is counted as before; if the redaction names it, it
    ///     is no longer counted.
    /// - Returns: the columns in no particular order; none for a table whose rows are not redacted.
    static func columns(of table: String, isTarget: Bool) -> [(column: String, sql: String)] {
        if table == "name" { return name }
        if table == "conclusion" { return conclusion }
        if table == "look" { return look }
        guard let kind = RecordKind(name: table) else { return [] }
        return kind.fields.flatMap { field in
            let left = isTarget ? field.redactedAsTarget : field.redacted
            return field.columns.enumerated().compactMap { index, column in
                sql(of: left, kind, column, index).map { (column, $0) }
            }
        }
    }

    /// The SQL of what is left in a column; nil for a column that stays.
    private static func sql(of left: Field.Left, _ kind: RecordKind, _ column: String, _ index: Int) -> String? {
        switch left {
        case .kept: nil
        case .emptied: "NULL"
        case .blanked: text
        case .blankedIfAny: "CASE WHEN \(column) IS NOT NULL THEN \(text) END"
        case .numbered: "'\(RedactedText.beginning) \(kind.rawValue)' || id || ']'"
        case .becomes(let sql): sql[index]
        }
    }

    private static let conclusion = ["value", "inferred"].map { ($0, "CASE WHEN \($0) IS NOT NULL THEN \(text) END") }
    private static let look = [
        ("place", text), ("found", "CASE WHEN found IS NOT NULL THEN \(text) END"),
    ]
    private static let text = "'\(RedactedText.plain)'"
    private static let name = [("text", nameText), ("folded", "lower(\(nameText))"), ("script", "'Zyyy'")]
    /// The text for a redacted name. It holds the record's id, because no two programmes, and no two units of a region,
    /// may have one name.
    private static let nameText =
        "'\(RedactedText.beginning) ' || coalesce('U' || unit_id, 'O' || official_id, 'G' || programme_id) || ']'"
}
