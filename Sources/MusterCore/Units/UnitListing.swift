import GRDB
public import MusterValues

/// A unit as a listing shows it.
public struct ListedUnit: ListingRow {
    /// Its short id.
    public let id: RecordID
    /// Its designation; nil for an unnamed unit.
    public let name: String?
    /// The way it is named.
    public let kind: UnitKind
    /// Its region; nil if none is stated.
    public let region: NamedRegion?
    /// Its programme; nil if none is stated.
    public let programme: NamedRecord?
    /// The unit that it is part of; nil if it is not a subunit.
    public let partOf: NamedRecord?
    /// The place in the order of founding that a source claims for it; nil if none does.
    public let ordinal: Int?
    /// Its form: the newest, or every one possible on the day asked about.
    public let forms: [UnitForm]
    /// Its status: the newest, or every one possible on the day asked about.
    public let statuses: [UnitStatus]
    /// Its number of people as sources state it: the newest, or every one possible on the day asked about.
    public let strengths: [Strength]
    /// The certainty that it had the state asked for on the day asked about; nil unless both are asked for.
    public let certainty: Certainty?
    /// The people on record as having joined, or those in the unit on the day asked about.
    public internal(set) var people = Headcount.none
    /// The registry's verdict on it.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns: [Column<ListedUnit>] = [
        Column("id") { .record($0.id) },
        Column("designation") { $0.name.map(Value.text) },
        Column(.kind, isDetail: true) { .list($0.kind) },
        Column(.region) { ($0.region?.code).map(Value.text) },
        Column("region_name", isDetail: true) { ($0.region?.name).map(Value.text) },
        Column(.programme) { ($0.programme?.name).map(Value.text) },
        Column("form") { .alternatives($0.forms) },
        Column("status") { .alternatives($0.statuses) },
        Column("strength") { $0.strength },
        Column("certainty") { $0.certainty.map { .word($0.rawValue) } },
        Column(.ordinal, isDetail: true) { $0.ordinal.map { .number(Int64($0)) } },
        Column("people") { .people($0.people) },
        Column(.standing) { .list($0.standing) },
    ]

    /// The strengths joined by "or"; nil if there are none.
    var strength: Value? {
        strengths.isEmpty ? nil : .several(strengths.map { .text($0.words) }, separator: " or ")
    }
}

extension Registry {
    /// The units that match a filter, by region, designation and id.
    ///
    /// - Throws: `MusterError` for an unknown region, programme, unit, official or state.
    public func units(_ filter: Filter = Filter()) throws(MusterError) -> [ListedUnit] { try all(.units, filter) }
}

extension Listing where Row == ListedUnit {
    /// The units, by region, designation and id.
    public static let units = Listing(of: .unit) { try UnitQuery($0) }
}

extension RowReader {
    /// The next column as strengths, ordered by their words.
    mutating func strengths() throws -> [Strength] {
        try array([Int?].self).map { ends in
            guard ends.count == 2, let least = ends[0] else { throw unreadable() }
            return Strength(least: least, most: ends[1])
        }.sorted { $0.words < $1.words }
    }
}
