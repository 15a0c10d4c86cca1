import MusterValues

/// What a redaction leaves of a row: the columns that hold the register together stay, what a person wrote goes.
///
/// The same table stands in the documentation, under Hash chain: a second program can tell a blanked version from a forged one.
enum RedactedForm {
    /// The columns of a table that are blanked, each with the SQL of what is left, over the row's own columns.
    ///
    /// Idempotent: a version counts as redacted if and only if applying these again would not change it.
    ///
    /// - Parameters:
    ///   - table: the table of records.
    ///   - isTarget: whether the row is the record that was asked for. An enrollment or an event that only goes with another
    ///     record keeps who, where and what, and is counted as before; asked for itself it is put out of every count.
    /// - Returns: the columns in no particular order; none for a table whose rows are not redacted.
    static func columns(of table: String, isTarget: Bool) -> [(column: String, sql: String)] {
        switch table {
        case "name": [("text", nameText), ("folded", "lower(\(nameText))"), ("script", "'Zyyy'")]
        case "citation":
            [("stated", text), ("speech", "'states'"), note] + nothing("quote", "locator", "speaker")
        case "source":
            [("title", "'[redacted S' || id || ']'"), ("kind", "'other'")]
                + nothing(
                    "publisher", "url", "language", "published", "published_earliest", "published_latest", "captured",
                    "sha256", "note")
        case "programme": [note] + nothing("launched", "launched_earliest", "launched_latest", "launched_by")
        case "unit": [note] + nothing("ordinal")
        case "official": [note]
        case "post": [("title", text), ("kind", "'other'"), note] + nothing("level", "body", "region_code")
        case "enrollment": isTarget ? enrollment : [note] + nothing("role")
        case "event": isTarget ? event : [note] + nothing("date", "earliest", "latest", "cause")
        default: []
        }
    }

    private static let text = "'\(HashChain.redacted)'"
    private static let note = ("standing_note", "CASE WHEN standing_note IS NOT NULL THEN \(text) END")
    private static let rejected = [("standing", "'rejected'"), ("standing_note", text)]
    /// Names of units and programmes must differ.
    private static let nameText =
        "'[redacted ' || coalesce('U' || unit_id, 'O' || official_id, 'G' || programme_id) || ']'"

    private static let enrollment: [(String, String)] =
        rejected + [
            ("group_who", text), ("group_least", "1"), ("contract", "'not_stated'"), ("concluded_by", "'not_stated'"),
        ] + nothing("official_id", "group_most", "group_level", "group_kind", "group_region", "role")

    private static let event: [(String, String)] =
        rejected + [
            (
                "value",
                """
                CASE facet WHEN 'state' THEN 'joined' WHEN 'tenure' THEN 'in_office' WHEN 'status' THEN 'announced' \
                WHEN 'form' THEN 'group' END
                """
            ), ("least", "CASE facet WHEN 'strength' THEN 0 END"),
        ] + nothing("most", "date", "earliest", "latest", "cause")

    private static func nothing(_ columns: String...) -> [(String, String)] { columns.map { ($0, "NULL") } }
}
