import GRDB
public import MusterValues

extension Registry {
    /// The changes of records between two moments, by record and field, with the citations for each change.
    ///
    /// - Parameters:
    ///   - earlier: the first moment; nil for the revision before the later moment, or for the beginning of the day if that
    ///     is a day.
    ///   - later: the second moment.
    /// - Returns: the differences by kind of record, number and field; empty if nothing changed.
    /// - Throws: `MusterError.badValue` for a moment that does not exist, `.usage` if the later one is before the
    ///   earlier.
    public func differences(from earlier: Moment?, to later: Moment) throws(MusterError) -> [Difference] {
        let (first, last) = try revisions(from: earlier, to: later)
        return try Self.differences(from: known(atRevision: first), first, to: known(atRevision: last), last)
    }

    /// The newest revision between two moments that redacted records; nil if there is none.
    ///
    /// - Parameters:
    ///   - earlier: as `differences` takes it.
    ///   - later: as `differences` takes it.
    /// - Returns: the number of the revision.
    /// - Throws: as `differences` throws.
    public func redaction(from earlier: Moment?, to later: Moment) throws(MusterError) -> Int64? {
        let (first, last) = try revisions(from: earlier, to: later)
        return try read { db in
            let sql = "SELECT max(revision) FROM redaction WHERE revision > ? AND revision <= ?"
            return try Int64.fetchOne(db, sql: sql, arguments: [first, last])
        }
    }

    /// The changes of records after one revision, or from the empty register on, up to another.
    package func differences(after first: Int64, upTo last: Int64) throws(MusterError) -> [Difference] {
        try Self.differences(from: known(atRevision: first), first, to: known(atRevision: last), last)
    }

    /// The citations that a revision added, in the order of their ids.
    ///
    /// - Parameters:
    ///   - revision: the number of the revision; one that is not there added none.
    ///   - limit: the most that are given.
    /// - Returns: their ids.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func citationsAdded(in revision: Int64, limit: Int) throws(MusterError) -> [RecordID] {
        try read { db in
            let sql = """
                SELECT h.id FROM citation_history h WHERE h.revision = ? AND NOT EXISTS (SELECT 1 FROM citation_history e \
                WHERE e.id = h.id AND e.revision < h.revision) ORDER BY h.id LIMIT ?
                """
            return try Int64.fetchAll(db, sql: sql, arguments: [revision, limit]).map { RecordID(.citation, $0) }
        }
    }

    private func revisions(from earlier: Moment?, to later: Moment) throws(MusterError) -> (first: Int64, last: Int64) {
        let (first, last) = try read { db in
            let last = try later.revision(db, now: now())
            // Nothing was on the register before the first revision.
            let start = try Int64.fetchOne(db, sql: "SELECT revision FROM history_start") ?? 0
            if earlier == nil, last <= start {
                throw MusterError.badValue(
                    field: "revision", value: "\(last)", rule: "the versions before it were not kept; name a later one")
            }
            if let earlier { return (try earlier.revision(db, now: now()), last) }
            return (max(try later.revisionBeforeDay(db) ?? last - 1, start), last)
        }
        if first > last {
            throw .usage("revision \(first) is after revision \(last); name the earlier one first")
        }
        return (first, last)
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
