import GRDB
public import MusterValues

/// Officials that a source names as members of an unnamed group.
public struct GroupResolution: Codable, Hashable, Sendable {
    /// The group's enrollment, by its short id.
    public var group: RecordReference
    /// The officials, by name or short id, at least one.
    public var officials: [RecordReference]
    /// A post that each of them holds; with it, an official who is not on the register is added. Nil if all of them are
    /// there.
    public var post: NewPost?
    /// True if they are other people than the officials with the same names on the register; nil is no.
    public var isNew: Bool?
    /// The state of the enrollments besides what happened to the group; nil is none, or `joined` if nothing happened to
    /// the group.
    public var state: EnrollmentState?
    /// The state in the source's word, for the citation; nil cites the list's own word.
    public var stateWord: String?
    /// The date of that state; nil if no date is stated.
    public var date: EDTF?
    /// The source that names them.
    public var evidence: Evidence

    /// Names members of a group.
    public init(group: RecordReference, officials: [RecordReference], post: NewPost? = nil, evidence: Evidence) {
        self.group = group
        self.officials = officials
        self.post = post
        self.evidence = evidence
    }
}

extension Registry {
    /// Resolves a group into officials: each is enrolled in the group's unit, unless enrolled there already.
    ///
    /// Each gets what happened to the group so far. The group then counts only its other members, so that nobody is
    /// counted twice.
    ///
    /// - Throws: `MusterError` for a record that is not a group, an unknown official without a post, one who is already
    ///   a member, more members than the group can have, or an unknown source.
    public func resolve(_ resolution: GroupResolution, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "resolve a group") { try $0.resolve(resolution) }
    }
}

extension Transaction {
    func resolve(_ resolution: GroupResolution) throws {
        let group = try Resolver(db: db).resolve(resolution.group, among: [.enrollment])
        guard let row = try group.row(db), let who: String = try row.get("group_who") else {
            throw MusterError.refused(
                rule: "\(group) is an official's enrollment; only a group's is resolved into officials")
        }
        if resolution.officials.isEmpty {
            throw MusterError.missing(what: "who is of the group", fix: .give(.members))
        }
        let evidence = try checked(resolution.evidence)
        for official in resolution.officials {
            let member = try enrollment(of: official, in: RecordID(.unit, row.get("unit_id")), resolution, group)
            let isMember = try db.one(
                Bool.self, "SELECT EXISTS (SELECT 1 FROM group_member WHERE group_id = ? AND member_id = ?)",
                arguments: [group.number, member.number])
            if isMember {
                throw MusterError.taken(
                    what: "the member", value: official.text, id: member, fix: .see(group))
            }
            try cite(member, .group, evidence.stated.map(StatedWords.typed) ?? .notQuoted(who), evidence)
            try insert(
                "group_member",
                ["id": try nextNumber(in: "group_member"), "group_id": group.number, "member_id": member.number])
            note(member, .resolved(group: group, words: who))
            try give(eventsOf: group, to: member)
        }
        try refuseTooMany(of: group)
    }

    /// The official's enrollment in the unit; added if there is none.
    private func enrollment(
        of named: RecordReference, in unit: RecordID, _ resolution: GroupResolution, _ group: RecordID
    ) throws -> RecordID {
        if resolution.isNew != true, let official = try Resolver(db: db).only(named, among: [.official]) {
            let number = try Int64.fetchOne(
                db, sql: "SELECT id FROM enrollment WHERE official_id = ? AND unit_id = ? AND standing <> 'rejected'",
                arguments: [official.number, unit.number])
            if let number {
                let member = RecordID(.enrollment, number)
                try record(resolution, of: official, member)
                return member
            }
        }
        var new = NewEnrollment(
            official: named, post: resolution.post, unit: RecordReference(unit), state: resolution.state,
            date: resolution.date, evidence: resolution.evidence.placeOnly())
        new.isNew = resolution.isNew
        new.stateWord = resolution.stateWord
        let isTold = resolution.state != nil || resolution.date != nil
        return try enroll(new, recordingState: isTold || !hasEvents(toGive: group))
    }

    /// Records the post and the state that are given for a member who was enrolled already.
    private func record(_ resolution: GroupResolution, of official: RecordID, _ member: RecordID) throws {
        let evidence = try checked(resolution.evidence.placeOnly())
        if let post = resolution.post, try held(post, by: official) == nil {
            try add(post, of: official, evidence: evidence)
        }
        let date = try StoredDate.optional(resolution.date)
        if let state = resolution.state {
            try recordEvent(
                .state(state), of: member, on: date, word: resolution.stateWord.map(StatedWords.typed),
                evidence: [evidence])
        } else if date != nil {
            throw MusterError.missing(what: "what came about on that date", fix: .giveToo(.state))
        }
    }

    /// Refuses a group that has more named members than it can have.
    func refuseTooMany(of group: RecordID) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT group_most, (SELECT count(DISTINCT m.official_id) FROM group_member g \
                JOIN enrollment m ON m.id = g.member_id WHERE g.group_id = e.id) AS count FROM enrollment e WHERE id = ?
                """, arguments: [group.number])
        guard let most: Int = try row?.get("group_most"), let count: Int = try row?.get("count"), count > most else {
            return
        }
        throw MusterError.refused(
            rule:
                "\(group) is at most \(most) \(most == 1 ? "person" : "people") and would have \(count) named",
            fix: .edit(group, field: "most", value: "\(count)"))
    }
}
