import GRDB
public import MusterValues

/// A region, or a district inside one, to put on the register.
public struct NewRegion: Codable, Hashable, Sendable {
    /// ISO 3166-2 code; nil makes a district's code from the region's code and the name.
    public var code: String?
    /// The name in English or another romanisation, at most 200 characters.
    public var name: String
    /// The name in the country's own language.
    public var localName: String?
    /// The kind of subdivision, as "oblast"; nil is `district` inside a region and `region` otherwise.
    public var kind: String?
    /// The region that a district is in; nil for a region.
    public var parent: RecordReference?
    /// The federal district; nil if there is none.
    public var federalDistrict: String?
    /// The region's number, as "39"; nil if there is none.
    public var number: String?
    /// The source that names it; nil for reference data.
    public var evidence: Evidence?

    /// Names a region.
    public init(code: String?, name: String, parent: RecordReference? = nil, evidence: Evidence? = nil) {
        self.code = code
        self.name = name
        self.parent = parent
        self.evidence = evidence
    }
}

extension Registry {
    /// Adds a region or a district.
    ///
    /// - Throws: `MusterError` for a code that is taken or does not have the form of ISO 3166-2, or text that is
    ///   refused.
    public func add(_ new: NewRegion, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "add region") { try $0.add(new) }
    }
}

extension Transaction {
    @discardableResult
    func add(_ new: NewRegion) throws -> RecordID {
        let name = try RecordKind.region.clean(new.name, .name) as String
        let localName = try RecordKind.region.clean(new.localName, .name, as: "local name")
        let parent = try new.parent.map { try Resolver(db: db).entered(region: $0) }
        let code = try RegionCode.of(new, in: parent?.code)
        let id = RecordID(region: code)
        if let there = try RecordTitles(db: db).name(id) {
            throw MusterError.sameName(
                .region, name: code, candidates: [Candidate(DescribedRecord(id: id, name: there))], fix: .show(id))
        }
        let evidence = try new.evidence.map { try checked($0) }
        try insertName(name, of: id, as: .primary, from: evidence?.sourceID)
        if let localName, localName != name { try insertName(localName, of: id, as: .local, from: evidence?.sourceID) }
        if let evidence { try cite(id, .name, evidence.words(else: name), evidence) }
        if let evidence, let parent, let typed = new.parent {
            try cite(id, .parent, stated(typed, parent), evidence.beside)
        }
        try insert(
            "region",
            [
                "code": code, "parent": parent?.code,
                "kind": try RecordKind.region.clean(new.kind, .kind) ?? (parent == nil ? "region" : "district"),
                "federal_district": try RecordKind.region.clean(new.federalDistrict, .federalDistrict),
                "number": try RecordKind.region.clean(new.number, .number),
            ])
        note(id, .added(name))
        return id
    }
}
