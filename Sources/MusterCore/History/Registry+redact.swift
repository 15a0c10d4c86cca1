public import MusterValues

extension Registry {
    /// Blanks a record's text, names, citations and dates in every version, and removes the old text from the file for
    /// good.
    ///
    /// The record, its id and everything that points to it stay. The leaves of its versions in the hash chain stay as
    /// well, so the history still verifies.
    ///
    /// An official's posts, and the sources' statements on the official's enrollments, are blanked too; those
    /// enrollments stay and still count. An enrollment or an event that is redacted by its own id no longer counts.
    /// Reasons of revisions that name the record are blanked too, and so are the answers that a service keeps for requests that come
    /// again.
    ///
    /// A second redaction of the same record only clears the file again. A redaction cannot reach copies made earlier,
    /// or old blocks that the file system keeps. What remains elsewhere is looked for in any spelling and only listed.
    ///
    /// - Parameters:
    ///   - record: a record by name or short id, even one that was undone; or a revision's number, to blank its reason.
    ///   - authorship: the person who redacts, and the reason.
    /// - Returns: the blanked parts, and the other places that may still hold one of the names.
    /// - Throws: `MusterError.missing` if there is no reason, `.badValue` if the reason holds a blanked text or the
    ///   revision does not exist, `.refused` for a region or a record that was merged into another, `.unknownRecord`,
    ///   or `.oldTextLeft` if the redaction is done but the old text may still be in the file.
    public func redact(_ record: RecordReference, by authorship: Authorship) throws(MusterError) -> WriteResult {
        if authorship.reason == nil {
            throw .missing(
                what: "the reason of the redaction",
                fix: .giveAs(.reason, example: "without what is redacted"))
        }
        let access = AccessConnection(beside: store.file)
        let written = try write(authorship, doing: "redact a record", sweeping: false) { transaction in
            try redact(record, in: transaction, reason: authorship.reason ?? "")
            // Before the commit, so that no redaction is done that had not emptied them.
            if !isRehearsing { try access.emptyAnswers() }
        }
        if written.isRehearsal { return written }
        // And after it: an answer may have been kept meanwhile.
        let isEmptied = (try? access.emptyAnswers()) != nil
        let isSwept = (try? Sweep(store: store).run()) ?? false
        if !isSwept { throw .oldTextLeft(path: path) }
        if !isEmptied { throw .oldTextLeft(path: access.path) }
        return written
    }

    private func redact(_ record: RecordReference, in transaction: Transaction, reason: String) throws {
        if let revision = Int64(record.text) {
            let number = try Moment.revision(revision).revision(transaction.db, now: now())
            try RowRedaction(transaction: transaction).blankLooks(of: number)
            return try ReasonRedaction(transaction: transaction).run([number])
        }
        let id = try LogReader(db: transaction.db).record(record)
        if let kept = try MergeLookup(db: transaction.db).kept(id) {
            throw MusterError.refused(
                rule: "\(id) was merged into \(kept) and is a part of it", fix: .redactKept(kept: kept, gone: id))
        }
        try Redaction(target: id, transaction: transaction, reason: reason).run()
    }
}
