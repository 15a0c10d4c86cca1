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
    /// Its first number of people; nil if none is stated.
    public var strength: Strength?
    /// The date of the form, the status and the strength, as far as they have none of their own; nil if no date is stated.
    public var date: EDTF?
    /// The date of the form alone; nil takes the common one.
    public var formDate: EDTF?
    /// The date of the status alone; nil takes the common one.
    public var statusDate: EDTF?
    /// The date of the strength alone; nil takes the common one.
    public var strengthDate: EDTF?
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
    /// Adds a unit, with the events for its form, status and strength.
    ///
    /// A stated value in the evidence is cited on the form or the status if that is what it means, and otherwise on the name.
    ///
    /// - Throws: `MusterError` for text or a date that is refused, a date of nothing, an unknown region, programme or source, or a
    ///   designation that another unit of the same whole or region has, even in another letter case or script width.
    public func add(_ new: NewUnit, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "add unit") { try $0.add(new, refusingRepeated: true) }
    }
}

extension Transaction {
    /// Adds a unit; `refusingRepeated` is true if an unnamed one must not repeat what its source tells already.
    @discardableResult
    func add(_ new: NewUnit, refusingRepeated: Bool = false) throws -> RecordID {
        let resolver = Resolver(db: db)
        let evidence = try checked(new.evidence)
        let designation = try RecordKind.unit.clean(new.designation, .name, as: "designation")
        let region = try new.region.map { try resolver.entered(region: $0) }
        let whole = try new.partOf.map { try resolver.resolve($0, among: [.unit]) }
        if let designation {
            try refuseTaken(designation, in: DesignationPlace(whole: whole?.number, region: region?.code))
        }
        let alike =
            try designation.map { try Searcher(db: db).lookalikes(of: $0, among: .unit, inRegion: region?.code) } ?? []
        let numbered = try designation.map { try resolver.ofNumberedRegion($0) } ?? []
        if let designation, new.isNew != true { try refuse(alike, numbered, designation) }
        let programme = try new.programme.map {
            try resolver.resolve($0, among: [.programme], fix: .add(.programme))
        }
        if refusingRepeated, designation == nil, new.isNew != true {
            try refuseUnnamedTwin(region: region, programme: programme, whole: whole, evidence)
        }
        let kind = new.kind ?? Self.kind(of: new)
        if let status = new.status, status.namesOther {
            throw MusterError.refused(
                rule:
                    "\(quoted(status.words)) names another unit, so it is recorded as an event once the unit is added",
                fix: .leaveOut([.status]))
        }
        let told = try told(by: new)
        if let ordinal = new.ordinal { try RecordKind.unit.check(ordinal, .ordinal) }
        if (kind == .unnamed) != (designation == nil) {
            throw MusterError.refused(
                rule: "a unit has a designation, unless it is of kind unnamed",
                fix: .words(
                    designation == nil
                        ? "give a designation, or leave out the kind" : "leave out the kind or the designation"))
        }

        let id = RecordID(.unit, try nextNumber(of: .unit))
        // What is stated, if it means an event's value, is not said of the name.
        let meant = told.first { one in
            new.evidence.stated.map { Self.means($0, one.value) } ?? false
        }
        let beside = evidence.beside
        let (words, own) = (meant == nil ? evidence : beside, told.isEmpty ? evidence : beside)
        if let designation {
            try insertName(designation, of: id, as: .primary, from: evidence.sourceID)
            try cite(id, .name, words.words(else: designation), own)
        } else {
            try cite(id, .kind, words.words(else: kind.words), own)
        }
        for alias in new.aliases ?? [] {
            let alias = try RecordKind.unit.clean(alias, .name, as: "alias") as String
            try insertName(alias, of: id, as: .alias, from: evidence.sourceID)
            try cite(id, .name, alias, evidence.beside)
        }
        if let region, let typed = new.region { try cite(id, .region, stated(typed, region), beside) }
        if let programme, let typed = new.programme { try cite(id, .programme, stated(typed, programme), beside) }
        if let whole, let typed = new.partOf { try cite(id, .partOf, stated(typed, whole), beside) }
        if let ordinal = new.ordinal { try cite(id, .ordinal, "\(ordinal)", beside) }
        try cited(new.role, as: .role, of: id, beside)
        try insert(
            "unit",
            [
                "id": id.number, "kind": kind.rawValue, "region_code": region?.code, "programme_id": programme?.number,
                "part_of": whole?.number, "ordinal": new.ordinal,
            ])
        note(id, .added(designation, concluding: new.kind == nil ? [kind.words] : []))

        for one in told {
            let said = one.value == meant?.value ? evidence : evidence.withoutStated
            try recordEvent(one.value, of: id, on: one.date, word: one.word.map(StatedWords.typed), evidence: [said])
        }
        try distinguish(new: id, from: Set(alike.map(\.id) + numbered).sorted())
        return id
    }

    /// True if a text means an event's value: it is a word of its list, or has its number as the first one.
    private static func means(_ text: String, _ value: EventValue) -> Bool {
        guard case .strength(let least, _) = value else { return (try? EventValue(typed: text, to: .unit)) == value }
        let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber || " ,.\u{A0}".contains($0) }.filter(\.isNumber)
        return Int(String(digits)) == least
    }

    /// What is first known of a unit, in the order in which it is recorded.
    ///
    /// - Throws: `MusterError.missing` for a date of something that is not given.
    private func told(by new: NewUnit) throws -> [(value: EventValue, word: String?, date: StoredDate?)] {
        let all: [(value: EventValue?, word: String?, date: EDTF?, input: Remedy.Input)] = [
            (new.form.map(EventValue.form), new.formWord, new.formDate, .form),
            (new.status.map(EventValue.status), new.statusWord, new.statusDate, .status),
            (new.strength.map { .strength(least: $0.least, most: $0.most) }, nil, new.strengthDate, .strength),
        ]
        if let undated = all.first(where: { $0.value == nil && $0.date != nil }) {
            throw MusterError.missing(
                what: "the \(undated.input.rawValue) that has that date", fix: .giveToo(undated.input))
        }
        let told = try all.compactMap { one in
            try one.value.map { ($0, one.word, try StoredDate.optional(one.date ?? new.date)) }
        }
        if let idle = all.first(where: { $0.value == nil && $0.word != nil }) {
            throw MusterError.missing(
                what: "the \(idle.input.rawValue) that \(quoted(idle.word!)) is the word for", fix: .giveToo(idle.input)
            )
        }
        if told.isEmpty, new.date != nil {
            throw MusterError.missing(what: "what came about on that date", fix: .giveToo(.status))
        }
        return told
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
