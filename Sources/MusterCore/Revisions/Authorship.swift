/// Who makes a revision, and why.
public struct Authorship: Hashable, Sendable {
    /// The author: 1 to 200 characters.
    public var author: String
    /// The reason: 1 to 2000 characters; nil takes what the change does as its reason.
    public var reason: String?

    /// Names an author and a reason.
    public init(author: String, reason: String? = nil) {
        self.author = author
        self.reason = reason
    }

    /// Refuses an author or a reason that no revision can have.
    ///
    /// - Throws: `MusterError.badValue` for text that is empty, too long, or has control characters.
    public func check() throws(MusterError) {
        _ = try Text.clean(author, field: "author", limit: 200) as String
        _ = try Text.clean(reason, field: "reason", limit: 2000) as String?
    }
}

/// What one write did.
public struct Written: Hashable, Sendable, Codable {
    /// The revision it made; nil when there was nothing to change and no revision was made.
    public let revision: Int64?
    /// Each record made or changed, in order, with the words for it.
    public let records: [Entry]
    /// The earlier revisions whose reason it redacted.
    public let reasons: [Int64]

    /// Whether it was only tried: nothing was written.
    public let isRehearsal: Bool

    init(revision: Int64?, records: [Entry], reasons: [Int64] = [], isRehearsal: Bool = false) {
        self.revision = revision
        self.records = records
        self.reasons = reasons
        self.isRehearsal = isRehearsal
    }

    /// One record of a write.
    public struct Entry: Hashable, Sendable, Codable {
        /// The record.
        public let id: RecordID
        /// What was done to it, as "unit BARS-Kaliningrad added".
        public let words: String
    }
}
