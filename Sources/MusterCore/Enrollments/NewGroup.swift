public import MusterValues

/// An unnamed group of officials.
public struct NewGroup: Codable, Hashable, Sendable {
    /// The words of the source for them, at most 300 characters.
    public var who: String
    /// The level of their posts.
    public var level: PostLevel?
    /// The kind of their posts.
    public var kind: PostKind?
    /// The region they hold office in, by code or name.
    public var region: RecordReference?
    /// The fewest they can be; nil is 2, since a plural means at least two.
    public var least: Int?
    /// The most they can be; nil if it is not known.
    public var most: Int?
    /// Another group of the unit that may be the same people, by short id; nil if there is no such doubt.
    public var perhapsSameAs: RecordReference?

    /// Names a group.
    public init(
        who: String, level: PostLevel? = nil, kind: PostKind? = nil, region: RecordReference? = nil,
        least: Int? = nil, most: Int? = nil
    ) {
        self.who = who
        self.level = level
        self.kind = kind
        self.region = region
        self.least = least
        self.most = most
    }
}
