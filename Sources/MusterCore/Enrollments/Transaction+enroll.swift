import GRDB
import MusterValues

extension Transaction {
    @discardableResult
    func enroll(_ new: NewEnrollment) throws -> RecordID {
        if (new.official == nil) == (new.group == nil) {
            throw MusterError.refused(
                rule: "an enrollment has exactly one of official or group", fix: .give(.group))
        }
        let grounds = try grounds(new.evidence)
        let date = try StoredDate.optional(new.date)
        let unit = try unit(of: new)
        let official = try new.official.map { try self.official($0, new) }
        if let official { try refuseSecond(official, in: unit) }
        let group = try new.group.map { try Group(new: $0, db: db) }
        if let group { try refuseSecond(group.who, in: unit) }

        let id = RecordID(.enrollment, try nextNumber(of: .enrollment))
        try cite(id, .unit, stated(new.unit, unit), grounds)
        if let typed = new.official, let official { try cite(id, .official, stated(typed, official), grounds) }
        if let group {
            try cite(id, .group, group.who, grounds)
            if let size = group.statedSize { try cite(id, .groupSize, size, grounds) }
        }
        if let contract = new.contract { try cite(id, .contract, new.contractWord ?? contract.words, grounds) }
        if let party = new.concludedBy { try cite(id, .concludedBy, new.concludedByWord ?? party.words, grounds) }
        let role = try cited(new.role, as: .role, of: id, grounds)
        try insert(
            "enrollment",
            [
                "id": id.number, "unit_id": unit.number, "official_id": official?.number, "group_who": group?.who,
                "group_level": group?.level?.rawValue, "group_kind": group?.kind?.rawValue,
                "group_region": group?.region?.code, "group_least": group?.least, "group_most": group?.most,
                "role": role,
                "contract": (new.contract ?? .notStated).rawValue,
                "concluded_by": (new.concludedBy ?? .notStated).rawValue,
            ])
        note(id, .added(try RecordTitles(db: db).title(id)))
        try record(.state(new.state ?? .joined), of: id, on: date, word: new.stateWord, grounds: [grounds])
        return id
    }

    /// The unit to enroll in; added if it is missing and its region is given.
    private func unit(of new: NewEnrollment) throws -> RecordID {
        let resolver = Resolver(db: db)
        if let region = new.unitRegion, try resolver.candidates(new.unit, among: [.unit]).isEmpty,
            new.unit.id == nil
        {
            return try add(NewUnit(designation: new.unit.text, region: region, evidence: new.evidence.ofPlace))
        }
        return try resolver.resolve(
            new.unit, among: [.unit], fix: .addUnitOrGiveRegion)
    }

    /// The official to enroll; added, with the post, if the name is not on the register.
    private func official(_ reference: RecordReference, _ new: NewEnrollment) throws -> RecordID {
        let resolver = Resolver(db: db)
        let name = reference.text
        let isThere = try new.isNew != true && !resolver.candidates(reference, among: [.official]).isEmpty
        guard isThere || (reference.id != nil && new.isNew != true) else {
            return try add(NewOfficial(name: name, post: new.post, isNew: new.isNew, evidence: new.evidence.ofPlace))
        }
        let official = try resolver.resolve(reference, among: [.official])
        if let post = new.post {
            if try held(post, by: official) == nil {
                // Danger: the same name in another spelling, with another post, may be another person's.
                if try resolver.exact(reference, among: [.official]).isEmpty {
                    let alike = try Searcher(db: db).lookalikes(of: name, among: .official)
                    try refuse(alike, of: name, as: .official, another: "person")
                }
                try add(post, of: official, grounds: self.grounds(new.evidence.ofPlace))
            }
        }
        return official
    }

    /// Refuses a group with the same words in the same unit: its people would be counted twice.
    private func refuseSecond(_ who: String, in unit: RecordID) throws {
        let values = ["unit_id": unit.number.databaseValue, "group_who": who.databaseValue]
        guard let first = try Sameness.enrollment.twins(of: values, db).first else { return }
        let id = RecordID(.enrollment, try first.get("id"))
        throw MusterError.taken(
            what: "the group", value: who, id: id.description,
            fix: .citeGroup(id))
    }

    private func refuseSecond(_ official: RecordID, in unit: RecordID) throws {
        let values = ["unit_id": unit.number.databaseValue, "official_id": official.number.databaseValue]
        let first = try Sameness.enrollment.twins(of: values, db).first
        guard let first else { return }
        let id = RecordID(.enrollment, try first.get("id"))
        let isRejected = try !Sameness.stands(first)
        throw MusterError.taken(
            what: "the enrollment", value: try RecordTitles(db: db).title(id), id: id.description,
            fix: isRejected
                ? .showRejected(id)
                : .recordEvent(id, value: nil))
    }
}

/// A group with clean text and a region that is on the register.
private struct Group {
    let who: String
    let level: PostLevel?
    let kind: PostKind?
    let region: RecordID?
    let least: Int
    let most: Int?
    /// The number as the user entered it; nil if the source only uses a plural.
    let statedSize: String?

    init(new: NewGroup, db: Database) throws {
        who = try RecordKind.enrollment.clean(new.who, .group)
        kind = new.kind
        level = new.level ?? new.kind?.level
        region = try new.region.map { try Resolver(db: db).resolve($0, among: [.region]) }
        // A plural means at least two, unless the most is given as one.
        least = new.least ?? min(2, new.most ?? 2)
        most = new.most
        guard (1...1_000_000).contains(least), (least...1_000_000).contains(most ?? least) else {
            throw MusterError.badValue(
                field: "number of people", value: Headcount.words(least: least, most: most),
                rule: "the least is a whole number from 1 to 1000000 and the most is not below it")
        }
        statedSize = new.least == nil && new.most == nil ? nil : Headcount.words(least: least, most: most)
    }
}
