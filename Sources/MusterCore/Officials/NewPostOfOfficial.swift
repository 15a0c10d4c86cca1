public import MusterValues

/// A new post for an official who is already on the register.
public struct NewPostOfOfficial: Codable, Hashable, Sendable {
    /// The official, by name or short id.
    public var official: RecordReference
    /// The post.
    public var post: NewPost
    /// The source for all of it.
    public var evidence: Evidence

    /// Makes a post for an official, with a source.
    public init(official: RecordReference, post: NewPost, evidence: Evidence) {
        self.official = official
        self.post = post
        self.evidence = evidence
    }
}
