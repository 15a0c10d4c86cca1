import MusterValues

extension Attack {
    static let sealed = "a sealed revision takes no more changes; every write is a new revision"
    static let unchanged = "history is never changed"
    static let unremoved = "history is never removed"

    /// A seal of the newest revision, as plain SQL can write it.
    static let seal = "INSERT INTO seal (revision, reason_leaf, hash) VALUES ($R, zeroblob(32), zeroblob(32))"
    /// A revision after the one that every statement begins with.
    private static let another =
        "INSERT INTO revision SELECT id + 1, at, author, reason FROM revision ORDER BY id DESC LIMIT 1; "
    private static let reversal = "INSERT INTO reversal (revision, undoes) VALUES ($R, 1)"
    private static let redaction = redacts("'unit'", "1", "printf('%064d', 0)")

    private static func redacts(_ kind: String, _ version: String, _ residue: String) -> String {
        """
        INSERT INTO redaction (revision, kind, record, of_revision, residue) VALUES ($R, \(kind), 1, \(version), \(residue))
        """
    }

    /// A statement for each CHECK of the tables of the proof.
    static let ofProof: [Attack] = [
        Attack("seal", seal.replacing("zeroblob(32), zero", with: "zeroblob(31), zero"), "a leaf is 32 bytes"),
        Attack("seal", seal.replacing(", zeroblob(32))", with: ", zeroblob(33))"), "a hash is 32 bytes"),
        Attack(
            "seal",
            "INSERT INTO seal (revision, nonce, reason_leaf, hash) VALUES ($R, x'00', zeroblob(32), zeroblob(32))",
            "a nonce is 16 bytes"),
        Attack("reversal", reversal.replacing(", 1)", with: ", $R)"), "a revision undoes one before it"),
        Attack(
            "redaction", redacts("'region'", "1", "printf('%064d', 0)"), "what is redacted is one of the closed list"),
        Attack("redaction", redacts("'unit'", "$R", "printf('%064d', 0)"), "a revision redacts what is older"),
        Attack("redaction", redacts("'unit'", "1", "'abc'"), "a residue is 64 small hexadecimal digits"),
        Attack(
            "redaction", redacts("'unit'", "1", "replace(printf('%064d', 0), '0', 'A')"),
            "a residue is 64 small hexadecimal digits"),
    ]

    /// Statements for the triggers that keep the history unchanged.
    static let onHistory: [Attack] =
        records.flatMap { table -> [Attack] in
            let history = table + "_history"
            return [
                // If a change bypassed the history, the row cannot be changed again.
                Attack(
                    table,
                    "DROP TRIGGER \(table)_changed; UPDATE \(table) SET revision = $R; UPDATE \(table) SET revision = $R",
                    "the record is not as its history has it; 'muster verify' names what was changed"),
                Attack(history, "UPDATE \(history) SET deleted = 1 WHERE version = 1", unchanged),
                Attack(history, "UPDATE \(history) SET leaf = zeroblob(32) WHERE version = 1", unchanged),
                Attack(history, "UPDATE OR REPLACE \(history) SET version = 2 WHERE version = 1", unchanged),
                Attack(history, "DELETE FROM \(history) WHERE version = 1", unremoved),
                Attack(history, "DELETE FROM \(history)", unremoved),
                Attack(history, copy(history, "version = NULL"), sealed),
                Attack(history, copy(history, "revision = $R"), sealed),
            ]
        }
        + ["source", "programme", "unit", "official", "post", "enrollment", "event", "citation", "name"].map { table in
            Attack(
                table,
                """
                INSERT INTO \(table)_history (revision, id) VALUES ($R, 999); \
                INSERT INTO \(table) (id, revision) VALUES (999, $R)
                """, "an id is never used again")
        } + [
            Attack("seal", seal.replacing("$R", with: "$R + 1"), "revisions are sealed one after the other, each once"),
            Attack("seal", seal.replacing("$R", with: "1"), "revisions are sealed one after the other, each once"),
            Attack(
                "seal", "REPLACE INTO seal SELECT * FROM seal", "revisions are sealed one after the other, each once"),
            Attack("seal", "UPDATE seal SET hash = zeroblob(32) WHERE revision = 1", "a seal is never changed"),
            Attack("seal", "UPDATE seal SET nonce = NULL WHERE revision = 1", "a seal is never changed"),
            Attack("seal", "DELETE FROM seal WHERE revision = 1", "a seal is never removed"),
            Attack("history_start", "INSERT INTO history_start (revision) VALUES (1)", start),
            Attack("history_start", aStart + "UPDATE history_start SET revision = 2", start),
            Attack("history_start", aStart + "DELETE FROM history_start", start),
            Attack("reversal", another + reversal.replacing("$R, ", with: "$R - 1, "), newest),
            Attack("reversal", "\(seal); \(reversal)", sealed),
            Attack("reversal", "\(reversal); UPDATE reversal SET version = 9", unchanged),
            Attack("reversal", "\(reversal); \(seal); UPDATE reversal SET undoes = 2", unchanged),
            Attack("reversal", "\(reversal); \(seal); DELETE FROM reversal", unremoved),
            Attack("redaction", another + redaction.replacing("($R, ", with: "($R - 1, "), newest),
            Attack("redaction", "\(seal); \(redaction)", sealed),
            Attack("redaction", "\(redaction); UPDATE redaction SET version = 9", unchanged),
            Attack("redaction", "\(redaction); \(seal); UPDATE redaction SET record = 2", unchanged),
            Attack("redaction", "\(redaction); \(seal); DELETE FROM redaction", unremoved),
            Attack("revision", "UPDATE revision SET reason = '[redacted]' WHERE id = 1", "a revision is never changed"),
            Attack(
                "unit", "INSERT INTO reversal (revision, undoes) VALUES ($R, 1); DELETE FROM unit WHERE id = 1", kept),
            Attack(
                "unit_history", "\(redaction); UPDATE unit_history SET kind = 'other' WHERE id = 2", unchanged),
        ]

    /// Only a registry older than its history has a row in `history_start`; a new one has none.
    private static let aStart =
        "DROP TRIGGER history_start_once; INSERT INTO history_start (revision) VALUES (1); "
    private static let start = "where history begins is never changed"

    /// SQL that overwrites a table's whole history with a changed copy.
    private static func copy(_ history: String, _ change: String) -> String {
        """
        CREATE TEMP TABLE t AS SELECT * FROM \(history); UPDATE t SET \(change); REPLACE INTO \(history) SELECT * FROM t
        """
    }
}
