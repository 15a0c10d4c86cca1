public import MusterValues

/// A unit to put on the register.
public struct NewUnit: Codable, Hashable, Sendable {
    /// Its designation, at most 200 characters; nil for an unnamed unit of a region.
    public var designation: String?
    /// The way it is named; nil works it out from the other values: `unnamed`, `subunit`, `regional` or `other`.
    public var kind: UnitKind?
    /// Its region, by code or name; nil if it has none or none is stated.
    public var region: RecordReference?
    /// Its programme, by name or short id; nil if none is stated.
    public var programme: RecordReference?
    /// The unit that it is part of; nil if it is not a subunit.
    public var partOf: RecordReference?
    /// The place in the order of founding that a source claims for it, such as 5 for "the fifth region".
    public var ordinal: Int?
    /// Its task, in the source's words.
    public var role: String?
    /// Its first form.
    public var form: UnitForm?
    /// Its first status.
    public var status: UnitStatus?
    /// The source's word for the form, as the citation will state it; nil states the closed list's own word.
    public var formWord: String?
    /// The source's word for the status, as the citation will state it; nil states the closed list's own word.
    public var statusWord: String?
    /// The date of that form and status; nil if no date is stated.
    public var date: EDTF?
    /// True if this is a different unit from those on the register with similar designations, which is then remembered;
    /// nil means no.
    public var isNew: Bool?
    /// Other designations in use.
    public var aliases: [String]?
    /// The source for all of it.
    public var evidence: Evidence

    /// Makes a unit from its designation and its source.
    public init(
        designation: String?, region: RecordReference? = nil, programme: RecordReference? = nil, evidence: Evidence
    ) {
        self.designation = designation
        self.region = region
        self.programme = programme
        self.evidence = evidence
    }
}

extension Registry {
    /// Adds a unit, with the events for its form and status.
    ///
    /// - Throws: `MusterError` for text or a date that is refused, an unknown region, programme or source, or a
    ///   designation that another unit of the same whole or region has, even in another letter case or script width.
    public func add(_ new: NewUnit, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "add unit") { try $0.add(new) }
    }
}

extension Transaction {
    @discardableResult
    func add(_ new: NewUnit) throws -> RecordID {
        let resolver = Resolver(db: db)
        let evidence = try checked(new.evidence)
        let designation = try RecordKind.unit.clean(new.designation, .name, as: "designation")
        let region = try new.region.map { try resolver.resolve($0, among: [.region]) }
        let whole = try new.partOf.map { try resolver.resolve($0, among: [.unit]) }
        if let designation {
            try refuseTaken(designation, in: DesignationPlace(whole: whole?.number, region: region?.code))
        }
        let alike = try designation.map { try Searcher(db: db).lookalikes(of: $0, among: .unit) } ?? []
        let numbered = try designation.map { try resolver.ofNumberedRegion($0) } ?? []
        if let designation, new.isNew != true { try refuse(alike, numbered, designation) }
        let programme = try new.programme.map {
            try resolver.resolve($0, among: [.programme], fix: .add(.programme))
        }
        let kind = new.kind ?? Self.kind(of: new)
        if let status = new.status, status.namesOther {
            throw MusterError.refused(
                rule:
                    "\(quoted(status.words)) names another unit, so it is recorded as an event once the unit is added",
                fix: .leaveOut([.status]))
        }
        if let ordinal = new.ordinal { try RecordKind.unit.check(ordinal, .ordinal) }
        if (kind == .unnamed) != (designation == nil) {
            throw MusterError.refused(rule: "a unit has a designation, unless it is of kind unnamed")
        }

        let id = RecordID(.unit, try nextNumber(of: .unit))
        if let designation {
            try insertName(designation, of: id, as: .primary, from: evidence.sourceID)
            try cite(id, .name, evidence.stated ?? designation, evidence)
        } else {
            try cite(id, .kind, evidence.stated ?? kind.words, evidence)
        }
        for alias in new.aliases ?? [] {
            let alias = try RecordKind.unit.clean(alias, .name, as: "alias") as String
            try insertName(alias, of: id, as: .alias, from: evidence.sourceID)
            try cite(id, .name, alias, evidence)
        }
        if let region, let typed = new.region { try cite(id, .region, stated(typed, region), evidence) }
        if let programme, let typed = new.programme { try cite(id, .programme, stated(typed, programme), evidence) }
        if let whole, let typed = new.partOf { try cite(id, .partOf, stated(typed, whole), evidence) }
        if let ordinal = new.ordinal { try cite(id, .ordinal, "\(ordinal)", evidence) }
        try cited(new.role, as: .role, of: id, evidence)
        try insert(
            "unit",
            [
                "id": id.number, "kind": kind.rawValue, "region_code": region?.code, "programme_id": programme?.number,
                "part_of": whole?.number, "ordinal": new.ordinal,
            ])
        note(id, .added(designation, concluding: new.kind == nil ? [kind.words] : []))

        let date = try StoredDate.optional(new.date)
        if let form = new.form {
            try recordEvent(.form(form), of: id, on: date, word: new.formWord, evidence: [evidence])
        }
        if let status = new.status {
            try recordEvent(.status(status), of: id, on: date, word: new.statusWord, evidence: [evidence])
        }
        for other in Set(alike.map(\.id) + numbered).sorted() { try distinguish(id, from: other) }
        return id
    }

    /// Refuses a designation that is similar to another unit's, or that may mean a unit by the number of its region.
    private func refuse(_ alike: [Searcher.SearchHit], _ numbered: [RecordID], _ designation: String) throws {
        let others = numbered.filter { id in !alike.contains { $0.id == id } }
        guard let first = (alike.map(\.id) + others).first else { return }
        let resolver = Resolver(db: db)
        let candidates =
            try alike.map { try resolver.candidate($0.id, why: $0.match.why) }
            + others.map { try resolver.candidate($0, why: .numberOfOwnRegion) }
        throw MusterError.alike(.unit, name: designation, candidates: candidates, fix: .nameOrSayNew(first))
    }

    private static func kind(of new: NewUnit) -> UnitKind {
        if new.partOf != nil { return .subunit }
        if new.designation == nil { return .unnamed }
        return new.region == nil ? .other : .regional
    }
}
