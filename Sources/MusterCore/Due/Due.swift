public import MusterValues

/// A record that a desk should look at again, and why.
public struct Due: ListingRow, Decodable {
    /// The reason.
    public let kind: DueKind
    /// The record.
    public let record: NamedRecord
    /// The last day on which it was heard of, for one that was not heard of since; nil for any other.
    public let lastHeard: LastHeard?
    /// The words that help: the note of a standing, the last day of a contract, a source's address, or the date of
    /// a plan; nil if there are none.
    public let note: String?
    /// The last day of a contract that has run out, which the note tells; nil for any other.
    package var until: Day?

    private enum CodingKeys: CodingKey { case kind, record, lastHeard, note }

    /// The columns.
    public static let columns: [Column<Due>] = [
        Column("due") { .labelled($0.kind) },
        Column("record") { .record($0.record.id) },
        Column("name") { $0.record.name.map(Value.text) },
        Column("last_heard") { $0.lastHeard.map(\.cell) },
        Column("note") { $0.note.map(Value.text) },
    ]
}

extension Registry {
    /// The months after which what was not heard of is due, if nobody gives another number.
    public static let monthsOfSilence = 6

    /// What a desk should look at again: records that need work, plans whose day has passed without a later word, contracts that have
    /// run out without one, units, posts and enrollments that were not heard of for some months, and sources of which no copy is kept.
    ///
    /// A plan is due as its event, until a later source is cited for it, the event is rejected, or a later fact of the same facet is on
    /// record.
    ///
    /// A unit that may still be there, a post that may still be held and somebody who may still be in a unit is due if its last
    /// word is older than the months; one without any such word is not. What is judged wrong is never due, but for what needs
    /// work.
    ///
    /// - Parameters:
    ///   - day: the day up to which is looked; nil for today. A later day asks what will be due then, if nothing is heard. It is
    ///     a matter of silence alone: what needs work or lacks a copy is read as it stands on record.
    ///   - months: the number of months, from 1 to 1200.
    /// - Returns: what needs work by kind of record and number; the plans, the earliest first; the contracts that have run out, the longest
    ///   over first; then what was not heard of, the longest silent first; then the sources by number.
    /// - Throws: `MusterError.badValue` for months out of range.
    public func due(on day: Day? = nil, months: Int = Registry.monthsOfSilence) throws(MusterError) -> [Due] {
        try due(on: day, months: months) { try $0.all() }
    }

    /// What is due for each reason: how much, and the first of it. It costs much less than all of it, whose names are read one by one.
    ///
    /// - Parameters:
    ///   - day: the day up to which is looked; nil for today.
    ///   - first: how many of each are named.
    /// - Returns: the reasons, those for which nothing is due left out.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func dueGroups(on day: Day?, first: Int) throws(MusterError) -> [DueGroup] {
        try due(on: day, months: Registry.monthsOfSilence) { try $0.groups(first: first) }
    }

    private func due<Answer>(on day: Day?, months: Int, _ ask: (DueReader) throws -> Answer) throws(MusterError)
        -> Answer
    {
        let day = day ?? today
        guard (1...1200).contains(months), let limit = day.moved(byMonths: -months) else {
            throw .badValue(field: "months", value: "\(months)", rule: "give a whole number from 1 to 1200")
        }
        let today = self.today
        return try read { db in try ask(DueReader(db: db, day: day, limit: limit, today: today)) }
    }
}
