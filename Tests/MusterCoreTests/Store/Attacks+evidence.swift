import MusterValues

extension Attack {
    /// A statement for each CHECK of events, citations and names.
    static let ofEvidence: [Attack] = [
        .set(
            "event", "facet = 'strength', value = NULL, least = -1, most = 1",
            "a strength is a whole number of people from 0 to 10000000"),
        .set(
            "event", "facet = 'strength', value = NULL, least = 2, most = 1", "a strength's most is not below its least"
        ),
        .set("event", "value = 'merged_into'", "an event names another unit if its value asks for one, and only then"),
        .set("event", "other_unit = 2", "an event names another unit if its value asks for one, and only then"),
        .set("event", "for_enrollment = 1", "only what happens to a post happens for an enrollment"),
        .set("event", "date = ''", "a date has 1 to 200 characters of EDTF"),
        .set("event", "date = '2025', earliest = '2025-02-29'", "the first day is real"),
        .set("event", "date = '2025', latest = '2025-06-31'", "the last day is real"),
        .set("event", "cause = ''", "a cause has 1 to 2000 characters"),
        event("unit_id, post_id", "1, 1"), event("cause", "'x'"),
        .set("event", "value = 'unknown'", states), .set("event", "value = 'serving'", states),
        .set("event", "value = 'brigade'", states), .set("event", "facet = 'tenure', value = 'left'", states),
        .set("event", "facet = 'mood'", states), .set("event", "value = NULL", states),
        .set("event", "least = 5", states),
        .set("event", "facet = 'strength', value = NULL", states),
        .set("event", "facet = 'strength', least = 5", states),
        .set("event", "value = 'serving'", where: "id = 2", states),
        .set("event", "facet = 'status'", where: "id = 3", states),
        .set("event", "value = 'dismissed'", where: "id = 3", states),
        .set("event", "date = '2025', earliest = '2025-12-31', latest = '2025-01-01'", days),
        .set("event", "earliest = '2025-12-31'", days),
        .set("citation", "stated = ' '", "the value as stated has 1 to 500 characters"),
        .set("citation", "stated = \(letters(501))", "the value as stated has 1 to 500 characters"),
        .set("citation", "held = ''", "a date has 1 to 200 characters of EDTF"),
        .set(
            "citation", "held = '2025'", where: "event_id IS NOT NULL",
            "what is said of an event has the event's own date"),
        .set("citation", "held = '2025', held_earliest = '2025-13-01'", "the first day is real"),
        .set("citation", "held = '2025', held_latest = '2025-11-31'", "the last day is real"),
        .set("citation", "held_latest = '2025-11-30'", days),
        .set("citation", "stance = 'agrees'", "a citation supports or disputes"),
        .set("citation", "locator = ''", "a locator has 1 to 200 characters"),
        .set("citation", "quote = \(letters(301))", "a quote has 1 to 300 characters"),
        .set("citation", "speaker = ' '", "a speaker has 1 to 200 characters"),
        .set("citation", "speech = 'sings'", "how a source says it is one of the closed list"),
        .set("citation", "wording = 'quoted'", "the wording is in the closed list"),
        .set("citation", "field = 'home'", "a citation speaks of a field that its record has"),
        .set("citation", "field = 'title'", "a citation speaks of a field that its record has"),
        Attack(
            "citation", "INSERT INTO citation (revision, source_id, field, stated) VALUES ($R, 1, 'name', 'x')",
            "a citation speaks of exactly one record"),
        Attack(
            "citation",
            "INSERT INTO citation (revision, source_id, unit_id, post_id, field, stated) VALUES ($R, 1, 1, 1, 'kind', 'x')",
            "a citation speaks of exactly one record"),
        .name("text = ' '", "a name has 1 to 200 characters"),
        .name("text = \(letters(201))", "a name has 1 to 200 characters"),
        .name("text = 'a' || char(0) || 'b'", "a name has no control characters"),
        .name("text = 'a' || char(7) || 'b'", "a name has no control characters"),
        .name("text = 'a' || char(10)", "a name has no control characters"),
        .name("text = 'a' || char(127) || 'b'", "a name has no control characters"),
        .name("script = 'latin'", "a script is an ISO 15924 code of four letters"),
        Attack(
            "name",
            """
            INSERT INTO name (revision, source_id, unit_id, text, folded, script, nature) \
            VALUES ($R, 1, 1, 'y', 'y', 'Latn', 'nickname')
            """, "a name's nature is one of the closed list"),
        .set("citation", "standing = 'wrong'", "a standing is accepted, disputed, needs work or rejected"),
        .set("citation", "standing = 'rejected'", "a standing other than accepted has a note that says why"),
        .set("citation", "standing_note = ' '", "a standing's note has 1 to 2000 characters"),
        .name("source_id = NULL", "a name has a source that spells it so"),
        Attack(
            "name", name("unit_id, official_id", "1, 1"),
            "a name belongs to exactly one region, programme, unit or official"),
        Attack("name", name("folded", "'x'"), "a name belongs to exactly one region, programme, unit or official"),
    ]

    private static let states = "an event's state is one of the closed list for what it happens to"

    private static func event(_ columns: String, _ values: String) -> Attack {
        Attack(
            "event",
            """
            \(cite("event_id", 9, "value")); \
            INSERT INTO event (id, revision, facet, value, \(columns)) VALUES (9, $R, 'status', 'announced', \(values))
            """, "an event belongs to exactly one unit, post or enrollment")
    }

    private static func name(_ change: String, _ sentence: String) -> Attack {
        .set("name", change, where: "unit_id = 1", sentence)
    }

    private static func name(_ columns: String, _ values: String) -> String {
        let folded = columns == "folded" ? "" : ", folded"
        let value = columns == "folded" ? "" : ", 'y'"
        return """
            INSERT INTO name (revision, source_id, text, script, nature, \(columns)\(folded)) \
            VALUES ($R, 1, 'y', 'Latn', 'alias', \(values)\(value))
            """
    }
}
