public import MusterValues

/// A programme to put on the register.
public struct NewProgramme: Codable, Hashable, Sendable {
    /// Its name, at most 200 characters.
    public var name: String
    /// The words that the name is said to stand for; nil if no source says.
    public var expansion: String?
    /// The programme, or the phase of it, that went before; nil if no source says.
    public var cameFrom: RecordReference?
    /// The date of its launch; nil if no source says.
    public var launched: EDTF?
    /// The person or body that launched it; nil if no source says.
    public var launchedBy: String?
    /// The source that says so.
    public var evidence: Evidence

    /// Names a programme with its source.
    public init(
        name: String, expansion: String? = nil, launched: EDTF? = nil, launchedBy: String? = nil, evidence: Evidence
    ) {
        self.name = name
        self.expansion = expansion
        self.launched = launched
        self.launchedBy = launchedBy
        self.evidence = evidence
    }
}

extension Registry {
    /// Adds a programme.
    ///
    /// - Throws: `MusterError` for text or a date that is refused, an unknown source, or a name that is taken.
    public func add(_ new: NewProgramme, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "add programme") { try $0.add(new) }
    }
}

extension Transaction {
    @discardableResult
    func add(_ new: NewProgramme) throws -> RecordID {
        let evidence = try checked(new.evidence)
        let name = try RecordKind.programme.clean(new.name, .name) as String
        try refuseTaken(programme: name)
        let launched = try StoredDate.optional(new.launched)
        let before = try new.cameFrom.map {
            try Resolver(db: db).resolve($0, among: [.programme], fix: .add(.programme))
        }
        let id = RecordID(.programme, try nextNumber(of: .programme))
        try insertName(name, of: id, as: .primary, from: evidence.sourceID)
        try cite(id, .name, evidence.words(else: name), evidence)
        if let expansion = try RecordKind.programme.clean(new.expansion, .expansion) {
            try insertName(expansion, of: id, as: .expansion, from: evidence.sourceID)
            try cite(id, .expansion, expansion, evidence.beside)
        }
        if let before, let typed = new.cameFrom { try cite(id, .cameFrom, stated(typed, before), evidence.beside) }
        if let launched { try cite(id, .launched, launched.text, evidence.beside) }
        let launchedBy = try cited(new.launchedBy, as: .launchedBy, of: id, evidence.beside)
        try insert(
            "programme",
            [
                "id": id.number, "launched": launched?.text, "launched_earliest": launched?.earliest,
                "launched_latest": launched?.latest, "launched_by": launchedBy, "came_from": before?.number,
            ])
        note(id, .added(name))
        return id
    }
}
