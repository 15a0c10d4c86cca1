import MusterValues

extension Attack {
    /// A statement for each CHECK of the tables of reference data, sources and revisions.
    static let ofReference: [Attack] = [
        .revision("at", "'2099-01-01'", "a revision's time is written YYYY-MM-DDTHH:MM:SSZ"),
        .revision("at", "'2099-01-01T00:00:00+00:00'", "a revision's time is written YYYY-MM-DDTHH:MM:SSZ"),
        .revision("author", "'  '", "a revision has an author of at most 200 characters"),
        .revision("author", letters(201), "a revision has an author of at most 200 characters"),
        .revision("reason", "' '", "a revision has a reason of at most 2000 characters"),
        .revision("reason", letters(2001), "a revision has a reason of at most 2000 characters"),
        .region("kind = ''", "a region's kind has 1 to 100 characters"),
        .region("federal_district = ' '", "a federal district has 1 to 100 characters"),
        .region("number = '12345678901'", "a region's number has 1 to 10 characters"),
        code("ru-x"), code("RU-ABCD"), code("RUS-X"), code("RU-"), code("RU-Ж"), code("RU-X", in: "RU-KGD"),
        code("RU-KGD/Baltiysk", in: "RU-KGD"), code("RU-KGD/", in: "RU-KGD"), code("RU-KGD/a/b", in: "RU-KGD/a"),
        .neighbour("country = 'lt'", "a country is two capital letters, by ISO 3166-1"),
        .neighbour("country = 'LTU'", "a country is two capital letters, by ISO 3166-1"),
        .neighbour("border = 'sea'", "a border is land or maritime"),
        .neighbour("note = ''", "a note has 1 to 2000 characters"),
        .member("bloc = ' '", "a bloc has 1 to 50 characters"),
        .member("country = 'B'", "a country is two capital letters, by ISO 3166-1"),
        .member("since = '1949-02-29'", "membership begins on a real day"),
        .member("since = '1949'", "membership begins on a real day"),
        .member("until = '1949-08-23'", "membership ends on a real day, not before it began"),
        .member("until = '2025-02-30'", "membership ends on a real day, not before it began"),
        .set("source", "kind = 'blog'", "a source's kind is one of the closed list"),
        .set("source", "title = ''", "a source's title has 1 to 500 characters"),
        .set("source", "title = \(letters(501))", "a source's title has 1 to 500 characters"),
        .set("source", "publisher = ' '", "a publisher has 1 to 200 characters"),
        .set("source", "url = ''", "an address has 1 to 2000 characters"),
        .set("source", "archive = ''", "the address of an archived copy has 1 to 2000 characters"),
        .set("source", "set_aside = ' '", "the reason why a source is set aside has 1 to 1500 characters"),
        .set("source", "language = 'EN'", "a language is a code of two or three small letters"),
        .set("source", "language = 'e'", "a language is a code of two or three small letters"),
        .set("source", "published = ''", "a date has 1 to 200 characters of EDTF"),
        .set("source", "published = '2025', published_earliest = '2025-02-30'", "the first day is real"),
        .set("source", "published = '2025', published_latest = '2025-1-1'", "the last day is real"),
        .set("source", "published = '2025', published_latest = '20250101'", "the last day is real"),
        .set("source", "captured = 'today'", "the day of capture is real"),
        .set("source", "sha256 = 'ab'", "a SHA-256 is 64 small hexadecimal digits"),
        .set("source", "sha256 = \(letters(64))", "a SHA-256 is 64 small hexadecimal digits"),
        .set("source", "derived_from = 1, relation = 'quotes'", "a source is not derived from itself"),
        .set("source", "derived_from = 2, relation = 'likes'", "a relation is one of the closed list"),
        .set("source", "derived_from = 2", "a source says how it is derived exactly when it says from what"),
        .set("source", "relation = 'quotes'", "a source says how it is derived exactly when it says from what"),
        .set("source", "note = ''", "a note has 1 to 2000 characters"),
        .set("source", "published_earliest = '2025-01-01'", days),
        .set("source", "published_latest = '2025-01-01'", days),
        .set("source", "published = '2025', published_earliest = '2025-02-01', published_latest = '2025-01-31'", days),
    ]

    static let days = "a date's first day is not after its last, and neither stands without the date"
    private static let codes =
        "a first-level region's code is written as ISO 3166-2 has it, and a district's begins with its region's code and '/'"

    private static func revision(_ column: String, _ value: String, _ sentence: String) -> Attack {
        var values = ["at": "'2099-01-01T00:00:00Z'", "author": "'a'", "reason": "'r'"]
        values[column] = value
        return Attack(
            "revision",
            """
            INSERT INTO revision (id, at, author, reason)
            SELECT max(id) + 1, \(values["at"]!), \(values["author"]!), \(values["reason"]!) FROM revision
            """, sentence)
    }

    private static func region(_ change: String, _ sentence: String) -> Attack {
        .set("region", change, where: "code = 'RU-KDA'", sentence)
    }

    private static func code(_ code: String, in parent: String? = nil) -> Attack {
        Attack(
            "region",
            """
            INSERT INTO name (revision, region_code, text, folded, script, nature) \
            VALUES ($R, '\(code)', 'X', 'x', 'Latn', 'primary'); \
            INSERT INTO region (code, parent, kind, revision) \
            VALUES ('\(code)', \(parent.map { "'\($0)'" } ?? "NULL"), 'oblast', $R)
            """, codes)
    }

    private static func neighbour(_ change: String, _ sentence: String) -> Attack {
        copying("foreign_neighbour", change, where: "region_code = 'RU-KGD' AND country = 'LT'", sentence)
    }

    private static func member(_ change: String, _ sentence: String) -> Attack {
        copying("bloc_member", change, where: "country = 'BE'", sentence)
    }

    /// A row of a table with fixed keys, inserted again with a change.
    private static func copying(_ table: String, _ change: String, where row: String, _ sentence: String) -> Attack {
        let key = table == "bloc_member" ? "since = '1949-12-31'" : "country = 'ZZ'"
        return Attack(
            table,
            """
            CREATE TEMP TABLE t AS SELECT * FROM \(table) WHERE \(row); UPDATE t SET \(key), revision = $R; \
            UPDATE t SET \(change); INSERT INTO \(table) SELECT * FROM t
            """, sentence)
    }
}
