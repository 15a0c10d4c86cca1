/// The values that tell records with the same name apart.
public struct RecordContext: Codable, Hashable, Sendable {
    /// An official's first post, with its title; nil for other kinds.
    public let post: NamedRecord?
    /// The region of that post, or of a unit; nil if there is none.
    public let region: NamedRegion?
    /// A region's kind, such as "oblast"; nil for other kinds.
    public let regionKind: String?
    /// A source's publisher; nil if there is none.
    public let publisher: String?
    /// The date on which a source was published; nil if no date is printed.
    public let published: StatedDate?

    package init(
        post: NamedRecord? = nil, region: NamedRegion? = nil, regionKind: String? = nil, publisher: String? = nil,
        published: StatedDate? = nil
    ) {
        self.post = post
        self.region = region
        self.regionKind = regionKind
        self.publisher = publisher
        self.published = published
    }

    /// The values in a few words, such as "Governor, RU-KGD"; nil if there are none.
    public var words: String? {
        let parts = [post?.name, region?.code, regionKind, publisher, published?.edtf].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
