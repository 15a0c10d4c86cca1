public import MusterValues

/// An unnamed group of officials.
public struct NewGroup: Codable, Hashable, Sendable {
    /// Who they are, in the source's words, at most 300 characters.
    public var who: String
    /// The level of their posts.
    public var level: PostLevel?
    /// The kind of their posts.
    public var kind: PostKind?
    /// The region they hold office in, by code or name.
    public var region: String?
    /// The fewest they can be; nil is 2, since a plural means at least two.
    public var least: Int?
    /// The most they can be; nil if it is not known.
    public var most: Int?

    /// Names a group.
    public init(
        who: String, level: PostLevel? = nil, kind: PostKind? = nil, region: String? = nil, least: Int? = nil,
        most: Int? = nil
    ) {
        self.who = who
        self.level = level
        self.kind = kind
        self.region = region
        self.least = least
        self.most = most
    }
}

/// An official, or an unnamed group, who joins a unit.
public struct NewEnrollment: Codable, Hashable, Sendable {
    /// The official, by name or short id; nil for a group.
    public var official: String?
    /// A post of the official, which makes the official, or the post, where it is not on the register.
    public var post: NewPost?
    /// Whether the official is another person than those of the same name on the register; nil is no.
    public var isNew: Bool?
    /// The group; nil for an official.
    public var group: NewGroup?
    /// The unit, by designation or short id.
    public var unit: String
    /// The region of the unit, which makes the unit where it is not on the register.
    public var unitRegion: String?
    /// Where the enrollment has come to; nil is `joined`.
    public var state: EnrollmentState?
    /// The source's word for the state, which the citation states; nil states the list's own.
    public var stateWord: String?
    /// When it came to that, EDTF; nil if no date is stated.
    public var date: String?
    /// What contract is signed; nil if it is not stated.
    public var contract: ContractKind?
    /// Who concludes the contract; nil if it is not stated.
    public var concludedBy: ContractParty?
    /// The source's word for the contract, which the citation states; nil states the list's own.
    public var contractWord: String?
    /// The source's word for who concludes it, which the citation states; nil states the list's own.
    public var concludedByWord: String?
    /// What the member is in the unit; nil if it is not stated.
    public var role: String?
    /// The source that says so.
    public var evidence: Evidence

    /// Enrolls an official.
    public init(
        official: String, post: NewPost? = nil, unit: String, state: EnrollmentState? = nil, date: String? = nil,
        evidence: Evidence
    ) {
        self.official = official
        self.post = post
        self.unit = unit
        self.state = state
        self.date = date
        self.evidence = evidence
    }

    /// Enrolls an unnamed group.
    public init(group: NewGroup, unit: String, state: EnrollmentState? = nil, date: String? = nil, evidence: Evidence) {
        self.group = group
        self.unit = unit
        self.state = state
        self.date = date
        self.evidence = evidence
    }
}

extension Registry {
    /// Enrolls an official or a group in a unit, and makes the official, the post and the unit that are missing, all in one
    /// revision.
    ///
    /// - Throws: `MusterError` if both or neither of official and group are given, the official is unknown and no post is
    ///   given, a name is ambiguous, the official is enrolled in the unit already, or text or a date is refused.
    public func enroll(_ new: NewEnrollment, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "enroll in a unit") {
            try $0.enroll(new)
        }
    }
}
