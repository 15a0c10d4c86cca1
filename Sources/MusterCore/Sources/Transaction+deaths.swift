import GRDB
import MusterValues

extension Transaction {
    /// Refuses a death whose sources all go back to one origin. The store has the same rule, but checks it only when a death is
    /// recorded, and knows nothing of addresses, texts and speakers.
    ///
    /// Only deaths cited from the source, or from one that goes back to it, are looked at.
    func refuseDeathOfOneOrigin(restingOn source: RecordID) throws {
        let deaths: SQL = """
            SELECT DISTINCT v.id FROM citation c JOIN event v ON v.id = c.event_id \
            WHERE c.source_id IN \(SQL.list(try SourceDerivations.goingBack(to: [source.number], db))) \
            AND v.value = 'killed' AND v.standing <> 'rejected' ORDER BY v.id
            """
        for death in try deaths.all(db, { try $0.next() as Int64 }) { try refuseOneOrigin(ofDeath: death) }
    }

    /// Refuses a change of a source, a citation or an event that leaves a death with only one origin.
    func refuseDeathOfOneOrigin(by id: RecordID) throws {
        if id.kind == .source { return try refuseDeathOfOneOrigin(restingOn: id) }
        let event = id.kind == .event ? "id = :id" : "id = (SELECT event_id FROM citation WHERE id = :id)"
        guard [.event, .citation].contains(id.kind) else { return }
        let death = try Int64.fetchOne(
            db, sql: "SELECT id FROM event WHERE \(event) AND value = 'killed' AND standing <> 'rejected'",
            arguments: ["id": id.number])
        if let death { try refuseOneOrigin(ofDeath: death) }
    }

    /// Refuses a death if its sources go back to one origin.
    func refuseOneOrigin(ofDeath event: Int64) throws {
        let (count, ties) = try SourceOrigins.ofValue(of: event, db)
        if count > 1 { return }
        let why = ties.isEmpty ? "" : ": " + ties.map(\.words).joined(separator: ", ")
        throw MusterError.refused(
            rule:
                "the death \(RecordID(.event, event)) goes back to one origin\(why); a death is recorded from two sources at least, "
                + "neither derived from the other",
            fix: ties.first { $0.reason != .speaker }.map { .distinguish($0.sources.0, $0.sources.1) })
    }
}
