import GRDB
public import MusterValues

extension Registry {
    /// Judges all that a revision brought and that still waits for an editor, in one revision: the records, their events and the
    /// citations. What somebody has judged since stays as it is.
    ///
    /// - Parameters:
    ///   - number: the revision since which they wait, as `reviewQueue()` tells it.
    ///   - standing: `accepted` or `rejected`.
    ///   - note: the reason; needed to reject.
    ///   - authorship: the editor, and the reason of the revision.
    /// - Returns: the records that were judged.
    /// - Throws: `MusterError` if nothing of the revision waits, for another standing, for a rejection without a note, or if one of the
    ///   records cannot be judged so; then none is.
    public func review(_ number: Int64, as standing: Standing, note: String?, by authorship: Authorship)
        throws(MusterError) -> WriteResult
    {
        guard [.accepted, .rejected].contains(standing) else {
            throw .badValue(
                field: "standing", value: standing.words,
                rule: "what waits is accepted or rejected as a whole; edit a record to judge it otherwise")
        }
        return try write(authorship, doing: "review a revision") { transaction in
            let waiting = try AwaitingReview.all(transaction.db).filter { $0.revision == number }
            if waiting.isEmpty {
                throw MusterError.badValue(
                    field: "revision", value: "\(number)", rule: "nothing that it brought waits for an editor")
            }
            // Danger: a death stands on citations that are not rejected, so it is rejected before them.
            let (citations, records) = (
                waiting.filter { $0.kind == .citation }, waiting.filter { $0.kind != .citation }
            )
            for one in standing == .accepted ? citations + records : records + citations {
                var values = [FieldName.standing.rawValue: standing.rawValue]
                values[FieldName.note.rawValue] = note
                try transaction.edit(Edit(record: RecordReference(one.id), values: values))
            }
        }
    }
}
