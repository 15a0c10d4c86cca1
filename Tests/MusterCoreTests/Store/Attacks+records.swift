import MusterValues

extension Attack {
    /// A statement for each CHECK of the tables of records, except events, citations and names.
    static let ofRecords: [Attack] =
        ["programme", "unit", "official", "post", "enrollment", "event"].flatMap { table in
            [
                .set(
                    table, "standing = 'maybe', standing_note = 'x'",
                    "a standing is accepted, disputed, needs work or rejected"),
                .set(table, "standing_note = ' '", "a standing's note has 1 to 2000 characters"),
                .set(table, "standing_note = \(letters(2001))", "a standing's note has 1 to 2000 characters"),
                .set(table, "standing = 'disputed'", "a standing other than accepted has a note that says why"),
                .set(table, "standing = 'needs_work'", "a standing other than accepted has a note that says why"),
                .set(table, "standing = 'rejected'", "a standing other than accepted has a note that says why"),
            ] as [Attack]
        } + [
            .set("programme", "launched = ''", "a date has 1 to 200 characters of EDTF"),
            .set("programme", "launched = '2025', launched_earliest = '2025-13-01'", "the first day is real"),
            .set("programme", "launched = '2025', launched_latest = '2025-11-31'", "the last day is real"),
            .set("programme", "launched_earliest = '2025-01-01'", days),
            .set("programme", "came_from = 1", "a programme does not come from itself"),
            .set("programme", "launched_by = ''", "who launched it has 1 to 200 characters"),
            .set("unit", "kind = 'army'", "a unit's kind is one of the closed list"),
            .set("unit", "kind = 'subunit', part_of = 1", "a unit is not a part of itself"),
            .set("unit", "ordinal = 0", "a claimed ordinal is a whole number from 1 to 1000"),
            .set("unit", "ordinal = 1001", "a claimed ordinal is a whole number from 1 to 1000"),
            Attack(
                "unit",
                """
                INSERT INTO citation (revision, source_id, unit_id, field, stated) VALUES ($R, 1, 9, 'kind', 'x'); \
                INSERT INTO unit (id, revision, kind) VALUES (9, $R, 'unnamed')
                """, "an unnamed unit stands in a region"),
            .set("unit", "kind = 'subunit'", "a subunit says what unit it is part of, and no other unit does"),
            .set("unit", "part_of = 2", "a subunit says what unit it is part of, and no other unit does"),
            .set("post", "title = ' '", "a post's title has 1 to 200 characters"),
            .set("post", "kind = 'king'", "a post's kind is one of the closed list"),
            .set("post", "level = 'local'", "a post's level is federal, regional or municipal"),
            .set("post", "body = ''", "a post's body has 1 to 200 characters"),
            .group("group_who = ' '", "a group is named in 1 to 300 characters"),
            .group("group_level = 'local'", "a group's level is federal, regional or municipal"),
            .group("group_kind = 'king'", "a group's kind of post is one of the closed list"),
            .group("group_least = 0", "a group's least is a whole number of people from 1 to 1000000"),
            .group(
                "group_least = 5, group_most = 4",
                "a group's most is a whole number of people up to 1000000, not below its least"),
            .group(
                "group_most = 1000001", "a group's most is a whole number of people up to 1000000, not below its least"),
            .group("official_id = 1", "an enrollment has exactly one of official or group"),
            .group("group_who = NULL", "an enrollment has exactly one of official or group"),
            .set(
                "enrollment", "group_who = 'ministers', group_least = 2",
                "an enrollment has exactly one of official or group"),
            .set("enrollment", "term = 'six months'", term), .set("enrollment", "term = '06 months'", term),
            .set("enrollment", "term = '6 weeks'", term), .set("enrollment", "term = '6.5 months'", term),
            .set("enrollment", "ends = ''", "a date has 1 to 200 characters of EDTF"),
            .set("enrollment", "ends = '2025', ends_earliest = '2025-13-01'", "the first day is real"),
            .set("enrollment", "ends = '2025', ends_latest = '2025-11-31'", "the last day is real"),
            .set("enrollment", "ends_latest = '2025-11-30'", days),
            .set("enrollment", "official_id = NULL", "an enrollment has exactly one of official or group"),
            .group("perhaps_same_as = 2", "a group is not perhaps the same as itself"),
            .set("enrollment", "perhaps_same_as = 2", "only a group is perhaps the same as another"),
            .group("group_least = NULL", numbers), .set("enrollment", "group_least = 1", numbers),
            .set("enrollment", "group_most = 1", numbers), .set("enrollment", "group_level = 'federal'", numbers),
            .set("enrollment", "group_kind = 'other'", numbers), .set("enrollment", "group_region = 'RU-KGD'", numbers),
            .set("enrollment", "role = ' '", "a role has 1 to 200 characters"),
            .set("enrollment", "contract = 'verbal'", "a contract's kind is one of the closed list"),
            .set("enrollment", "concluded_by = 'nobody'", "who concludes a contract is one of the closed list"),
        ]

    private static let term = "a term is a number of days, months or years, such as 6 months"
    private static let numbers =
        "a group has a least number of people, and only a group has a number, a level, a kind and a region"

    private static func group(_ change: String, _ sentence: String) -> Attack {
        .set("enrollment", change, where: "id = 2", sentence)
    }
}
