import GRDB
package import MusterValues

/// The records that an event names besides the one that it happened to.
package struct EventLinks {
    /// The unit that a unit became, or came from.
    var other: RecordID?
    /// The enrollment for which a post changed.
    var enrollment: RecordID?
    /// The fields with what is stated of them, for the citations.
    var stated: [(FieldName, StatedWords)] = []

    package init() {}

    /// Names another unit, with the words for it.
    package init(other: RecordID, stated words: String) {
        self.other = other
        stated = [(.otherUnit, .typed(words))]
    }

    /// What to do about another unit that is not on the register: a unit that is only called otherwise gets a new name, and no
    /// event. Nil for anything else.
    private static func fix(_ other: RecordReference, _ value: EventValue, of subject: RecordID) -> Remedy? {
        guard other.id == nil, [.status(.renamedAs), .status(.reformedAs)].contains(value) else { return nil }
        return .edit(subject, field: FieldName.name.rawValue, value: other.text)
    }

    /// Resolves the records that a new event names.
    ///
    /// - Throws: `MusterError` for one that is unknown, or that the value lacks or does not ask for.
    init(_ new: NewEvent, _ value: EventValue, of subject: RecordID, in transaction: Transaction) throws {
        let db = transaction.db
        let resolver = Resolver(db: db)
        var namesOther = false
        if case .status(let status) = value { namesOther = status.namesOther }
        if let typed = new.other {
            if !namesOther {
                throw MusterError.refused(rule: "\(quoted(value.words)) names no other unit", fix: .leaveOut([.other]))
            }
            let other = try resolver.resolve(typed, among: [.unit], fix: Self.fix(typed, value, of: subject))
            if other == subject {
                throw MusterError.refused(rule: "\(subject) is the same unit; a unit becomes another unit, not itself")
            }
            self.other = other
            stated.append((.otherUnit, try transaction.stated(typed, other)))
        } else if namesOther {
            throw MusterError.missing(what: "the other unit of \(quoted(value.words))", fix: .give(.other))
        }
        if let typed = new.enrollment {
            if subject.kind != .post {
                throw MusterError.refused(
                    rule:
                        "only what happens to a post happens for an enrollment, and \(subject) is \(subject.kind.words)",
                    fix: .leaveOut([.forEnrollment]))
            }
            let enrollment = try resolver.resolve(typed, among: [.enrollment])
            try transaction.refuseEnrollment(enrollment, ofOtherThanHolderOf: subject)
            self.enrollment = enrollment
            stated.append((.forEnrollment, .notQuoted(try RecordTitles(db: db).title(enrollment))))
        }
    }
}

extension Transaction {
    /// Refuses an enrollment for which a post would change if it is not of the official who holds the post.
    func refuseEnrollment(_ enrollment: RecordID, ofOtherThanHolderOf post: RecordID) throws {
        let holder: Int64 = try post.row(there: db).get("official_id")
        if try enrollment.row(there: db).get("official_id") as Int64? == holder { return }
        let official = RecordID(.official, holder)
        throw MusterError.refused(rule: "\(enrollment) is not of \(official), who holds \(post)", fix: .see(official))
    }
}
