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

    /// The events of the changed citations, and of all citations of the changed sources.
    private func events(citedBy changed: [Version]) throws -> [Int64] {
        var events: Set<Int64> = []
        for version in changed {
            if version.base == "citation", let event: Int64 = try (version.before ?? version.row).get("event_id") {
                events.insert(event)
            }
            if version.base == "source" {
                events.formUnion(
                    try Int64.fetchAll(
                        db, sql: "SELECT event_id FROM citation WHERE source_id = ? AND event_id IS NOT NULL",
                        arguments: version.keys))
            }
        }
        return events.sorted()
    }
}
