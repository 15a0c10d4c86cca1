import GRDB
public import MusterValues

/// A programme as a listing shows it.
public struct ListedProgramme: ListingRow, Decodable, Hashable {
    /// Its short id.
    public let id: RecordID
    /// Its name.
    public let name: String
    /// What the registry concludes that its name stands for; nil if it concludes nothing.
    public let expansion: String?
    /// The programme, or the phase of it, that went before; nil if none is known.
    public let cameFrom: NamedRecord?
    /// When it was launched; nil if it is not known.
    public let launched: StatedDate?
    /// Who launched it; nil if it is not known.
    public let launchedBy: String?
    /// The number of its units on record with those inside of them, without those judged wrong.
    public let unitsOnRecord: Int
    /// The fields whose value no source states.
    public internal(set) var inferred: [FieldName] = []
    /// The registry's verdict on it.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns: [Column<ListedProgramme>] = [
        Column("id") { .record($0.id) },
        Column(.name) { .text($0.name) },
        Column(.expansion) { $0.expansion.map(Value.text) },
        Column(.cameFrom) { ($0.cameFrom?.name).map(Value.text) },
        Column(.launched) { ($0.launched?.edtf).map(Value.text) },
        Column(.launchedBy) { $0.launchedBy.map(Value.text) },
        Column("units_on_record") { .number(Int64($0.unitsOnRecord)) },
        Column("inferred") { .each($0.inferred.map { .list($0) }) },
        Column(.standing) { .list($0.standing) },
    ]
}

extension Registry {
    /// The programmes that match a filter, by id. With a region or a unit, they are those with a unit there, or that the unit is of.
    ///
    /// - Throws: `MusterError` for an unknown name, or a condition that programmes are not narrowed by.
    public func programmes(_ filter: Filter = Filter()) throws(MusterError) -> [ListedProgramme] {
        try all(.programmes, filter)
    }
}

extension Listing where Row == ListedProgramme {
    /// The programmes, by id.
    public static let programmes = Listing(of: .programme) { try ProgrammeQuery($0) }
}
