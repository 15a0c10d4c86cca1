public import MusterValues

/// The author of a revision, and the reason for it.
public struct Authorship: Hashable, Sendable {
    /// The author: 1 to 200 characters.
    public var author: String
    /// The reason: 1 to 2000 characters; nil uses a description of the change.
    public var reason: String?
    /// True if the author may only add records, which then need work until somebody has looked at them.
    public var isContribution: Bool

    /// Names an author and a reason.
    public init(author: String, reason: String? = nil, isContribution: Bool = false) {
        self.author = author
        self.reason = reason
        self.isContribution = isContribution
    }

    /// Refuses an author or a reason that no revision can have.
    ///
    /// - Throws: `MusterError.badValue` for text that is empty, too long, or has control characters.
    public func check() throws(MusterError) { _ = try cleaned() }

    /// The same with clean text.
    func cleaned() throws(MusterError) -> Authorship {
        Authorship(
            author: try Text.clean(author, field: "author", limit: 200),
            reason: try Text.clean(reason, field: "reason", limit: 2000), isContribution: isContribution)
    }
}
