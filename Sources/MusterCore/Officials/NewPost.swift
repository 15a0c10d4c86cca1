import GRDB
public import MusterValues

/// A post that an official holds or held.
public struct NewPost: Codable, Hashable, Sendable {
    /// Its title, at most 200 characters.
    public var title: String
    /// The kind of office, in the registry's judgement; nil reads it from the title if the closed list has that title,
    /// and is otherwise `other`.
    public var kind: PostKind?
    /// Its level of government; nil takes the level that its kind always has, or leaves it unknown.
    public var level: PostLevel?
    /// The body that it belongs to; nil if none is stated.
    public var body: String?
    /// Its region or district, by code or name; nil if it has none or none is stated.
    public var region: RecordReference?
    /// The official's tenure of the post; nil if nothing is stated.
    public var tenure: Tenure?
    /// The date of the tenure; nil if no date is stated.
    public var tenureDate: EDTF?
    /// The source's word for the tenure, as the citation will state it; nil states the closed list's own word.
    public var tenureWord: String?

    /// Makes a post from its title.
    public init(title: String, kind: PostKind? = nil, region: RecordReference? = nil, tenure: Tenure? = nil) {
        self.title = title
        self.kind = kind
        self.region = region
        self.tenure = tenure
    }
}

extension Registry {
    /// Adds a post to an official who is already on the register.
    ///
    /// - Throws: `MusterError` for an unknown or ambiguous official, region or source, or a text or date that is
    ///   refused.
    public func add(_ new: NewPostOfOfficial, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "add post") {
            let official = try Resolver(db: $0.db).resolve(new.official, among: [.official])
            try $0.refuseRedacted(official)
            if let held = try $0.held(new.post, by: official) {
                throw MusterError.taken(
                    what: "the post", value: new.post.title, id: held,
                    fix: .recordEvent(held, value: nil))
            }
            let added = try $0.add(new.post, of: official, evidence: $0.checked(new.evidence))
            $0.note(added, .isOfKnown(try RecordTitles(db: $0.db).described(official).words))
        }
    }
}

extension Transaction {
    /// The official's post with the same title, in any letter case, and the same region; nil if there is none.
    func held(_ new: NewPost, by official: RecordID) throws -> RecordID? {
        let region = try new.region.map { try Resolver(db: db).entered(region: $0) }
        let values = [
            "official_id": official.number.databaseValue, "title": new.title.databaseValue,
            "region_code": (region?.code).databaseValue,
        ]
        return try Sameness.post.twins(of: values, db).first.map { RecordID(.post, try $0.get("id")) }
    }

    /// Adds a post; the official may be inserted later in the same transaction.
    @discardableResult
    func add(_ new: NewPost, of official: RecordID, evidence: CheckedEvidence) throws -> RecordID {
        let title = try RecordKind.post.clean(new.title, .title, as: "post") as String
        let region = try new.region.map { try Resolver(db: db).entered(region: $0) }
        let kind = try new.kind ?? concluded(title, in: region)
        let level = new.level ?? kind?.level
        let date = try StoredDate.optional(new.tenureDate)
        let id = RecordID(.post, try nextNumber(of: .post))
        // What is said belongs to what became of the post, if that is told.
        let own = new.tenure == nil ? evidence : evidence.ofPerson
        try cite(id, .title, own.words(else: title), own)
        let body = try cited(new.body, as: .body, of: id, own.ofPerson)
        if let region, let typed = new.region { try cite(id, .region, stated(typed, region), own.ofPerson) }
        try insert(
            "post",
            [
                "id": id.number, "official_id": official.number, "title": title, "kind": (kind ?? .other).rawValue,
                "level": level?.rawValue, "body": body, "region_code": region?.code,
            ])
        let unasked = [new.kind == nil ? kind?.words : nil, new.level == nil ? level?.words : nil].compactMap(\.self)
        note(id, .added(title, concluding: unasked))
        if let tenure = new.tenure {
            try recordEvent(
                .tenure(tenure), of: id, on: date, word: new.tenureWord.map(StatedWords.typed), evidence: [evidence])
        } else if date != nil || new.tenureWord != nil {
            throw MusterError.missing(what: "what became of the post", fix: .giveToo(.tenure))
        }
        return id
    }
}
