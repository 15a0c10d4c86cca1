public import MusterValues

/// An official, or an unnamed group, to enroll in a unit.
public struct NewEnrollment: Codable, Hashable, Sendable {
    /// The official, by short id or name; nil for a group. The name need not be on the register yet if there is a post.
    public var official: RecordReference?
    /// A post of the official; with it, an official or post that is not on the register is added.
    public var post: NewPost?
    /// True if the official is another person than those with the same name on the register; nil is no.
    public var isNew: Bool?
    /// The group; nil for an official.
    public var group: NewGroup?
    /// The unit, by designation or short id.
    public var unit: RecordReference
    /// The region of the unit; with it, a unit that is not on the register is added.
    public var unitRegion: RecordReference?
    /// The state of the enrollment; nil is `joined`.
    public var state: EnrollmentState?
    /// The state in the source's word, for the citation; nil cites the list's own word.
    public var stateWord: String?
    /// The date of that state; nil if no date is stated.
    public var date: EDTF?
    /// The kind of contract signed; nil if it is not stated.
    public var contract: ContractKind?
    /// The authority that concludes the contract; nil if it is not stated.
    public var concludedBy: ContractParty?
    /// The contract in the source's word, for the citation; nil cites the list's own word.
    public var contractWord: String?
    /// The authority in the source's word, for the citation; nil cites the list's own word.
    public var concludedByWord: String?
    /// How long the contract runs; nil if it is not stated.
    public var term: String?
    /// When the contract ends; nil if it is not stated.
    public var ends: EDTF?
    /// The member's role in the unit; nil if it is not stated.
    public var role: String?
    /// The source that says so.
    public var evidence: Evidence

    /// Enrolls an official.
    public init(
        official: RecordReference, post: NewPost? = nil, unit: RecordReference, state: EnrollmentState? = nil,
        date: EDTF? = nil, evidence: Evidence
    ) {
        self.official = official
        self.post = post
        self.unit = unit
        self.state = state
        self.date = date
        self.evidence = evidence
    }

    /// Enrolls an unnamed group.
    public init(
        group: NewGroup, unit: RecordReference, state: EnrollmentState? = nil, date: EDTF? = nil, evidence: Evidence
    ) {
        self.group = group
        self.unit = unit
        self.state = state
        self.date = date
        self.evidence = evidence
    }
}

extension Registry {
    /// Enrolls an official or a group in a unit, and adds the official, the post and the unit if they are missing, all
    /// in one revision.
    ///
    /// - Throws: `MusterError` if both or neither of official and group are given, the official is unknown and no post
    ///   is given, a name is ambiguous, the official is already enrolled in the unit, or text or a date is refused.
    public func enroll(_ new: NewEnrollment, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "enroll in a unit") {
            try $0.noteGroups(like: $0.enroll(new), new)
        }
    }
}
