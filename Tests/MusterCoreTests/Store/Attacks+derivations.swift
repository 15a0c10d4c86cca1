import MusterValues

extension Attack {
    private static let sources = """
        INSERT INTO source (id, revision, kind, title, derived_from, relation) VALUES (2, $R, 'other', 'x', NULL, NULL), \
        (3, $R, 'other', 'y', 2, 'quotes')
        """
    /// S1 repeats S3, which repeats S2.
    private static let derivation = """
        \(sources); INSERT INTO derivation (id, revision, source_id, derived_from, relation) VALUES (1, $R, 1, 3, 'copies')
        """
    private static let once = "a source is derived from another only once"
    private static let circle = "a source is not derived from itself, by however many steps"
    private static let death = "a death is recorded from two sources at least, neither derived from the other"

    private static func cited(_ sources: Int...) -> String {
        sources.map { cite("event_id", 9, "value").replacing("$R, 1,", with: "$R, \($0),") }.joined(separator: "; ")
    }

    private static func killed(_ standing: String = "'accepted', NULL") -> String {
        """
        INSERT INTO event (id, revision, enrollment_id, facet, value, standing, standing_note) \
        VALUES (9, $R, 1, 'state', 'killed', \(standing))
        """
    }

    /// Statements for the CHECKs of derivations.
    static let ofDerivations: [Attack] = [
        Attack(
            "derivation", derivation.replacing("1, 3, 'copies'", with: "1, 1, 'copies'"),
            "a source is not derived from itself"),
        Attack(
            "derivation", derivation.replacing("'copies'", with: "'likes'"), "a relation is one of the closed list"),
    ]

    /// Statements for the triggers of derivations and of deaths.
    static let onDerivations: [Attack] = [
        Attack("derivation", derivation.replacing("1, $R, 1", with: "1, $R - 1, 1"), newest),
        Attack("derivation", "\(derivation); UPDATE derivation SET revision = $R + 1", newest),
        Attack(
            "derivation", "\(derivation); REPLACE INTO derivation SELECT * FROM derivation",
            "a record is never replaced; change its fields instead"),
        Attack("derivation", "\(derivation); UPDATE derivation SET id = 9", "a record keeps its id"),
        Attack(
            "derivation", "\(derivation); UPDATE derivation SET derived_from = 2",
            "a derivation stays with its two sources; remove it and add another"),
        Attack(
            "derivation",
            """
            \(derivation); DROP TRIGGER derivation_changed; UPDATE derivation SET relation = 'quotes'; \
            UPDATE derivation SET relation = 'copies'
            """, "the record is not as its history has it; 'muster verify' names what was changed"),
        Attack(
            "derivation",
            "\(derivation); DROP TRIGGER derivation_changed; UPDATE derivation SET relation = 'quotes'; DELETE FROM derivation",
            "the record is not as its history has it; 'muster verify' names what was changed"),
        Attack(
            "derivation", "INSERT INTO derivation_history (revision, id) VALUES ($R, 1); \(derivation)",
            "an id is never used again"),
        Attack("derivation", "\(derivation); \(seal); DELETE FROM derivation", unremoved),
        Attack("derivation_history", "\(derivation); UPDATE derivation_history SET version = 9", unchanged),
        Attack("derivation_history", "\(derivation); \(seal); UPDATE derivation_history SET deleted = 1", unchanged),
        Attack("derivation_history", "\(derivation); \(seal); DELETE FROM derivation_history", unremoved),
        Attack(
            "derivation_history",
            "\(derivation); \(seal); INSERT INTO derivation_history (revision, id) VALUES ($R, 9)", sealed),
        Attack(
            "derivation",
            "\(derivation); INSERT INTO derivation (revision, source_id, derived_from, relation) VALUES ($R, 1, 3, 'quotes')",
            once),
        Attack("derivation", derivation.replacing("1, 3, 'copies'", with: "3, 2, 'copies'"), once),
        Attack(
            "source",
            "\(derivation); UPDATE source SET derived_from = 3, relation = 'quotes', revision = $R WHERE id = 1",
            once),
        Attack("derivation", derivation.replacing("1, 3, 'copies'", with: "2, 3, 'copies'"), circle),
        Attack(
            "source",
            "\(derivation); UPDATE source SET derived_from = 1, relation = 'quotes', revision = $R WHERE id = 2",
            circle),
        Attack("event", "\(derivation); \(cited(1, 2)); \(killed())", death),
        Attack("event", "\(derivation); \(cited(2, 3)); \(killed())", death),
        Attack(
            "event",
            """
            \(cited(1)); \(killed("'rejected', 'misread'")); \
            UPDATE event SET standing = 'accepted', standing_note = NULL, revision = $R WHERE id = 9
            """, death),
    ]

    /// Statements that are not refused: an edit removes a derivation, and a death needs two sources only if it stands.
    static let allowedOfDerivations = [
        "\(derivation); DELETE FROM derivation",
        "\(derivation); UPDATE derivation SET relation = 'quotes', revision = $R",
        "\(sources); \(cited(1, 2)); \(killed())", "\(cited(1)); \(killed("'rejected', 'misread'"))",
    ]
}
