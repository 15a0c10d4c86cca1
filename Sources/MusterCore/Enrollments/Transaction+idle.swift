import GRDB
import MusterValues

/// What is given with an enrollment and would go nowhere.
extension Transaction {
    /// Refuses what belongs to something that is not given: a post or another person without an official, a word without its value.
    func refuseIdle(_ new: NewEnrollment) throws(MusterError) {
        if new.official == nil, new.post != nil {
            throw .refused(rule: "a group has no post; only an official does", fix: .leaveOut([.post]))
        }
        if new.official == nil, new.isNew == true {
            throw .refused(
                rule: "only an official can be another person than those on the register", fix: .words("leave that out")
            )
        }
        if new.contract == ContractKind.none, new.term != nil || new.ends != nil {
            throw .refused(
                rule: "an enrollment without a contract has no term or end of one",
                fix: .words("leave them out, or give the kind of contract"))
        }
        let words: [(word: String?, isGiven: Bool, of: String)] = [
            (new.stateWord, new.state != nil, "state"), (new.contractWord, new.contract != nil, "contract"),
            (new.concludedByWord, new.concludedBy != nil, "authority that concludes the contract"),
        ]
        if let idle = words.first(where: { $0.word != nil && !$0.isGiven }) {
            throw .missing(
                what: "the \(idle.of) that \(quoted(idle.word!)) is the word for", fix: .words("give both, or neither"))
        }
    }

    /// Refuses a region that a unit on the register is not in.
    func refuseOtherRegion(_ new: NewEnrollment, of unit: RecordID) throws {
        guard let typed = new.unitRegion else { return }
        let region = try Resolver(db: db).entered(region: typed)
        let known: String? = try unit.row(there: db).get("region_code")
        if let known, RecordID.isRegion(known, in: region.code!) || RecordID.isRegion(region.code!, in: known) {
            return
        }
        let place = try known.map { "in \(try title(RecordID(region: $0)))" } ?? "in no region"
        throw MusterError.refused(
            rule: "\(unit) \(try title(unit)) is on the register \(place), and not in \(try title(region))",
            fix: .words("leave out the region of the unit, or name another unit"))
    }
}
