import GRDB
import MusterValues

/// The days on which events may have happened.
extension Sightings {
    /// The first day that the date of an event can mean, its marks of doubt heeded; NULL if that side is open.
    static func began(_ event: SQL) -> SQL {
        "CASE WHEN \(event).date GLOB '*[?~%]*' THEN first_in_doubt(\(event).date) ELSE \(event).earliest END"
    }

    /// The last day that the date of an event can mean, in the same way.
    static func ended(_ event: SQL) -> SQL {
        "CASE WHEN \(event).date GLOB '*[?~%]*' THEN last_in_doubt(\(event).date) ELSE \(event).latest END"
    }

    /// The last day on which event `event`, which is no plan, can have happened, its sources heeded; never NULL.
    static func happened(_ event: SQL, by today: Day) -> SQL {
        last(word(of: event, by: today), began: began(event), ended: ended(event))
    }

    /// The day by which event `event` was reported: its own last day if that is earlier, and today at the latest.
    static func word(of event: SQL, by today: Day) -> SQL {
        let reported = reported(history: "event_history", record: "\(event).id", citations: "event_id")
        return word(ended(event), reported, by: today)
    }

    static func word(_ ended: SQL, _ reported: SQL, by today: Day) -> SQL {
        "min(coalesce(\(ended), '9999-12-31'), \(today.description), \(reported))"
    }

    /// The last day that something can have had: the day by which it was reported, unless its date begins after that.
    static func last(_ word: SQL, began: SQL, ended: SQL, if condition: SQL = "") -> SQL {
        "CASE WHEN \(condition)\(word) >= coalesce(\(began), '') THEN \(word) ELSE coalesce(\(ended), '9999-12-31') END"
    }

    /// The day by which event `event` is known to have happened, because it was reported or recorded by then.
    static let reported = reported(history: "event_history", record: "event", citations: "event_id")

    static func reported(history: SQL, record: SQL, citations: SQL) -> SQL {
        """
        min(coalesce((SELECT substr(r.at, 1, 10) FROM revision r \
        WHERE r.id = (SELECT min(h.revision) FROM \(history) h WHERE h.id = \(record))), '9999-12-31'), \
        coalesce((SELECT min(min(coalesce(s.published_latest, '9999-12-31'), coalesce(s.captured, '9999-12-31'))) \
        FROM citation c JOIN source s ON s.id = c.source_id WHERE c.\(citations) = \(record) AND c.stance = 'supports' \
        AND c.standing <> 'rejected'), '9999-12-31'))
        """
    }
}
