import GRDB
public import MusterValues

/// What became of one field of one record between two moments.
public struct Difference: ListingRow {
    /// What became of a record.
    public enum Change: String, Codable, Sendable {
        /// It was not there before.
        case added
        /// It was there and is there.
        case changed
        /// It is there no more.
        case removed
    }

    /// The record's short id, a region's code, or a bloc.
    public let record: String
    /// The record's words; those from before where it was removed.
    public let title: String
    /// What became of the record.
    public let change: Change
    /// The field.
    public let field: String
    /// Its value before; nil if there was none.
    public let before: String?
    /// Its value after; nil if there is none.
    public let after: String?
    /// What sources say of it that did not before: the value as stated, the place, the citation; nil if none is new.
    public let cited: String?

    /// The columns.
    public static let columns: [Column<Difference>] = [
        Column("record") { .text($0.record) },
        Column("title") { .text($0.title) },
        Column("change") { .text($0.change.rawValue) },
        Column("field") { .text($0.field) },
        Column("before") { $0.before.map(Value.text) },
        Column("after") { $0.after.map(Value.text) },
        Column("cited") { $0.cited.map(Value.text) },
    ]

    /// Whether a source can be cited on the field; none is on a standing, a spelling, a border, or a field of a source.
    public var isCitable: Bool {
        (RecordID(shortID: record)?.kind ?? .region).citedFields.contains { $0.name.words == field }
    }
}

extension Registry {
    /// What became of the records between two moments, by record and field, with the citations behind each change.
    ///
    /// - Parameters:
    ///   - earlier: the moment before; nil for the revision before the later one.
    ///   - later: the moment after.
    /// - Returns: the differences by kind of record, number and field; none where nothing changed.
    /// - Throws: `MusterError.badValue` for a moment that is not there, `.usage` where the later is before the earlier.
    public func differences(from earlier: Moment?, to later: Moment) throws(MusterError) -> [Difference] {
        let (first, last) = try read { db in
            let last = try later.revision(db, now: now())
            // Before the first revision there was nothing.
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
        return try Self.differences(
            from: known(atRevision: first), first, to: known(atRevision: last), last, of: nil)
    }

    /// The differences between two revisions, of one record with its events or of all.
    static func differences(
        from before: Registry, _ first: Int64, to after: Registry, _ last: Int64, of record: RecordID?
    ) throws(MusterError) -> [Difference] {
        try before.read { before in
            try after.read { after in
                try Comparison(before: before, after: after, first: first, last: last).differences(of: record)
            }
        }
    }
}
