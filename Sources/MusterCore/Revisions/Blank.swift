/// What a redaction leaves of a row: the columns that hold the register together stay, what a person wrote goes.
enum Blank {
    /// The columns of a table that are blanked, each with the SQL of what is left, over the row's own columns.
    ///
    /// - Parameters:
    ///   - table: the table of records.
    ///   - isTarget: whether the row is the record that was asked for; what happened is then blanked too.
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
        case "enrollment": enrollment
        case "event": event(isTarget)
        default: []
        }
    }

    private static let text = "'\(HashChain.redacted)'"
    private static let note = ("standing_note", "CASE WHEN standing_note IS NOT NULL THEN \(text) END")
    /// Names of units and programmes must differ.
    private static let nameText =
        "'[redacted ' || coalesce('U' || unit_id, 'O' || official_id, 'G' || programme_id) || ']'"

    /// A named official becomes a group of one, so that the people counted stay as many.
    private static let enrollment: [(String, String)] =
        [
            ("group_who", text), ("contract", "'not_stated'"), ("concluded_by", "'not_stated'"), note,
            ("group_least", "coalesce(group_least, 1)"),
            ("group_most", "CASE WHEN group_least IS NULL THEN 1 ELSE group_most END"),
        ] + nothing("official_id", "group_level", "group_kind", "group_region", "role")

    /// What happened stays where whom it happened to is blanked; asked for itself, it is put out of every count.
    private static func event(_ isTarget: Bool) -> [(String, String)] {
        let date = nothing("date", "earliest", "latest", "cause")
        if !isTarget { return date + [note] }
        let value =
            "CASE facet WHEN 'state' THEN 'joined' WHEN 'tenure' THEN 'in_office' WHEN 'status' THEN 'announced' WHEN 'form' THEN 'group' END"
        return date + [
            ("value", value), ("least", "CASE WHEN facet = 'strength' THEN 0 END"), ("most", "NULL"),
            ("standing", "'rejected'"), ("standing_note", text),
        ]
    }

    private static func nothing(_ columns: String...) -> [(String, String)] { columns.map { ($0, "NULL") } }
}
