import GRDB
import MusterValues

/// What a timeline tells besides events, in the columns of an event.
extension TimelineQuery {
    /// The statements on a record that say when something was so, in the columns of an event. Their number is that of the
    /// citation. A name's stand with the name.
    static func statements(on id: RecordID) -> SQL {
        """
        SELECT \(id.kind.name) AS kind, c.id, c.\(sql: id.kind.column) AS subject, c.field AS facet, c.stated AS value, NULL AS least, \
        NULL AS most, c.held AS date, c.held_earliest AS earliest, c.held_latest AS latest, NULL AS cause, c.standing, \
        c.standing_note, NULL AS other_unit, NULL AS for_enrollment FROM citation c \
        WHERE c.\(sql: id.kind.column) = \(id.databaseKey) AND c.field NOT IN ('name', 'launched') \
        AND (c.held IS NOT NULL OR c.field IN ('administered_by', 'claimed_by'))
        """
    }

    /// The looks at a region, and what sources date of the regions of its units and of those that were there at another time; nothing for
    /// any other record.
    static func besides(_ id: RecordID, formerUnits former: [Int64]) -> [SQL] {
        guard let region = id.code else { return [] }
        let units: SQL = "(SELECT id FROM unit WHERE region_code IN (\(ResolvedFilter.withDistricts(region))))"
        return [looks(at: id), regions(of: units)] + (former.isEmpty ? [] : [regions(of: SQL.list(former))])
    }

    /// The statements that say when units had a region, in the columns of an event; the units are a list in brackets.
    private static func regions(of units: SQL) -> SQL {
        """
        SELECT 'unit' AS kind, c.id, c.unit_id AS subject, c.field AS facet, c.stated AS value, NULL AS least, NULL AS most, \
        c.held AS date, c.held_earliest AS earliest, c.held_latest AS latest, NULL AS cause, c.standing, c.standing_note, \
        NULL AS other_unit, NULL AS for_enrollment FROM citation c WHERE c.unit_id IN \(units) AND c.field = 'region' \
        AND c.held IS NOT NULL
        """
    }

    /// The looks at a region and its districts, in the columns of an event.
    static func looks(at region: RecordID) -> SQL {
        """
        SELECT 'region' AS kind, l.id, l.region_code AS subject, 'look' AS facet, l.place || ': ' || coalesce(l.found, 'none found') AS value, \
        NULL AS least, NULL AS most, l.date, l.earliest, l.latest, NULL AS cause, 'accepted' AS standing, \
        NULL AS standing_note, NULL AS other_unit, NULL AS for_enrollment FROM look l \
        WHERE l.region_code IN (\(ResolvedFilter.withDistricts(region.code!)))
        """
    }

    /// The launches of programmes, in the columns of an event. Their number is in the place of the event's.
    static func launches(_ match: SQL) -> SQL {
        """
        SELECT 'programme' AS kind, g.id, g.id AS subject, 'launched' AS facet, NULL AS value, NULL AS least, NULL AS most, \
        g.launched AS date, g.launched_earliest AS earliest, g.launched_latest AS latest, NULL AS cause, g.standing, \
        g.standing_note, NULL AS other_unit, NULL AS for_enrollment FROM programme g WHERE g.id \(match) AND g.launched IS NOT NULL
        """
    }
}
