import GRDB

extension SQL {
    /// The SQL of a unit's designation with its place: that of a part is followed by those of the units that it is inside of,
    /// as in "10-й батальон, BARS-Crimea".
    ///
    /// - Parameters:
    ///   - unit: the column with the unit's id, such as `e.unit_id`.
    ///   - name: the column with its primary name, such as `n.text`.
    /// - Returns: an expression, which is NULL for an unnamed unit. It costs a look-up of the unit, and for a part one for each
    ///   unit above it.
    static func designation(of unit: SQL, named name: SQL) -> SQL {
        // A spoilt file may hold units that go in a circle, so the way up ends.
        """
        CASE WHEN (SELECT part_of FROM unit WHERE id = \(unit)) IS NULL THEN \(name) ELSE \(name) || coalesce(\
        (WITH RECURSIVE placed_above(id, step) AS (SELECT part_of, 1 FROM unit WHERE id = \(unit) \
        UNION ALL SELECT placed.part_of, step + 1 FROM placed_above JOIN unit placed ON placed.id = placed_above.id \
        WHERE placed.part_of IS NOT NULL AND step < 9) SELECT ', ' || group_concat(text, ', ') FROM (\
        SELECT placed_name.text AS text FROM placed_above JOIN name placed_name ON placed_name.unit_id = placed_above.id \
        AND placed_name.nature = 'primary' ORDER BY step)), '') END
        """
    }
}
