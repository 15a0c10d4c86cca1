import GRDB
import MusterValues

extension Transaction {
    /// Enrolls an official or a group, and records the state unless the caller records what happened.
    @discardableResult
    func enroll(_ new: NewEnrollment, recordingState hasOwnState: Bool = true) throws -> RecordID {
        if (new.official == nil) == (new.group == nil) {
            throw MusterError.refused(
                rule: "an enrollment has exactly one of official or group",
                fix: new.official == nil ? .give(.group) : .leaveOut([.group]))
        }
        try refuseIdle(new)
        if new.state == .killed, hasOwnState {
            throw MusterError.refused(
                rule: "a death needs two sources, and an enrollment is recorded from one", fix: .recordDeathAfterwards)
        }
        let evidence = try checked(new.evidence)
        let date = try StoredDate.optional(new.date)
        let unit = try unit(of: new)
        let official = try new.official.map { try self.official($0, new) }
        if let official { try refuseSecond(official, in: unit, evidence) }
        let group = try new.group.map { try CheckedGroup(new: $0, db: db) }
        if let group { try refuseSecond(group.who, in: unit) }
        if let group, let other = group.perhapsSameAs {
            try refuseUnfitDoubt(of: nil, in: unit, GroupSize(least: group.least, most: group.most), as: other)
        }

        let id = RecordID(.enrollment, try nextNumber(of: .enrollment))
        let beside = evidence.beside
        try cite(id, .unit, stated(new.unit, unit), beside)
        if let typed = new.official, let official { try cite(id, .official, stated(typed, official), beside) }
        if let group {
            try cite(id, .group, group.who, beside)
            if let size = group.statedSize { try cite(id, .groupSize, size, beside) }
        }
        if let contract = new.contract {
            try cite(id, .contract, new.contractWord ?? contract.words, beside)
        }
        if let party = new.concludedBy {
            try cite(id, .concludedBy, new.concludedByWord ?? party.words, beside)
        }
        let term = try new.term.map { try Field.term(typed: $0) }
        if let term { try cite(id, .term, term.description, beside) }
        let ends = try StoredDate.optional(new.ends)
        if let ends { try cite(id, .ends, ends.text, beside) }
        let role = try cited(new.role, as: .role, of: id, beside)
        try insert(
            "enrollment",
            [
                "id": id.number, "unit_id": unit.number, "official_id": official?.number, "group_who": group?.who,
                "group_level": group?.level?.rawValue, "group_kind": group?.kind?.rawValue,
                "group_region": group?.region?.code, "group_least": group?.least, "group_most": group?.most,
                "perhaps_same_as": group?.perhapsSameAs?.number, "role": role,
                "contract": (new.contract ?? .notStated).rawValue,
                "concluded_by": (new.concludedBy ?? .notStated).rawValue, "term": term?.description,
                "ends": ends?.text, "ends_earliest": ends?.earliest, "ends_latest": ends?.latest,
            ])
        let who = try official.map { try title($0) } ?? group?.who ?? ""
        note(id, .added("\(who) in \(try title(unit))", concluding: group?.concluded ?? []))
        if hasOwnState {
            let state = EventValue.state(new.state ?? .joined)
            // Nobody typed a state that is only taken for granted, so no source is quoted with it.
            let word = new.state == nil ? StatedWords.notQuoted(state.words) : new.stateWord.map(StatedWords.typed)
            // A quote is no proof of a state that nobody typed.
            let said = new.state == nil ? evidence.beside : evidence
            try recordEvent(state, of: id, on: date, word: word, evidence: [said])
        }
        try refuseEndBeforeBeginning(of: id)
        return id
    }

    /// The unit to enroll in; added if it is missing and its region is given.
    private func unit(of new: NewEnrollment) throws -> RecordID {
        let resolver = Resolver(db: db)
        if let region = new.unitRegion, try resolver.candidates(new.unit, among: [.unit]).isEmpty,
            new.unit.id == nil
        {
            do {
                return try add(NewUnit(designation: new.unit.text, region: region, evidence: new.evidence.placeOnly()))
            } catch MusterError.alike(.unit, let name, let candidates, .nameOrSayNew(let id)) {
                throw MusterError.alike(.unit, name: name, candidates: candidates, fix: .nameOrAddFirst(id))
            }
        }
        let unit = try resolver.resolve(new.unit, among: [.unit], fix: .addUnitOrGiveRegion)
        try refuseOtherRegion(new, of: unit)
        return unit
    }

    /// The official to enroll; added, with the post, if the name is not on the register.
    private func official(_ reference: RecordReference, _ new: NewEnrollment) throws -> RecordID {
        let resolver = Resolver(db: db)
        let name = reference.text
        let evidence = new.evidence.placeOnly(speaking: new.post?.tenure != nil)
        let isThere = try new.isNew != true && !resolver.candidates(reference, among: [.official]).isEmpty
        guard isThere || (reference.id != nil && new.isNew != true) else {
            return try add(NewOfficial(name: name, post: new.post, isNew: new.isNew, evidence: evidence))
        }
        let official = try resolver.resolve(reference, among: [.official])
        try refuseRedacted(official)
        if let post = new.post {
            if try held(post, by: official) == nil {
                try refuseNamesake(reference, holding: post, official)
                let added = try add(post, of: official, evidence: checked(evidence))
                note(added, .isOfKnown(try RecordTitles(db: db).described(official).words))
            }
        }
        return official
    }

    /// Refuses a name that another post makes the name of another person, perhaps.
    ///
    /// - Parameters:
    ///   - reference: the name as written.
    ///   - post: the post that it comes with, which the official is not known to hold.
    ///   - official: the official on record who has the name.
    /// - Throws: `MusterError.sameName` or `MusterError.alike`.
    func refuseNamesake(_ reference: RecordReference, holding post: NewPost, _ official: RecordID) throws {
        // Danger: the same name in another spelling, with another post, may be another person's.
        let isElsewhere = try reference.id == nil && isElsewhere(post, than: official)
        if try isElsewhere || Resolver(db: db).exact(reference, among: [.official]).isEmpty {
            let alike = try lookalikes(ofOfficial: reference.text)
            try refuse(alike, of: reference.text, as: .official, another: "person")
        }
    }

    /// True if a post is in another region than every post of an official on record: it may be a namesake's.
    private func isElsewhere(_ post: NewPost, than official: RecordID) throws -> Bool {
        guard let region = try post.region.map({ try Resolver(db: db).entered(region: $0) })?.code else {
            return false
        }
        let known = try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT coalesce(region_code, '') FROM post WHERE official_id = ? AND standing <> 'rejected'"),
            arguments: [official.number])
        return !known.isEmpty
            && !known.contains {
                $0.isEmpty || RecordID.isRegion($0, in: region) || RecordID.isRegion(region, in: $0)
            }
    }

    /// Refuses a group with the same words in the same unit: its people would be counted twice.
    private func refuseSecond(_ who: String, in unit: RecordID) throws {
        let values = ["unit_id": unit.number.databaseValue, "group_who": who.databaseValue]
        let twin = try Sameness.enrollment.twins(of: values, db).first.map { try $0.get("id") as Int64 }
        guard let first = try twin ?? group(told: who, in: unit) else { return }
        let id = RecordID(.enrollment, first)
        throw MusterError.taken(
            what: "the group", value: who, id: id,
            fix: .citeGroup(id))
    }

    /// The group of a unit that some source names in these words, as after a merge; nil if there is none.
    private func group(told who: String, in unit: RecordID) throws -> Int64? {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT e.id, c.stated FROM enrollment e JOIN citation c ON c.enrollment_id = e.id AND c.field = 'group' \
                    AND c.stance = 'supports' AND c.standing <> 'rejected' AND c.stated <> e.group_who \
                    WHERE e.unit_id = ? AND e.group_who IS NOT NULL AND e.standing <> 'rejected' ORDER BY e.id
                    """), arguments: [unit.number])
        let folded = Text.folded(who)
        return try rows.first { Text.folded(try $0.get("stated")) == folded }?.get("id")
    }

    /// Refuses a second enrollment of an official in a unit, with the way that the source is open to: to confirm the first, or to tell
    /// what happened since.
    private func refuseSecond(_ official: RecordID, in unit: RecordID, _ evidence: CheckedEvidence) throws {
        let values = ["unit_id": unit.number.databaseValue, "official_id": official.number.databaseValue]
        let first = try Sameness.enrollment.twins(of: values, db).first
        guard let first else { return }
        let id = RecordID(.enrollment, try first.get("id"))
        let fix: Remedy =
            if try !Sameness.stands(first) { .showRejected(id) } else if try canCorroborate(id, by: evidence.sourceID) {
                .corroborate(id)
            } else { .recordEvent(id, value: nil) }
        throw MusterError.taken(
            what: "the enrollment", value: try RecordTitles(db: db).title(id), id: id, fix: fix)
    }
}
