import MusterValues

extension Transaction {
    /// Refuses to tell anything new of a record whose text was redacted: it would bring back what was taken out. What only leads to
    /// the record, as an event of its enrollment, is still recorded, so that numbers stay right.
    ///
    /// - Parameter id: the record.
    /// - Throws: `MusterError.refused` if it was redacted.
    func refuseRedacted(_ id: RecordID) throws {
        if id.kind == .region { return }
        guard ["[redacted]", "[redacted \(id)]"].contains(try RecordTitles(db: db).title(id)) else { return }
        throw MusterError.refused(
            rule: "\(id) was redacted, and nothing more is told of it",
            fix: "add another record if somebody else is meant")
    }
}
