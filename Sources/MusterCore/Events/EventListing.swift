import GRDB
public import MusterValues

/// An event as a listing shows it.
public struct ListedEvent: ListingRow, Decodable {
    /// Its short id.
    public let id: RecordID
    /// The unit, the post or the enrollment that it happened to, with its name or its title.
    public internal(set) var record: NamedRecord
    /// The state that it changed to.
    public let value: EventValue
    /// The unit that a unit became or came from; nil for anything else.
    public internal(set) var otherUnit: NamedRecord?
    /// The enrollment for which a post changed; nil for none.
    public internal(set) var forEnrollment: NamedRecord?
    /// The date as it is stated; nil if none is.
    public let date: StatedDate?
    /// True if it can only be after today, by the registry's clock or by the revision that is asked about, or if it is dated after
    /// every source that reports it.
    public let isPlan: Bool
    /// The cause, as a source gives it; nil if none is stated.
    public let cause: String?
    /// The registry's verdict on it.
    public let standing: Standing
    /// The reason of the verdict; nil if none is given.
    public let standingNote: String?
    /// The records that are judged wrong, so that it is evidence of nothing: the event itself, the post or the enrollment, its unit,
    /// or its official. Empty if there are none.
    public internal(set) var rejected: [RecordID] = []

    /// The columns of the listing.
    public static let columns: [Column<ListedEvent>] = [
        Column("id") { .record($0.id) },
        Column(.date) { ($0.date?.edtf).map(Value.text) },
        Column("earliest", isDetail: true) { ($0.date?.earliest).map(Value.text) },
        Column("latest", isDetail: true) { ($0.date?.latest).map(Value.text) },
        Column("record") { .record($0.record.id) },
        Column("of") { $0.record.name.map(Value.text) },
        Column("what", isDetail: true) { .word($0.value.stored.facet) },
        Column(.value) { .text($0.value.words) },
        Column(.otherUnit) { ($0.otherUnit?.id).map(Value.record) },
        Column(.forEnrollment) { ($0.forEnrollment?.id).map(Value.record) },
        Column("planned", isDetail: true) { .word($0.isPlan ? "yes" : "no") },
        Column(.cause) { $0.cause.map(Value.text) },
        Column(.standing) { .list($0.standing) },
        Column("standing_note", isDetail: true) { $0.standingNote.map(Value.text) },
        Column("rejected") { .each($0.rejected.map(Value.record)) },
    ]
}

extension Registry {
    /// The events that match a filter, by id, which is the order in which they were recorded.
    ///
    /// With a region, a programme or a unit, they are those of its units and of the enrollments in them; those of a region are also
    /// those of posts there, and those of a unit also those by which another became it or came from it. With an official, they are
    /// those of the posts and enrollments. With a period, they can have been on one of its days.
    ///
    /// - Throws: `MusterError` for an unknown name, or a condition that events are not narrowed by.
    public func events(_ filter: Filter = Filter()) throws(MusterError) -> [ListedEvent] { try all(.events, filter) }
}

extension Listing where Row == ListedEvent {
    /// The events, by id.
    public static let events = Listing(of: .event) { try EventQuery($0) }
}
