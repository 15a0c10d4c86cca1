import GRDB
import MusterValues

extension Reversal {
    /// Notes each death that would be left with fewer than two sources, neither derived from the other. The store
    /// checks that rule when a death is recorded, but not when its citations are removed.
    func checkDeaths(_ changed: [Version]) throws {
        for event in try events(citedBy: changed) {
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT v.revision, (SELECT min(revision) FROM event_history h WHERE h.id = v.id AND h.value = 'killed') AS since \
                        FROM event v WHERE v.id = ? AND v.value = 'killed' AND v.standing <> 'rejected'
                        """), arguments: [event])
            guard let row, try SourceOrigins.ofValue(of: event, db).count < 2 else { continue }
            conflicts.append(
                Conflict(
                    revision: try row.get("since"),
                    what:
                        "recorded the death \(RecordID(.event, event)), which needs two sources, neither derived from the other"
                ))
        }
    }

    /// The events of the changed citations, and of all citations of sources that go back to a changed one.
    private func events(citedBy changed: [Version]) throws -> [Int64] {
        var (events, sources): (Set<Int64>, Set<Int64>) = ([], [])
        for version in changed {
            if version.base == "citation", let event: Int64 = try (version.before ?? version.row).get("event_id") {
                events.insert(event)
            }
            if version.base == "source" { sources.insert(try version.row.get("id")) }
            if version.base == "derivation" { sources.insert(try (version.before ?? version.row).get("source_id")) }
        }
        let cited: SQL = """
            SELECT event_id FROM citation WHERE event_id IS NOT NULL \
            AND source_id IN \(SQL.list(try SourceDerivations.goingBack(to: sources, db)))
            """
        if !sources.isEmpty { events.formUnion(try cited.all(db) { try $0.next() as Int64 }) }
        return events.sorted()
    }
}
