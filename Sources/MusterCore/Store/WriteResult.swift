public import MusterValues

/// What one write did.
public struct WriteResult: Hashable, Sendable, Codable {
    /// The revision it made; nil when there was nothing to change and no revision was made.
    public let revision: Int64?
    /// Each record made or changed, in order, with the words for it.
    public let records: [Change]
    /// The earlier revisions whose reason it redacted.
    public let reasons: [Int64]

    /// Whether it was only tried: nothing was written.
    public let isRehearsal: Bool

    /// What its user should know besides, as that the clock is far from the newest revision's time; nil if nothing.
    public let remark: String?

    package init(
        revision: Int64?, records: [Change], reasons: [Int64] = [], isRehearsal: Bool = false, remark: String? = nil
    ) {
        self.revision = revision
        self.records = records
        self.reasons = reasons
        self.isRehearsal = isRehearsal
        self.remark = remark
    }

    /// One record of a write.
    public struct Change: Hashable, Sendable, Codable {
        /// The record.
        public let id: RecordID
        /// What was done to it, as "unit BARS-Kaliningrad added".
        public let words: String
    }
}
