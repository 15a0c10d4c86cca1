package import MusterValues

extension Transaction {
    /// Refuses to tell anything new of a record whose text was redacted: it would bring back what was taken out. What only leads to
    /// the record, as an event of its enrollment, is still recorded, so that numbers stay right.
    ///
    /// - Parameter id: the record.
    /// - Throws: `MusterError.refused` if it was redacted.
    func refuseRedacted(_ id: RecordID) throws {
        guard id.isRedacted(titled: try RecordTitles(db: db).title(id)) else { return }
        throw MusterError.refused(
            rule: "\(id) was redacted, and nothing more is told of it",
            fix: "add another record if somebody else is meant")
    }
}

extension RecordID {
    /// True if a title is what a redaction leaves of the record. The title of what only belongs to a redacted record has more words.
    package func isRedacted(titled title: String) -> Bool {
        [RedactedText.plain, RedactedText.naming(self)].contains(title)
    }
}
