public import MusterValues

/// A record with everything that the registry and the sources say about it.
public struct Dossier: Codable, Sendable {
    /// The record.
    public let id: RecordID
    /// Its kind, such as "unit".
    public let kind: RecordKind
    /// The words that describe it.
    public let title: String
    /// The registry's judgement; nil for regions, sources and citations, which have none.
    public let standing: Standing?
    /// The reason why the standing is not accepted; nil if none is given.
    public let standingNote: String?
    /// The revision that made or last changed its own row.
    public let revision: Int64
    /// The newest revision that changed it, a name of it, something that happened to it, or a citation on any of these.
    public let changed: Int64
    /// How it stands, or stood on the day asked about; nil for a record that nothing happens to, or that is judged wrong.
    public internal(set) var state: StateOnRecord?
    /// The people in the unit: on record or, with a day, on that day; nil for any other record.
    public internal(set) var people: Headcount?
    /// The same with the people in the units that it came from; nil if it came from none in which anybody was, and for any other record.
    public internal(set) var peopleWithOrigins: Headcount?
    /// The day or the period that the state is of; nil for the newest.
    public internal(set) var day: String?
    /// True if what is graded must have been so on all days of the period.
    public internal(set) var isThroughout = false
    /// What sources say of who claims and administers the region of a unit, on the day if one is asked about; empty if nobody
    /// speaks of that, and for any other record.
    public internal(set) var claims: [RegionClaim] = []
    /// The values of a unit or an official that were other ones on the day asked about, such as the region where it was then.
    public internal(set) var then: [Then] = []
    /// Its fields, except those that have neither a value nor a citation.
    public let fields: [FieldOnRecord]
    /// Its names, the primary one first.
    public let names: [Variant]
    /// The events that happened to it, by day: by the first and then the last day that each can have happened on, and
    /// those without a date last.
    public let events: [Event]
    /// The related records: those that belong to it, those that were merged into it, the members of a group, and the
    /// groups of a member.
    public internal(set) var related: [RelatedRecord]

    /// A spelling of a name.
    public struct Variant: Codable, Sendable {
        /// The name as written.
        public let text: String
        /// The script, an ISO 15924 code.
        public let script: String
        /// Its relation to the record, such as alias.
        public let nature: NameNature
        /// The source that spells it so; nil for reference data.
        public let source: NamedRecord?
    }

    /// A value that a record had on the day asked about.
    public struct Then: Codable, Hashable, Sendable {
        /// The field.
        public let field: FieldName
        /// The value, as words: a name, or the record that is named. A field that may have had several has each.
        public let value: String
        /// The grade of the answer; nil for a name.
        public let grade: Grade?
        /// The record or the region that the value is; nil for a name, and if none is known.
        package var held: FieldValue?

        private enum CodingKeys: CodingKey { case field, value, grade }
    }

    /// An event of the record, with its own fields and citations.
    public struct Event: Codable, Sendable {
        /// Its short id.
        public let id: RecordID
        /// The state that it changed to.
        public let value: EventValue
        /// Its date; nil if no date is stated.
        public let date: StatedDate?
        /// The registry's judgement of it.
        public let standing: Standing
        /// The reason why the standing is not accepted; nil if none is given.
        public let standingNote: String?
        /// Its fields, with the sources' statements.
        public let fields: [FieldOnRecord]
    }

    /// The number of citations on it and its events.
    public var citations: Int { statements.count }
    /// The number of sources of those citations.
    public var sources: Int { Set(statements.map(\.source)).count }

    /// The sources that it names: those of the citations, the rejected ones too, and those of its names.
    public var namedSources: Set<RecordID> {
        let all = fields + events.flatMap(\.fields)
        let cited = all.flatMap { $0.notRejected + $0.rejected }.map(\.source.id)
        return Set(cited + names.compactMap(\.source?.id))
    }

    private var statements: [CitedStatement] { (fields + events.flatMap(\.fields)).flatMap(\.notRejected) }
}

extension Registry {
    /// A record with its citations, names, events and related records, and with how it stands.
    ///
    /// - Parameters:
    ///   - record: the record, by name, code or short id.
    ///   - period: the day or the period that the states are read for; nil for the newest.
    ///   - isThroughout: true if what is graded must have been so on all days of the period.
    /// - Returns: the record as it is on record now, with the states of the day.
    /// - Throws: `MusterError` for a name that is unknown or that several records have, and for `isThroughout` without a period.
    public func show(_ record: RecordReference, on period: Period? = nil, throughout isThroughout: Bool = false)
        throws(MusterError) -> Dossier
    {
        var filter = Filter()
        (filter.period, filter.isThroughout) = (period, isThroughout)
        return try read { db in
            let id = try Resolver(db: db).resolve(record, among: RecordKind.allCases)
            var dossier = try DossierReader(db: db, id: id).dossier()
            try dossier.readStates(ResolvedFilter(filter, db: db, today: today), db)
            return dossier
        }
    }
}
