import GRDB
import MusterValues

/// A state that a listing shows of a record.
struct Seen {
    /// The facet of the state, such as `form`.
    let facet: String
    /// The stored value; nil for a strength.
    let value: String?
    /// The number of people that a strength gives; nil for any other state.
    let strength: Strength?
    /// The date as stated; nil if none is.
    let date: StatedDate?
    /// The number of the event; nil if the record has none, and is only seen by its own sources.
    let event: Int64?
    /// The last day on which it was so; nil if that is after the day asked about, or for a plan.
    let heard: LastHeard?
    /// True if it can only be after today, or is dated after every source that reports it.
    let isPlan: Bool
    /// The unit that a unit became or came from, or the enrollment for which a post changed, once it is looked up; nil for none.
    var object: NamedRecord?

    /// The state; nil if the record has no event.
    ///
    /// - Throws: `MusterError.unreadable` for a value that is on no list.
    func state() throws(MusterError) -> EventValue? {
        guard let event else { return nil }
        // A holder's death is seen of a post.
        let facet = value == EnrollmentState.killed.rawValue ? "state" : facet
        guard let state = EventValue(facet: facet, value: value, least: strength?.least, most: strength?.most) else {
            throw .unreadable(field: facet, value: value ?? "nothing", of: RecordID(.event, event))
        }
        return state
    }
}

extension Seen {
    /// Reads a row of `StateQuery.seen`, whose first column was read already.
    init(row: inout RowReader) throws {
        facet = try row.next()
        value = try row.next()
        let (least, most): (Int?, Int?) = (try row.next(), try row.next())
        strength = least.map { Strength(least: $0, most: most) }
        date = try row.date()
        event = try row.next()
        heard = try row.lastHeard()
        isPlan = try row.next() as Int != 0
    }
}

extension RowReader {
    /// The next two columns as a last day and the first one that it can have been; nil if the last day is NULL.
    mutating func lastHeard() throws -> LastHeard? {
        let (day, first): (String?, String) = (try next(), try next())
        return day.map { LastHeard(day: $0, first: first) }
    }

    /// The next column as the grade with a rank; nil if there is none.
    mutating func grade() throws -> Grade? {
        guard let rank: Int = try next() else { return nil }
        guard let grade = Grade(rank: rank) else { throw unreadable() }
        return grade
    }
}
