import GRDB
public import MusterValues

extension Registry {
    /// Sets a source aside: its citations speak neither for nor against, and what rests on it alone counts no more. Both stay
    /// visible, with the reason. A death that no longer has two origins is among it.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - reason: why, at most 1500 characters.
    ///   - authorship: the person who decides it, and the reason of the revision.
    /// - Returns: the source, and the records that rested on it alone.
    /// - Throws: `MusterError` for an unknown source, or one that is set aside already.
    public func setAside(_ source: RecordReference, because reason: String, by authorship: Authorship)
        throws(MusterError) -> WriteResult
    {
        try write(authorship, doing: "set a source aside") { transaction in
            let id = try Resolver(db: transaction.db).resolve(source, among: [.source])
            try SettingAside(source: id, transaction: transaction).run(because: reason)
        }
    }

    /// Brings a source back that was set aside, with its citations and all that rested on it alone, as they were judged before.
    ///
    /// - Returns: the source and the records.
    /// - Throws: `MusterError` for an unknown source, or one that is not set aside.
    public func bringBack(_ source: RecordReference, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "bring a source back") { transaction in
            let id = try Resolver(db: transaction.db).resolve(source, among: [.source])
            try SettingAside(source: id, transaction: transaction).undo()
        }
    }
}

/// Sets one source aside or brings it back, inside a transaction.
///
/// What is judged because of the source has a note by which it is found again. A note that somebody has changed since is a
/// judgement of its own, and stays.
struct SettingAside {
    let source: RecordID
    let transaction: Transaction
    private var db: Database { transaction.db }

    /// The kinds that can rest on a source, those that belong to others first.
    private static let kinds: [RecordKind] = [.event, .post, .enrollment, .official, .unit, .programme]

    func run(because reason: String) throws {
        let row = try source.row(there: db)
        if let already: String = try row.get("set_aside") {
            throw MusterError.refused(rule: "\(source) is set aside already: \(already)", fix: .see(source))
        }
        let reason = try Text.clean(reason, field: "reason", limit: 1500)
        try transaction.update("source", [("set_aside", reason)], where: "id", is: source.number)
        transaction.note(source, .setAside(reason))
        try db.execute(
            sql: """
                UPDATE citation SET standing = 'rejected', standing_note = :note, revision = :revision \
                WHERE source_id = :source AND standing <> 'rejected'
                """,
            arguments: ["note": note(reason), "revision": transaction.revision(), "source": source.number])
        for kind in Self.kinds {
            let resting = try Int64.fetchAll(
                db,
                sql:
                    "SELECT r.id FROM \(kind.name) r WHERE r.standing <> 'rejected' AND \(Self.rests(kind)) ORDER BY r.id",
                arguments: ["source": source.number])
            let deaths = kind == .event ? try deathsOfOneOrigin() : []
            for number in Set(resting + deaths).sorted() {
                try transaction.update(
                    kind.name, [("standing", "rejected"), ("standing_note", note(reason))], where: "id", is: number)
                transaction.note(RecordID(kind, number), .restsOn(source))
            }
        }
    }

    func undo() throws {
        guard let reason: String = try source.row(there: db).get("set_aside") else {
            throw MusterError.refused(
                rule: "\(source) is not set aside; there is nothing to bring back", fix: .see(source))
        }
        try transaction.update("source", [("set_aside", nil)], where: "id", is: source.number)
        transaction.note(source, .broughtBack)
        try reinstate(.citation, because: reason, silently: true)
        for kind in Self.kinds { try reinstate(kind, because: reason) }
    }

    /// Gives the records of a kind that were judged because of the source the standing that they had before.
    private func reinstate(_ kind: RecordKind, because reason: String, silently isSilent: Bool = false) throws {
        let numbers = try Int64.fetchAll(
            db, sql: "SELECT id FROM \(kind.name) WHERE standing = 'rejected' AND standing_note = ? ORDER BY id",
            arguments: [note(reason)])
        for number in numbers {
            let before = try Row.fetchOne(
                db,
                sql: """
                    SELECT standing, standing_note FROM \(kind.name)_history WHERE id = :id AND deleted = 0 \
                    AND standing_note IS NOT :note ORDER BY revision DESC LIMIT 1
                    """, arguments: ["id": number, "note": note(reason)])
            let standing: String? = try before?.get("standing")
            try transaction.update(
                kind.name,
                [("standing", standing ?? "accepted"), ("standing_note", try before?.get("standing_note") as String?)],
                where: "id", is: number)
            if !isSilent { transaction.note(RecordID(kind, number), .standsAgain) }
        }
    }

    private func note(_ reason: String) -> String { "\(source) is set aside: \(reason)" }

    /// The deaths cited from the source that have no second origin without it.
    private func deathsOfOneOrigin() throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT v.id FROM citation c JOIN event v ON v.id = c.event_id WHERE c.source_id = ? \
                AND v.value = 'killed' AND v.standing <> 'rejected' ORDER BY v.id
                """, arguments: [source.number]
        ).filter { try SourceOrigins.ofValue(of: $0, db).count < 2 }
    }

    /// The condition that record `r` of a kind is cited from the source, and that neither it nor what belongs to it has another
    /// word for it.
    private static func rests(_ kind: RecordKind) -> String {
        let cited = "EXISTS (SELECT 1 FROM citation c WHERE c.\(kind.column) = r.id AND c.stance = 'supports'"
        let belonging: [(table: String, column: String)] =
            switch kind {
            case .post, .enrollment: [("event", kind.column)]
            case .official: [("post", kind.column), ("enrollment", kind.column)]
            case .unit: [("event", kind.column), ("enrollment", kind.column), ("unit", "part_of")]
            case .programme: [("unit", kind.column)]
            default: []
            }
        let others = belonging.map { table, column in
            " AND NOT EXISTS (SELECT 1 FROM \(table) v WHERE v.\(column) = r.id AND v.standing <> 'rejected')"
        }
        return """
            \(cited) AND c.source_id = :source) AND NOT \(cited) AND c.standing <> 'rejected')\(others.joined())
            """
    }
}
