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
    var db: Database { transaction.db }

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
            arguments: ["note": note, "revision": transaction.revision(), "source": source.number])
        for kind in Self.kinds {
            // A unit can rest on a part of it that rested on the source, over any number of steps.
            while try rejectResting(kind), kind == .unit {}
        }
        try noteRepeaters()
    }

    /// Rejects the records of a kind that rest on the source; false if there are none left.
    private func rejectResting(_ kind: RecordKind) throws -> Bool {
        let resting = try Int64.fetchAll(
            db,
            sql:
                "SELECT r.id FROM \(kind.name) r WHERE r.standing <> 'rejected' AND \(Self.rests(kind)) ORDER BY r.id",
            arguments: ["source": source.number])
        let deaths = kind == .event ? try deathsOfOneOrigin() : []
        for number in Set(resting + deaths).sorted() {
            try judge(RecordID(kind, number), .rejected, note)
            transaction.note(RecordID(kind, number), .restsOn(source, isAlone: resting.contains(number)))
        }
        return !resting.isEmpty
    }

    func undo() throws {
        guard try source.row(there: db).get("set_aside") as String? != nil else {
            throw MusterError.refused(
                rule: "\(source) is not set aside; there is nothing to bring back", fix: .see(source))
        }
        try transaction.update("source", [("set_aside", nil)], where: "id", is: source.number)
        transaction.note(source, .broughtBack)
        for number in try noted(.citation, note) { try reinstate(RecordID(.citation, number)) }
        for kind in Self.kinds {
            for number in try noted(kind, note) {
                let id = RecordID(kind, number)
                if try isDeathOfOneOrigin(id) {
                    // It comes back with the other source that is still set aside.
                    try judge(id, .rejected, try otherNote(of: id) ?? Self.lacksOrigin)
                } else {
                    try standAgain(id)
                }
            }
        }
        try reviveOthers()
    }

    /// What another source that is set aside made rejected, and what this one says too, stands again.
    private func reviveOthers() throws {
        for other in try Int64.fetchAll(db, sql: "SELECT id FROM source WHERE set_aside IS NOT NULL ORDER BY id") {
            let theirs = SettingAside(source: RecordID(.source, other), transaction: transaction).note
            for kind in Self.kinds {
                for number in try noted(kind, theirs) {
                    let id = RecordID(kind, number)
                    let isSaid = try db.one(
                        Bool.self,
                        """
                        SELECT EXISTS (SELECT 1 FROM citation WHERE \(kind.column) = ? AND stance = 'supports' \
                        AND standing <> 'rejected')
                        """, arguments: [number])
                    if isSaid, try !isDeathOfOneOrigin(id) { try standAgain(id) }
                }
            }
        }
    }

    private func judge(_ id: RecordID, _ standing: Standing, _ note: String?) throws {
        try transaction.update(
            id.kind.name, [("standing", standing.rawValue), ("standing_note", note)], where: "id", is: id.number)
    }

    private func standAgain(_ id: RecordID) throws {
        try reinstate(id)
        if id.kind == .event { try transaction.refuseUnfitSuccession(id) }
        if id.kind == .enrollment { try transaction.refuseEndBeforeBeginning(of: id) }
        transaction.note(id, .standsAgain)
    }

    /// The records of a kind that have a note, by number.
    private func noted(_ kind: RecordKind, _ note: String) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT id FROM \(kind.name) WHERE standing = 'rejected' AND standing_note = ? ORDER BY id",
            arguments: [note])
    }

    /// Gives a record the standing that it had before any source was set aside.
    private func reinstate(_ id: RecordID) throws {
        let before = try Row.fetchOne(
            db,
            sql: """
                SELECT standing, standing_note FROM \(id.kind.name)_history WHERE id = :id AND deleted = 0 \
                AND coalesce(standing_note, '') NOT GLOB 'S[0-9]* is set aside' ORDER BY revision DESC LIMIT 1
                """, arguments: ["id": id.number])
        try judge(id, try before?.list("standing") ?? .accepted, try before?.get("standing_note"))
    }

    /// The note of what is judged because of the source. The reason stands with the source alone, so that it can be redacted there.
    private var note: String { "\(source) is set aside" }

    private static let lacksOrigin = "only one origin of this death is left"

    private func isDeathOfOneOrigin(_ id: RecordID) throws -> Bool {
        guard id.kind == .event, try id.row(there: db).get("value") as String? == EnrollmentState.killed.rawValue else {
            return false
        }
        return try SourceOrigins.ofValue(of: id.number, db).count < 2
    }

    /// The note of another source of a record that is set aside still; nil if there is none.
    private func otherNote(of id: RecordID) throws -> String? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT s.id FROM citation c JOIN source s ON s.id = c.source_id WHERE c.\(id.kind.column) = ? \
                AND s.set_aside IS NOT NULL ORDER BY s.id
                """, arguments: [id.number]
        ).map { SettingAside(source: RecordID(.source, $0), transaction: transaction).note }
    }
}
