import MusterValues
import Testing

extension Attack {
    /// Statements that delete or move a row without DELETE: a BEFORE DELETE trigger does not see REPLACE or a changed
    /// key.
    static let overwriting: [Attack] =
        ["source", "programme", "unit", "official", "post", "enrollment", "event", "name"].flatMap { table in
            [
                replacing(table),
                .set(table, "id = 999", "a record keeps its id"),
            ]
        } + [
            replacing("citation"), replacing("region"), replacing("foreign_neighbour"), replacing("bloc_member"),
            .set("region", "code = 'RU-X'", where: "code = 'RU-KGD'", "a record keeps its id"),
            Attack("name", naming("1, 'Other', 'other'"), primary),
            Attack("name", naming("2, 'BARS-KALININGRAD', 'bars-kaliningrad'"), primary),
            .set(
                "name", "nature = 'alias'", where: "unit_id = 1", "a primary name stays one; write the new name over it"
            ),
            .set("name", "unit_id = 2, nature = 'alias'", where: "unit_id = 1", "a name stays with its record"),
            Attack(
                "name",
                """
                INSERT INTO name (id, revision, source_id, unit_id, text, folded, script, nature) \
                VALUES (999, $R, 1, 1, 'y', 'y', 'Latn', 'alias'); \
                UPDATE name SET unit_id = 2 WHERE id = 999
                """, "a name stays with its record"),
            .set(
                "foreign_neighbour", "country = 'PL'", where: "region_code = 'RU-KGD' AND country = 'LT'",
                "a record keeps its id"),
            .set("bloc_member", "since = '1950-01-01'", where: "country = 'BE'", "a record keeps its id"),
            .set("unit", "kind = 'unnamed'", "a unit has a designation, unless it is of kind unnamed"),
            .set("event", "enrollment_id = 2", where: "id = 3", "an event stays with what it happened to"),
            .set("event", "post_id = 9", where: "id = 2", "an event stays with what it happened to"),
        ]

    private static let primary = "a record has one primary name, and no two programmes have the same"

    private static func replacing(_ table: String) -> Attack {
        Attack(
            table,
            "CREATE TEMP TABLE t AS SELECT * FROM \(table); UPDATE t SET revision = $R; REPLACE INTO \(table) SELECT * FROM t",
            "a record is never replaced; change its fields instead")
    }

    private static func naming(_ values: String) -> String {
        """
        REPLACE INTO name (revision, source_id, script, nature, unit_id, text, folded) \
        VALUES ($R, 1, 'Latn', 'primary', \(values))
        """
    }
}

/// A row cannot be removed or moved to another record in other ways than DELETE either (rule 9).
final class OverwritingTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    @Test(arguments: Attack.tables(of: Attack.overwriting), [true, false])
    func `a record is neither replaced nor moved`(table: String, foreignKeys: Bool) throws {
        try fresh.expectRefusals(of: Attack.overwriting.filter { $0.table == table }, foreignKeys: foreignKeys)
    }
}
