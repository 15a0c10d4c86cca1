import GRDB
import MusterValues

/// What was foretold, and what is told twice.
extension Sightings {
    /// The condition that event `event` is dated after every source that reports it; it is 0 if one of them has no date, or none does.
    static func isAfterSources(_ event: SQL) -> SQL { isForetold(began: began(event), event: "\(event).id") }

    /// The query for the ids of those of some events that are dated after every source that reports them.
    static func foretold(_ events: some Sequence<Int64>) -> SQL {
        "SELECT v.id FROM event v WHERE v.id IN \(SQL.list(events)) AND \(isAfterSources("v"))"
    }

    /// The condition that an event that began on a day is dated after every source that reports it; 0 or 1.
    ///
    /// The first source that is as late ends the search: nearly every event has one.
    static func isForetold(began: SQL, event: SQL) -> SQL {
        let reports: SQL = "c.event_id = \(event) AND c.stance = 'supports' AND c.standing <> 'rejected'"
        return """
            (\(began) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM citation c CROSS JOIN source s ON s.id = c.source_id WHERE \(reports) \
            AND coalesce(s.published_latest, s.captured, '9999-12-31') >= \(began)) \
            AND EXISTS (SELECT 1 FROM citation c WHERE \(reports)))
            """
    }

    /// The condition that sighting `told` was foretold and tells nothing any more: something later of its kind is seen, or anything after
    /// an end, or a report of the past may be of it.
    func isOvertaken(foretold name: SQL) -> SQL {
        """
        told.foretold AND EXISTS (SELECT 1 FROM event n WHERE n.\(sql: kind.column) = told.subject AND n.standing <> 'rejected' \
        AND n.facet IN \(SQL.list(stored: facets)) AND n.id <> told.event AND coalesce(n.earliest, '') <= \(day.today.description) \
        AND (\(Self.began("n")) > told.ended AND (n.facet = told.facet OR told.value IN \(list(.ends))) \
        OR n.value = told.value AND told.value IN \(changes) AND coalesce(n.latest, '9999-12-31') >= told.first) \
        AND n.id NOT IN (SELECT event FROM \(name)_told WHERE foretold AND event IS NOT NULL))
        """
    }

    private var changes: SQL { SQL.list(stored: states.filter { $0.isChange }.map { $0.rawValue }) }

    /// The condition that sighting `told` is of a change that another event of the same value dates more closely: two
    /// reports of one change, "in May" and "on 30 May", are one. What was foretold dates nothing.
    func isRepeated(foretold name: SQL) -> SQL {
        """
        told.own = 1 AND told.foretold = 0 AND told.value IN \(changes) \
        AND EXISTS (SELECT 1 FROM event n WHERE n.\(sql: kind.column) = told.subject AND n.facet = told.facet \
        AND n.value = told.value AND n.standing <> 'rejected' AND n.id <> told.event \
        AND n.other_unit IS (SELECT z.other_unit FROM event z WHERE z.id = told.event) \
        AND n.earliest >= told.first AND n.latest <= told.last \
        AND NOT (n.earliest = told.first AND n.latest = told.last AND n.id > told.event) \
        AND n.id NOT IN (SELECT event FROM \(name)_told WHERE foretold AND event IS NOT NULL))
        """
    }
}
