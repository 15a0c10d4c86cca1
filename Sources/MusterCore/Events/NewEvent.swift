import GRDB
public import MusterValues

/// Something that happened to a unit, a post or an enrollment.
public struct NewEvent: Codable, Hashable, Sendable {
    /// The record it happened to: a short id, a unit's name, or an official's name if only one of the official's posts
    /// and enrollments can be meant.
    public var record: RecordReference
    /// The event, as a person types it: "contract signed", "left", "brigade", "strength 500".
    ///
    /// It stays text, because only the record's kind, which the register tells, decides how it is read: "left" is an
    /// official's tenure of a post or the state of an enrollment.
    public var state: String
    /// The unit that a unit became, or came from, for a state such as "merged into"; nil for any other state.
    public var other: RecordReference?
    /// The enrollment of the post's holder for which the post changed, as in "suspended"; nil if none is stated.
    public var enrollment: RecordReference?
    /// The date; nil if no date is stated.
    public var date: EDTF?
    /// The cause or circumstance, at most 500 characters, since each source is cited on it; nil if none is stated.
    public var cause: String?
    /// The sources that say so: at least one, and for a death at least two.
    public var evidence: [Evidence]

    /// Names an event with its sources.
    public init(
        record: RecordReference, state: String, date: EDTF? = nil, cause: String? = nil, evidence: [Evidence]
    ) {
        self.record = record
        self.state = state
        self.date = date
        self.cause = cause
        self.evidence = evidence
    }
}

extension NewEvent {
    /// Cleans a cause. A citation states it whole, so it may be no longer than what a citation states.
    static func clean(cause: String?) throws(MusterError) -> String? {
        try RecordKind.citation.clean(cause, .stated, as: FieldName.cause.words)
    }
}

extension Registry {
    /// Records an event.
    ///
    /// - Throws: `MusterError` for an unknown or ambiguous record, a state outside the record's closed list, a date
    ///   that is refused, no source, another unit that the state does not ask for or lacks, or a unit that would become what it
    ///   came from or what was over by then.
    public func add(_ new: NewEvent, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "record event") {
            try $0.add(new, refusingRepeated: true)
        }
    }
}

extension Transaction {
    /// Adds an event; `refusingRepeated` is true if one without a date must not repeat what its sources tell already.
    @discardableResult
    func add(_ new: NewEvent, refusingRepeated: Bool = false) throws -> RecordID {
        let (subject, value) = try subject(new.record, of: new.state)
        let evidence = try new.evidence.map { try checked($0) }
        if evidence.isEmpty { throw MusterError.missing(what: "a source", fix: .give(.source)) }
        if value == .state(.killed), Set(evidence.map(\.sourceID)).count < 2 {
            throw MusterError.refused(
                rule: "a death is recorded from two sources at least, neither derived from the other",
                fix: .giveSecondSource)
        }
        let places = evidence.map { [String($0.sourceID), $0.locator] }
        if Set(places).count < places.count {
            throw MusterError.refused(
                rule: "the same place of one source is given twice", fix: .words("give each source once"))
        }
        let date = try StoredDate.optional(new.date)
        let links = try EventLinks(new, value, of: subject, in: self)
        if let date {
            try refuseSecond(value, of: subject, on: date, links)
        } else if refusingRepeated {
            try refuseRepeated(value, of: subject, evidence, links)
        }
        let event = try recordEvent(
            value, of: subject, on: date, word: value.synonym(typed: new.state).map(StatedWords.typed),
            cause: NewEvent.clean(cause: new.cause).map(StatedWords.typed), evidence: evidence, links: links)
        try refuseUnfitSuccession(event)
        if subject.kind == .enrollment { try refuseEndBeforeBeginning(of: subject) }
        if subject.kind == .enrollment { try noteMembers(of: subject) }
        return event
    }

    /// Says after an event of a group who is named of it: their own enrollments hold what happened to them.
    private func noteMembers(of group: RecordID) throws {
        let members = try Int64.fetchAll(
            db,
            sql: """
                SELECT g.member_id FROM group_member g JOIN enrollment m ON m.id = g.member_id \
                WHERE g.group_id = ? AND m.standing <> 'rejected' ORDER BY g.member_id
                """, arguments: [group.number])
        if !members.isEmpty { note(group, .ofOthers(than: members.map { RecordID(.enrollment, $0) })) }
    }

    /// Records an event and reports it to the user. The record must exist by the end of the transaction.
    @discardableResult
    func recordEvent(
        _ value: EventValue, of subject: RecordID, on date: StoredDate?, word: StatedWords? = nil,
        cause: StatedWords? = nil,
        evidence: [CheckedEvidence], links: EventLinks = EventLinks()
    ) throws -> RecordID {
        try refuseDenial(evidence, of: value)
        let id = try insertEvent(
            value, of: subject, on: date, word: word, cause: cause, evidence: evidence, links: links)
        note(id, .recorded(value, of: subject))
        try noteOdd(id, of: subject)
        return id
    }

    /// Writes an event and its citations without reporting it to the user.
    package func insertEvent(
        _ value: EventValue, of subject: RecordID, on date: StoredDate?, word: StatedWords? = nil, cause: StatedWords?,
        evidence: [CheckedEvidence], links: EventLinks = EventLinks(),
        standing: Standing = .accepted, standingNote: String? = nil
    ) throws -> RecordID {
        let id = RecordID(.event, try nextNumber(of: .event))
        for evidence in evidence {
            let said = evidence.stated.map(StatedWords.typed)
            try cite(id, .value, said ?? word ?? .typed(value.words), evidence)
            let beside = evidence.beside
            for (field, words) in links.stated { try cite(id, field, words, beside) }
            if let date { try cite(id, .date, date.text, beside) }
            if let cause { try cite(id, .cause, cause, beside) }
        }
        let stored = value.stored
        try insert(
            "event",
            [
                "id": id.number, subject.kind.column: subject.number, "facet": stored.facet, "value": stored.value,
                "least": stored.least, "most": stored.most, "other_unit": links.other?.number,
                "for_enrollment": links.enrollment?.number, "date": date?.text, "earliest": date?.earliest,
                "latest": date?.latest, "cause": cause?.text, "standing": standing.rawValue,
                "standing_note": standingNote,
            ])
        if stored.value == EnrollmentState.killed.rawValue { try refuseOneOrigin(ofDeath: id.number) }
        return id
    }

    /// The only unit, post or enrollment that the reference names and that can have the state. Of an official's posts and
    /// enrollments, those judged wrong are meant only if none other can be.
    func subject(_ reference: RecordReference, of state: String) throws -> (RecordID, EventValue) {
        let named = try Resolver(db: db).resolve(reference, among: RecordKind.withEvents + [.official])
        guard named.kind == .official else { return (named, try EventValue(typed: state, to: named.kind)) }
        var fitting: [(RecordID, EventValue)] = []
        var rejected: [(RecordID, EventValue)] = []
        for kind in [RecordKind.post, .enrollment] {
            guard let value = try? EventValue(typed: state, to: kind) else { continue }
            let rows = try Row.fetchAll(
                db, sql: "SELECT id, standing FROM \(kind.name) WHERE official_id = ? ORDER BY id",
                arguments: [named.number])
            for row in rows {
                let one = (RecordID(kind, try row.get("id")), value)
                if try Sameness.stands(row) { fitting.append(one) } else { rejected.append(one) }
            }
        }
        if fitting.isEmpty { fitting = rejected }
        if fitting.count == 1 { return fitting[0] }
        if fitting.isEmpty {
            throw MusterError.outside(
                list: "state of a post or an enrollment", value: state,
                allowed: EventValue.words(for: .post) + EventValue.words(for: .enrollment))
        }
        throw MusterError.ambiguous(
            reference.text, candidates: try fitting.map { try Resolver(db: db).candidate($0.0) })
    }
}
