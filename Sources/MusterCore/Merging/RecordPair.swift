import GRDB
import MusterValues

/// Two different records of one kind that can be merged or told apart.
struct RecordPair {
    let one: RecordID
    let other: RecordID

    /// Finds the two records; `done` is the participle for the refusal, such as "merged".
    ///
    /// - Throws: `MusterError` for records that are unknown, ambiguous, merged already, the same, of two kinds, or of a
    ///   kind that cannot be merged.
    init(_ one: RecordReference, _ other: RecordReference, to done: String, in db: Database) throws {
        let ids = try [one, other].map { reference in
            try Self.refuseMerged(reference, db)
            return try Resolver(db: db).resolve(reference, among: RecordKind.allCases)
        }
        (self.one, self.other) = (ids[0], ids[1])
        if ids[0] == ids[1] {
            let which =
                one == other
                ? "\(quoted(one.text)) is given twice"
                : "\(quoted(one.text)) and \(quoted(other.text)) are both \(ids[0])"
            throw MusterError.refused(rule: "\(which); name two different records")
        }
        if ids[0].kind != ids[1].kind {
            throw MusterError.refused(
                rule:
                    "\(ids[0]) is \(ids[0].kind.words) and \(ids[1]) is \(ids[1].kind.words); only records of one kind are \(done)"
            )
        }
        if !MergeLookup.kinds.contains(ids[0].kind) {
            throw MusterError.refused(
                rule:
                    "\(ids[0]) and \(ids[1]) are \(ids[0].kind.name)s; only two officials, units, sources or groups are \(done)"
            )
        }
        if ids[0].kind == .enrollment { try refuseOfficials(done, db) }
    }

    /// Refuses the enrollment of an official: it is one with another only if the officials are.
    private func refuseOfficials(_ done: String, _ db: Database) throws {
        let officials = try [one, other].map { id in
            try (id.row(there: db).get("official_id") as Int64?).map { RecordID(.official, $0) }
        }
        if let first = officials[0], let second = officials[1] {
            throw MusterError.refused(
                rule: "\(one) and \(other) are enrollments of officials; only two groups are \(done)",
                fix: first == second ? nil : .merge(kept: first, gone: second))
        }
        guard officials[0] ?? officials[1] != nil else { return }
        let (person, group) = officials[0] == nil ? (other, one) : (one, other)
        throw MusterError.refused(
            rule: "\(person) is an official's enrollment and \(group) a group's; only two groups are \(done)",
            fix: done == "merged" ? .nameOfGroup(group) : nil)
    }

    private static func refuseMerged(_ reference: RecordReference, _ db: Database) throws {
        guard let id = reference.id, let kept = try MergeLookup(db: db).kept(id) else { return }
        throw MusterError.refused(
            rule: "\(id) was merged into \(kept) already", fix: .nameKept(kept: kept, gone: id))
    }
}
