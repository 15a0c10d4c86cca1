/// The result of a check of the whole hash chain that found nothing wrong.
public struct Proof: Codable, Hashable, Sendable {
    /// The number of revisions.
    public let revisions: Int64
    /// The number of versions of records in them.
    public let versions: Int
    /// The number of redacted versions among these: their leaves fit, but their content is gone.
    public let redacted: Int
    /// The hash of the newest revision, 64 small hexadecimal digits; nil if there is no revision.
    public let head: String?
    /// The revision with the hash that was asked for; nil if no hash was.
    public let found: Int64?

    /// The numbers in a sentence.
    public var words: String {
        "\(revisions) \(revisions == 1 ? "revision" : "revisions") with \(versions) "
            + "\(versions == 1 ? "version" : "versions") of records fit their hashes"
            + (redacted > 0 ? "; \(redacted) of the versions \(redacted == 1 ? "is" : "are") redacted" : "")
    }
}
