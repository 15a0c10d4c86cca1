import MusterValues

extension Attack {
    private static let merge = "INSERT INTO merge (id, revision, kind, gone, kept) VALUES (1, $R, 'unit', 2, 1)"
    private static let distinction =
        "INSERT INTO distinction (id, revision, kind, one, other) VALUES (1, $R, 'unit', 1, 2)"
    private static let member = "INSERT INTO group_member (id, revision, group_id, member_id) VALUES (1, $R, 2, 1)"
    private static let look = """
        INSERT INTO look (id, revision, region_code, date, earliest, latest, place, found) \
        VALUES (1, $R, 'RU-PSK', '2025', '2025-01-01', '2025-12-31', 'press', 'x')
        """
    private static let conclusion = """
        INSERT INTO conclusion (id, revision, unit_id, field, weighed, value, inferred) VALUES (1, $R, 1, 'role', 0, 'x', 'y')
        """
    private static let undoing = "INSERT INTO reversal (revision, undoes) VALUES ($R, 1); "
    private static let undo = "nothing on the register is deleted; undo the revision that made it"
    private static let back = "a record that was merged into another comes back when that is undone"
    private static let fits = "a member of a group is an official enrolled in the unit of the group"

    /// Statements for the CHECKs of merges and distinctions.
    static let ofMerging: [Attack] = [
        Attack("merge", merge.replacing("'unit'", with: "'region'"), "what is merged is one of the closed list"),
        Attack("merge", undoing + merge.replacing("2, 1)", with: "1, 1)"), "a record is not merged with itself"),
        Attack(
            "distinction", distinction.replacing("'unit'", with: "'post'"),
            "what is told apart is one of the closed list"),
        Attack(
            "distinction", distinction.replacing("1, 2)", with: "2, 1)"),
            "a record is told apart from another, the lower id first"),
        Attack(
            "distinction", distinction.replacing("1, 2)", with: "1, 1)"),
            "a record is told apart from another, the lower id first"),
        Attack("look", look.replacing("'2025'", with: "''"), "a date has 1 to 200 characters of EDTF"),
        Attack("look", look.replacing("01-01", with: "13-01"), "the first day is real"),
        Attack("look", look.replacing("12-31", with: "11-31"), "the last day is real"),
        Attack(
            "look", look.replacing("2025-01-01", with: "2026-01-01"),
            "a date's first day is not after its last, and neither stands without the date"),
        Attack("look", look.replacing("'press'", with: "' '"), "where was looked has 1 to 500 characters"),
        Attack("look", look.replacing("'x'", with: "''"), "what was found has 1 to 500 characters"),
        Attack("conclusion", conclusion.replacing("'x'", with: "' '"), "a concluded value has 1 to 500 characters"),
        Attack(
            "conclusion", conclusion.replacing("'y'", with: "''"),
            "the reason of an inference has 1 to 2000 characters"),
        Attack(
            "conclusion", conclusion.replacing("$R, 1,", with: "$R, NULL,"), "a conclusion is about exactly one record"),
        Attack(
            "conclusion", conclusion.replacing("'role'", with: "'aim'"),
            "a conclusion is about a field that its record has"),
    ]

    /// Statements for the triggers of merges, distinctions and group members.
    static let onMerging: [Attack] =
        [
            ("merge", merge, "gone", "a merge is not changed; undo it"),
            ("distinction", distinction, "other", "what was told apart is not changed; undo it"),
            ("group_member", member, "member_id", fits),
            ("conclusion", conclusion, "unit_id", "a conclusion stays with its record and its field"),
            (
                "look", look, "region_code",
                "a look stays with its region; undo the revision that made it, and look again"
            ),
        ].flatMap { table, insert, column, stays in
            [
                Attack(table, insert.replacing("$R", with: "$R - 1"), newest),
                Attack(table, "\(insert); UPDATE \(table) SET revision = $R + 1", newest),
                Attack(
                    table, "\(insert); REPLACE INTO \(table) SELECT * FROM \(table)",
                    "a record is never replaced; change its fields instead"),
                Attack(table, "\(insert); UPDATE \(table) SET id = 9", "a record keeps its id"),
                Attack(table, "\(insert); DELETE FROM \(table)", undo),
                Attack(table, "\(insert); UPDATE \(table) SET \(column) = 99", stays),
                Attack(
                    table,
                    """
                    \(insert); DROP TRIGGER \(table)_changed; DROP TRIGGER \(table)_stays; \
                    UPDATE \(table) SET \(column) = 98; UPDATE \(table) SET \(column) = 99
                    """, "the record is not as its history has it; 'muster verify' names what was changed"),
                Attack(
                    table, "INSERT INTO \(table)_history (revision, id) VALUES ($R, 1); \(insert)",
                    "an id is never used again"),
                Attack("\(table)_history", "\(insert); UPDATE \(table)_history SET version = 9", unchanged),
                Attack("\(table)_history", "\(insert); \(seal); UPDATE \(table)_history SET deleted = 1", unchanged),
                Attack("\(table)_history", "\(insert); \(seal); DELETE FROM \(table)_history", unremoved),
                Attack(
                    "\(table)_history",
                    "\(insert); \(seal); INSERT INTO \(table)_history (revision, id) VALUES ($R, 9)", sealed),
            ]
        } + [
            Attack(
                "merge", merge.replacing("2, 1)", with: "2, 99)"),
                "a record on the register is merged into another that is on it"),
            Attack("group_member", member.replacing("2, 1)", with: "1, 2)"), fits),
            Attack("group_member", member.replacing("2, 1)", with: "2, 2)"), fits),
            Attack(
                "enrollment", "\(member); UPDATE enrollment SET unit_id = 2, revision = $R WHERE id = 1",
                "a group and its members are enrolled in one unit"),
            // A merge permits changes only to the records it names.
            Attack("unit", "\(merge); DELETE FROM unit WHERE id = 1", kept),
            Attack("official", "\(merge); DELETE FROM official", kept),
            Attack(
                "name", "\(merge); UPDATE name SET unit_id = 9, revision = $R WHERE unit_id = 1",
                "a name stays with its record"),
            Attack(
                "event", "\(merge); UPDATE event SET unit_id = 2, revision = $R WHERE unit_id = 1",
                "an event stays with what it happened to"),
        ]
        + [
            ("source", "INSERT INTO source (id, revision, kind, title) VALUES (9, $R, 'other', 'x')"),
            (
                "unit",
                "\(cite("unit_id", 9, "kind")); \(name("unit_id", 9)); INSERT INTO unit (id, revision, kind) VALUES (9, $R, 'other')"
            ),
            (
                "official",
                """
                \(cite("official_id", 9, "name")); \(name("official_id", 9)); \(postOfNine); \
                INSERT INTO official (id, revision) VALUES (9, $R)
                """
            ), ("post", postOfNine),
            (
                "enrollment",
                """
                \(cite("enrollment_id", 9, "unit")); \
                INSERT INTO enrollment (id, revision, unit_id, official_id) VALUES (9, $R, 2, 1)
                """
            ),
        ].map { table, insert in
            let merged = "INSERT INTO merge (id, revision, kind, gone, kept) VALUES (1, $R, '\(table)', 9, 1)"
            return Attack(table, "DROP TRIGGER merge_of_\(table); \(merged); \(insert)", back)
        }
}
