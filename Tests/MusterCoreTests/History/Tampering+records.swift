import MusterValues

extension Tampering {
    /// Changes to the content of records, in the register, in its history or in both.
    static let ofRecords: [Tampering] = [
        Tampering("text in the table", 12, "P2", "UPDATE post SET title = 'Senator' WHERE id = 2"),
        Tampering("text in the history", 12, "P2", "UPDATE post_history SET title = 'Senator' WHERE version = 2"),
        .alike("text in both", 12, "P2", "post", "title = 'Senator'", id: 2),
        Tampering("text of an older version", 6, "P1", "UPDATE post_history SET title = 'Mayor' WHERE version = 1"),
        Tampering(
            "a letter of two code points for one", 12, "P2",
            "UPDATE post SET title = replace(title, 'й', 'и' || char(774)) WHERE id = 2"),
        Tampering("text behind a NUL", 12, "P2", "UPDATE post SET title = title || char(0) || 'x' WHERE id = 2"),
        Tampering(
            "bytes that are no text", 12, "P2", "UPDATE post SET title = CAST(x'ff' AS TEXT) WHERE id = 2",
            sentence: "The file is no registry, or is damaged: "),
        .alike("a number", 9, "U1", "unit", "ordinal = 6"),
        .alike("a number taken away", 9, "U1", "unit", "ordinal = NULL"),
        .alike("how many a group has", 8, "E2", "enrollment", "group_least = 3", id: 2),
        .alike("a date", 7, "V3", "event", "date = '2025-05', latest = '2025-05-31', earliest = '2025-05-01'", id: 3),
        .alike("a state", 13, "V6", "event", "value = 'battalion'", id: 6),
        .alike("a source's title", 2, "S1", "source", "title = 'Gazette'"),
        .alike("a standing", 12, "E3", "enrollment", "standing = 'rejected', standing_note = 'false'", id: 3),
        .alike("the record that a citation is of", 10, "C19", "citation", "unit_id = 2", id: 19),
        .alike("a stance", 10, "C19", "citation", "stance = 'disputes'", id: 19),
        .alike("who holds a post", 12, "P2", "post", "official_id = 1", id: 2),
        .alike("the folding of a name", 5, "U2", "name", "folded = 'bars-omsk'", where: "unit_id = 2"),
        .alike("the script of a name", 12, "O2", "name", "script = 'Cyrl'", where: "official_id = 2"),
        .alike("the name of a region", 1, "RU-KGD", "name", "text = 'Königsberg'", where: "region_code = 'RU-KGD'"),
        .alike("the number of a region", 1, "RU-KGD", "region", "number = '40'", where: "code = 'RU-KGD'"),
        .alike("a border", 1, "RU-KGD", "foreign_neighbour", "note = 'open'", where: "region_code = 'RU-KGD'"),
        .alike("a bloc's member", 1, "bloc member", "bloc_member", "since = '1950-01-01'", where: "country = 'PL'"),
        Tampering("a row's own revision", 12, "P2", "UPDATE post SET revision = 13 WHERE id = 2"),
        Tampering("a row's own revision, before the first", 12, "P2", "UPDATE post SET revision = 0 WHERE id = 2"),
        Tampering(
            "a row as an older version had it", 14, "P1",
            "UPDATE post SET title = 'Governor', revision = 6 WHERE id = 1"),
        Tampering("two rows of one table", 5, "U2", "UPDATE unit SET ordinal = 3"),
        Tampering(
            "rows of two tables", 5, "U2",
            "UPDATE citation SET locator = 'x' WHERE id = 27; UPDATE unit SET ordinal = 3 WHERE id = 2"),
        Tampering("a row out of the table", 7, "V3", "DELETE FROM event WHERE id = 3"),
        Tampering("a version out of the history", 7, nil, "DELETE FROM event_history WHERE version = 3"),
        Tampering(
            "a record out of both", 7, nil,
            "DELETE FROM event WHERE id = 3; DELETE FROM event_history WHERE version = 3"),
        Tampering("an older version out of the history", 4, nil, "DELETE FROM unit_history WHERE version = 1"),
        Tampering(
            "a row more in the table", 14, "O3", "INSERT INTO official (id, revision) VALUES (3, 14)",
            sentence: "No revision has row [3] of official."),
        Tampering(
            "a version more in a sealed revision", 13, "O3",
            "INSERT INTO official_history (revision, id, standing) VALUES (13, 3, 'accepted')"),
        Tampering(
            "a version more behind a later one", 5, "O3",
            "INSERT INTO official_history (revision, id, standing) VALUES (5, 3, 'accepted')"),
        Tampering("a version told to be a deletion", 12, "O2", "UPDATE official_history SET deleted = 1 WHERE id = 2"),
        Tampering(
            "a record gone as if deleted", 12, "O2",
            "UPDATE official_history SET deleted = 1 WHERE id = 2; DELETE FROM official WHERE id = 2"),
        Tampering(
            "the content of a version taken away", 7, "V3",
            "UPDATE event_history SET date = NULL, earliest = NULL, latest = NULL WHERE version = 3"),
        Tampering(
            "a version in another revision", 9, "C19",
            "UPDATE citation_history SET revision = 9 WHERE id = 19; UPDATE citation SET revision = 9 WHERE id = 19"),
        Tampering(
            "two versions in the other order", 4, "C3",
            """
            UPDATE citation_history SET version = -2 WHERE version = 2; \
            UPDATE citation_history SET version = 2 WHERE version = 3; \
            UPDATE citation_history SET version = 3 WHERE version = -2
            """),
    ]
}
