import MusterValues

extension Attack {
    static let kept = "nothing on the register is deleted; edit it, or set its standing to rejected"
    static let newest = "every write belongs to the newest revision"
    static let records = [
        "region", "foreign_neighbour", "bloc_member", "source", "programme", "unit", "official", "post", "enrollment",
        "event", "citation", "name",
    ]

    /// Statements for the triggers that every table has.
    static let onEveryTable: [Attack] = records.flatMap { table in
        [
            Attack(table, "DELETE FROM \(table)", kept),
            Attack(table, "UPDATE \(table) SET revision = revision", newest),
            Attack(table, "UPDATE \(table) SET revision = $R + 1", newest),
            Attack(
                table,
                """
                CREATE TEMP TABLE t AS SELECT * FROM \(table) WHERE revision < $R; \
                UPDATE t SET \(otherKey(of: table)); INSERT INTO \(table) SELECT * FROM t
                """, newest),
        ]
    }

    private static func otherKey(of table: String) -> String {
        switch table {
        case "region": "code = 'AA-' || substr(code, 4), parent = NULL"
        case "foreign_neighbour", "bloc_member": "country = substr(country, 2) || 'Z'"
        case "citation": "id = NULL"
        case "name": "id = NULL, nature = 'alias'"
        default: "id = id + 1000"
        }
    }

    /// Statements for the triggers that enforce the required parts of a record.
    static let onOneTable: [Attack] = [
        Attack(
            "unit", "\(name("unit_id", 9)); INSERT INTO unit (id, revision, kind) VALUES (9, $R, 'other')", unitCited),
        Attack("unit", "INSERT INTO unit (revision, kind, region_code) VALUES ($R, 'unnamed', 'RU-KGD')", unitCited),
        Attack(
            "unit", "\(cite("unit_id", 9, "kind")); INSERT INTO unit (id, revision, kind) VALUES (9, $R, 'other')",
            unitNamed),
        Attack(
            "unit",
            """
            \(cite("unit_id", 9, "kind")); \(name("unit_id", 9)); \
            INSERT INTO unit (id, revision, kind, region_code) VALUES (9, $R, 'unnamed', 'RU-KGD')
            """, unitNamed),
        Attack(
            "unit",
            """
            \(cite("unit_id", 9, "kind")); \(kursk(9)); \
            INSERT INTO unit (id, revision, kind, region_code) VALUES (9, $R, 'other', 'RU-KRS')
            """, designation),
        Attack(
            "unit",
            """
            UPDATE name SET folded = 'bars-kursk', revision = $R WHERE unit_id = 1 AND nature = 'primary'; \
            UPDATE unit SET region_code = 'RU-KRS', revision = $R WHERE id = 1
            """, designation),
        Attack(
            "name",
            """
            UPDATE unit SET region_code = 'RU-KRS', revision = $R WHERE id = 1; \
            UPDATE name SET folded = 'bars-kursk', revision = $R WHERE unit_id = 1 AND nature = 'primary'
            """, designation),
        Attack(
            "name",
            """
            \(cite("unit_id", 9, "kind")); \
            INSERT INTO unit (id, revision, kind, region_code) VALUES (9, $R, 'unnamed', 'RU-KRS'); \(kursk(9))
            """, designation),
        Attack(
            "official", "\(name("official_id", 9)); \(postOfNine); INSERT INTO official (id, revision) VALUES (9, $R)",
            "an official has at least one citation that supports the record in the revision that makes it"),
        Attack(
            "official",
            "\(cite("official_id", 9, "name")); \(postOfNine); INSERT INTO official (id, revision) VALUES (9, $R)",
            "an official has a name"),
        Attack(
            "official",
            "\(cite("official_id", 9, "name")); \(name("official_id", 9)); INSERT INTO official (id, revision) VALUES (9, $R)",
            "an official has at least one post"),
        Attack(
            "post", "UPDATE post SET official_id = 9, revision = $R WHERE id = 1", "an official has at least one post"),
        Attack(
            "post", "INSERT INTO post (id, revision, official_id, title, kind) VALUES (9, $R, 1, 'Mayor', 'other')",
            "a post has at least one citation that supports it in the revision that makes it"),
        Attack(
            "enrollment", "INSERT INTO enrollment (id, revision, unit_id, official_id) VALUES (9, $R, 2, 1)",
            "an enrollment has at least one citation that supports it in the revision that makes it"),
        .set(
            "enrollment", "perhaps_same_as = 1", where: "id = 2",
            "a group is perhaps the same only as another group of its unit"),
        Attack(
            "enrollment",
            """
            \(cite("enrollment_id", 9, "unit")); \
            INSERT INTO enrollment (id, revision, unit_id, group_who, group_least, perhaps_same_as) VALUES (9, $R, 2, 'x', 2, 2)
            """, "a group is perhaps the same only as another group of its unit"),
        Attack(
            "enrollment",
            """
            \(cite("enrollment_id", 9, "unit")); \
            INSERT INTO enrollment (id, revision, unit_id, group_who, group_least, perhaps_same_as) VALUES (9, $R, 1, 'x', 2, 2); \
            UPDATE enrollment SET unit_id = 2, revision = $R WHERE id = 9
            """, "a group is perhaps the same only as another group of its unit"),
        Attack(
            "event", "INSERT INTO event (id, revision, unit_id, facet, value) VALUES (9, $R, 1, 'form', 'brigade')",
            "an event has at least one citation that supports it in the revision that makes it"),
        Attack(
            "event",
            """
            \(cite("event_id", 9, "value")); \
            INSERT INTO event (id, revision, enrollment_id, facet, value) VALUES (9, $R, 1, 'state', 'killed')
            """, "a death is recorded from two sources at least, neither derived from the other"),
        Attack(
            "event", "UPDATE event SET value = 'killed', revision = $R WHERE id = 3",
            "a death is recorded from two sources at least, neither derived from the other"),
        .set("event", "value = 'merged_into', other_unit = 1", "a unit becomes another unit, not itself"),
        Attack(
            "event",
            """
            \(cite("event_id", 9, "value")); \
            INSERT INTO event (id, revision, unit_id, facet, value, other_unit) VALUES (9, $R, 1, 'status', 'split_from', 1)
            """, "a unit becomes another unit, not itself"),
        .set("event", "for_enrollment = 2", where: "id = 2", ofHolder),
        Attack(
            "event",
            """
            \(cite("event_id", 9, "value")); \
            INSERT INTO event (id, revision, post_id, facet, value, for_enrollment) VALUES (9, $R, 1, 'tenure', 'left', 2)
            """, ofHolder),
        Attack(
            "enrollment",
            """
            UPDATE event SET for_enrollment = 1, revision = $R WHERE id = 2; \
            UPDATE enrollment SET official_id = 9, revision = $R WHERE id = 1
            """, ofHolder),
        Attack(
            "programme", "\(cite("programme_id", 9, "name")); INSERT INTO programme (id, revision) VALUES (9, $R)",
            "a programme has a name"),
        Attack(
            "programme", "\(name("programme_id", 9)); INSERT INTO programme (id, revision) VALUES (9, $R)",
            "a programme has at least one citation that supports it in the revision that makes it"),
        Attack(
            "region", "INSERT INTO region (code, revision, kind) VALUES ('RU-X', $R, 'oblast')", "a region has a name"),
        Attack("citation", "UPDATE citation SET unit_id = 2, revision = $R WHERE unit_id = 1", stays),
        Attack("citation", "UPDATE citation SET id = 99, revision = $R WHERE id = 1", stays),
        Attack("citation", "UPDATE citation SET source_id = 9, revision = $R WHERE id = 1", stays),
        Attack("citation", "UPDATE citation SET event_id = NULL, post_id = 1, revision = $R WHERE event_id = 1", stays),
        Attack("revision", "INSERT INTO revision SELECT id + 2, at, author, reason FROM revision WHERE id = $R", order),
        Attack("revision", "INSERT INTO revision SELECT 1, at, author, reason FROM revision WHERE id = $R", order),
        Attack("revision", "REPLACE INTO revision SELECT id, at, 'other', reason FROM revision WHERE id = $R", order),
        Attack(
            "revision", "INSERT INTO revision (at, author, reason) VALUES ('2099-01-01T00:00:00Z', 'a', 'r')", order),
        Attack(
            "revision",
            "INSERT INTO revision SELECT id + 1, '2025-06-15T15:06:39Z', author, reason FROM revision WHERE id = $R",
            order),
        Attack("revision", "UPDATE revision SET author = 'other' WHERE id = 1", "a revision is never changed"),
        Attack("revision", "UPDATE OR REPLACE revision SET id = 1 WHERE id = 2", "a revision is never changed"),
        Attack("revision", "DELETE FROM revision WHERE id = $R", "a revision is never removed"),
    ]

    private static let unitCited = "a unit has at least one citation that supports it in the revision that makes it"
    private static let ofHolder = "a post changes for an enrollment of the official who holds it"
    private static let unitNamed = "a unit has a designation, unless it is of kind unnamed"
    private static let designation =
        "no two units have the same designation inside of one unit, or in one region"

    private static func kursk(_ unit: Int) -> String {
        name("unit_id", unit).replacing("'x \(unit)'", with: "'bars-kursk'")
    }

    private static let stays = "a citation stays with its source and its record; cite again instead"
    private static let order = "revisions are numbered one after the other, and none is earlier than the one before"

    static var postOfNine: String {
        "\(cite("post_id", 9, "title")); INSERT INTO post (id, revision, official_id, title, kind) VALUES (9, $R, 9, 'Mayor', 'other')"
    }

    static func cite(_ column: String, _ id: Int, _ field: String) -> String {
        "INSERT INTO citation (revision, source_id, \(column), field, stated) VALUES ($R, 1, \(id), '\(field)', 'x')"
    }

    static func name(_ column: String, _ id: Int) -> String {
        """
        INSERT INTO name (revision, source_id, \(column), text, folded, script, nature) \
        VALUES ($R, 1, \(id), 'X \(id)', 'x \(id)', 'Latn', 'primary')
        """
    }
}
