/// What a whole check of the hash chain found, when it found nothing wrong.
public struct Proof: Codable, Hashable, Sendable {
    /// How many revisions there are, each of which fits.
    public let revisions: Int64
    /// How many versions of records they hold.
    public let versions: Int
    /// How many of the versions are redacted: their leaves fit, their content is gone.
    public let redacted: Int
    /// The hash of the newest revision, 64 small hexadecimal digits; nil if there is no revision.
    public let head: String?
    /// The revision whose hash was asked for; nil if none was.
    public let found: Int64?

    /// What was counted, in words.
    public var words: String {
        "\(revisions) \(revisions == 1 ? "revision" : "revisions") with \(versions) "
            + "\(versions == 1 ? "version" : "versions") of records fit their hashes"
            + (redacted > 0 ? "; \(redacted) of the versions \(redacted == 1 ? "is" : "are") redacted" : "")
    }
}
