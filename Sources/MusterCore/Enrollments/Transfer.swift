import GRDB
public import MusterValues

/// The move of an official from one unit to another, as one act.
public struct Transfer: Codable, Hashable, Sendable {
    /// The beginning of the cause that a transfer records; the unit follows it. No source has written it.
    package static let cause = "transferred to "

    /// The official, by name or short id.
    public var official: RecordReference
    /// The unit that he or she leaves; nil if only one can be meant.
    public var from: RecordReference?
    /// The unit that he or she joins.
    public var to: RecordReference
    /// The date of the move; nil if none is stated.
    public var date: EDTF?
    /// The source that says so.
    public var evidence: Evidence

    /// Names an official, the unit that he or she joins, and the source.
    public init(
        official: RecordReference, from: RecordReference? = nil, to: RecordReference, date: EDTF? = nil,
        evidence: Evidence
    ) {
        self.official = official
        self.from = from
        self.to = to
        self.date = date
        self.evidence = evidence
    }
}

extension Registry {
    /// Records that an official left one unit for another, in one revision and by one source: the enrollment in the one ends, and
    /// one in the other begins, or goes on if the official was there before.
    ///
    /// - Throws: `MusterError` for an unknown or ambiguous record, for an official who is not in the unit or in none, for one who
    ///   may be in several if none is named, or for a unit that is the same.
    public func transfer(_ transfer: Transfer, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "transfer an official") { try $0.transfer(transfer) }
    }
}

extension Transaction {
    func transfer(_ transfer: Transfer) throws {
        let resolver = Resolver(db: db)
        let official = try resolver.resolve(transfer.official, among: [.official])
        let target = try resolver.resolve(transfer.to, among: [.unit], fix: .add(.unit))
        let date = try StoredDate.optional(transfer.date)
        let left = try enrollment(
            of: official, in: transfer.from.map { try resolver.resolve($0, among: [.unit]) }, target, date)
        let evidence = try checked(transfer.evidence)
        if let date { try refuseSecond(.state(.left), of: left, on: date) }
        let cause = StatedWords.notQuoted(Transfer.cause + (try RecordTitles(db: db).title(target)))
        try recordEvent(.state(.left), of: left, on: date, cause: cause, evidence: [evidence])
        if let back = try Self.enrollments(of: official, in: target, db).first {
            try recordEvent(.state(.joined), of: back, on: date, evidence: [evidence])
        } else {
            try enroll(
                NewEnrollment(
                    official: RecordReference(official), unit: RecordReference(target), date: transfer.date,
                    evidence: transfer.evidence))
        }
    }

    /// The enrollment that a transfer ends.
    private func enrollment(of official: RecordID, in unit: RecordID?, _ target: RecordID, _ date: StoredDate?) throws
        -> RecordID
    {
        if unit == target {
            throw MusterError.refused(rule: "\(target) is the same unit; a transfer leads to another one")
        }
        let back = Set(try Self.enrollments(of: official, in: target, db))
        let all = try Self.enrollments(of: official, in: unit, db).filter { !back.contains($0) }
        // Before the move he or she was there; a date without a first day asks about today.
        let moved: Day? = date?.earliest.flatMap { text in Day(text) }
        let day: Day = moved?.moved(byDays: -1) ?? today
        let ranks = try HeadcountQuery(day: AskedDay(Period(day), today: today)).ranks(
            ofEach: Set(all.map(\.number)), db)
        let there = all.filter { id in ranks[id.number].map { $0.now > 0 } ?? false }
        if there.count == 1 { return there[0] }
        if there.isEmpty {
            let ranks = try HeadcountQuery(day: AskedDay(Period(day), today: today)).ranks(
                ofEach: Set(back.map(\.number)), db)
            if unit == nil, back.contains(where: { id in ranks[id.number].map { $0.now > 0 } ?? false }) {
                throw MusterError.refused(
                    rule:
                        "\(try RecordTitles(db: db).words(official)) is in \(target) already, and in no other unit before that",
                    fix: .see(official))
            }
            let place = try unit.map { "in \(try RecordTitles(db: db).words($0))" } ?? "in any unit"
            throw MusterError.refused(
                rule: "\(try RecordTitles(db: db).words(official)) is not \(place) before that", fix: .see(official))
        }
        let units = try there.map { RecordID(.unit, try $0.row(there: db).get("unit_id")) }
        throw MusterError.ambiguous(
            "the unit that is left", candidates: try units.map { try Resolver(db: db).candidate($0) })
    }

    private static func enrollments(of official: RecordID, in unit: RecordID?, _ db: Database) throws -> [RecordID] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM enrollment WHERE official_id = :official AND standing <> 'rejected' \
                AND (:unit IS NULL OR unit_id = :unit) ORDER BY id
                """, arguments: ["official": official.number, "unit": unit?.number]
        ).map { RecordID(.enrollment, $0) }
    }
}
