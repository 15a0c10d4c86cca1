import GRDB
public import MusterValues

extension Registry {
    /// The changes of records between two moments, by record and field, with the citations for each change.
    ///
    /// - Parameters:
    ///   - earlier: the first moment; nil for the revision before the later moment.
    ///   - later: the second moment.
    /// - Returns: the differences by kind of record, number and field; empty if nothing changed.
    /// - Throws: `MusterError.badValue` for a moment that does not exist, `.usage` if the later one is before the
    ///   earlier.
    public func differences(from earlier: Moment?, to later: Moment) throws(MusterError) -> [Difference] {
        let (first, last) = try read { db in
            let last = try later.revision(db, now: now())
            // Nothing was on the register before the first revision.
            let start = try Int64.fetchOne(db, sql: "SELECT revision FROM history_start") ?? 0
            if earlier == nil, last <= start {
                throw MusterError.badValue(
                    field: "revision", value: "\(last)", rule: "the versions before it were not kept; name a later one")
            }
            let before = earlier ?? (last == 1 ? nil : .revision(last - 1))
            return (try before?.revision(db, now: now()) ?? 0, last)
        }
        if first > last {
            throw .usage("revision \(first) is after revision \(last); name the earlier one first")
        }
        return try Self.differences(from: known(atRevision: first), first, to: known(atRevision: last), last)
    }

    /// The differences of all records between two revisions.
    static func differences(
        from before: Registry, _ first: Int64, to after: Registry, _ last: Int64
    ) throws(MusterError) -> [Difference] {
        try before.read { before in
            try after.read { after in
                try Comparison(before: before, after: after, first: first, last: last).differences()
            }
        }
    }
}
