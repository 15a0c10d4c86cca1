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
                    "\(ids[0]) and \(ids[1]) are \(ids[0].kind.name)s; only two officials, two units or two sources are \(done)"
            )
        }
    }

    private static func refuseMerged(_ reference: RecordReference, _ db: Database) throws {
        guard let id = reference.id, let kept = try MergeLookup(db: db).kept(id) else { return }
        throw MusterError.refused(
            rule: "\(id) was merged into \(kept) already", fix: .nameKept(kept: kept, gone: id))
    }
}
