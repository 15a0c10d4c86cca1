public import MusterValues

/// An official to put on the register, with a post.
public struct NewOfficial: Codable, Hashable, Sendable {
    /// The name as the source writes it, at most 200 characters.
    public var name: String
    /// A post that the official holds or held; nil is refused.
    public var post: NewPost?
    /// True if this is a different person from the officials on the register with similar names, which is then
    /// remembered; nil means no.
    public var isNew: Bool?
    /// The source for all of it.
    public var evidence: Evidence

    /// Makes an official from a name, a post and a source.
    public init(name: String, post: NewPost?, isNew: Bool? = nil, evidence: Evidence) {
        self.name = name
        self.post = post
        self.isNew = isNew
        self.evidence = evidence
    }
}

extension Registry {
    /// Adds an official with a post.
    ///
    /// - Throws: `MusterError` if the post is missing, the name is already on the register or similar to one that is,
    ///   the region or source is unknown, or text or a date is refused.
    public func add(_ new: NewOfficial, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "add official") { try $0.add(new) }
    }
}

extension Transaction {
    @discardableResult
    func add(_ new: NewOfficial) throws -> RecordID {
        let name = try RecordKind.official.clean(new.name, .name) as String
        try refuseID(name)
        try refuseFootnote(name)
        let evidence = try checked(new.evidence)
        let alike = try lookalikes(ofOfficial: name)
        if new.isNew != true { try refuse(alike, of: name, as: .official, another: "person") }
        guard let post = new.post else {
            throw MusterError.missing(
                what: "the post of \(quoted(name))",
                fix: .give(.post))
        }
        let id = RecordID(.official, try nextNumber(of: .official))
        try insertName(name, of: id, as: .primary, from: evidence.sourceID)
        try cite(id, .name, name, evidence.ofPerson)
        note(id, .added(name))
        try add(post, of: id, evidence: evidence)
        try insert("official", ["id": id.number])
        try distinguish(new: id, from: alike.map(\.id))
        return id
    }
}
