import GRDB
public import MusterValues

/// The result of one write.
public struct WriteResult: Hashable, Sendable {
    /// The revision it made; nil if there was nothing to change, so that no revision was made.
    public let revision: Int64?
    /// Each record made or changed, in order, with its change.
    public let records: [Change]
    /// The earlier revisions whose reason it redacted.
    public let reasons: [Int64]
    /// The earlier revisions whose reason, or a look that they recorded, may still hold what was redacted.
    public let heldReasons: [Int64]

    /// True if it was only tried, so that nothing was written.
    public let isRehearsal: Bool

    /// A further sentence for the user, such as that the clock is far from the newest revision's time; nil if there is none.
    public let remark: String?

    package init(
        revision: Int64?, records: [Change], reasons: [Int64] = [], heldReasons: [Int64] = [],
        isRehearsal: Bool = false,
        remark: String? = nil
    ) {
        self.revision = revision
        self.records = records
        self.reasons = reasons
        self.heldReasons = heldReasons
        self.isRehearsal = isRehearsal
        self.remark = remark
    }

    /// The same with one more remark.
    func remarking(_ more: String) -> WriteResult {
        WriteResult(
            revision: revision, records: records, reasons: reasons, heldReasons: heldReasons, isRehearsal: isRehearsal,
            remark: [remark, more].compactMap(\.self).joined(separator: "; "))
    }

    /// One record of a write.
    public struct Change: Hashable, Sendable {
        /// The record.
        public let id: RecordID
        /// The change.
        public let change: RecordChange
        /// The record that an event happened to, that a citation speaks of, or whose field changed, with its name; nil for any other
        /// change.
        public private(set) var subject: NamedRecord?
        /// The unit that a unit became or came from by an event, or the end that an event comes after, or the group that an
        /// enrollment may be of; nil for any other change.
        public private(set) var other: NamedRecord?

        init(id: RecordID, change: RecordChange) { (self.id, self.change) = (id, change) }

        /// The same with the names, as the register has them now; a record that is gone has none.
        func named(_ db: Database) throws -> Change {
            var named = self
            let record: RecordID
            switch change {
            case .isAfterEnd(let other), .excludes(let other), .mayBe(let other), .mayBeOf(let other, _, _):
                named.other = NamedRecord(id: other, name: try RecordTitles(db: db).title(other))
                return named
            case .recorded(_, let subject): record = subject
            case .cited(_, let subject, _): record = subject
            case .edited, .concluded: record = id
            default: return self
            }
            guard try record.row(db) != nil else { return self }
            let titles = RecordTitles(db: db)
            named.subject = NamedRecord(id: record, name: try titles.title(record))
            if id.kind == .event, let other: Int64 = try id.row(db)?.get("other_unit") {
                named.other = NamedRecord(id: RecordID(.unit, other), name: try titles.title(RecordID(.unit, other)))
            }
            return named
        }
    }
}
