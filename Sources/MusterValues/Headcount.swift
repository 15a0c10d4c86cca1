/// A number of people as a range: the named officials plus each group's least and most.
public struct Headcount: Codable, Hashable, Sendable {
    /// The fewest it can be.
    public let least: Int
    /// The most it can be; nil if a group's number is not known.
    public let most: Int?
    /// The fewest of them that are named officials, each counted once.
    public let namedLeast: Int
    /// The most of them that are named officials.
    public let named: Int
    /// The number of people that definitely count; `least` counts those who presumably do too.
    public let certain: Int

    package init(least: Int, most: Int?, namedLeast: Int, named: Int, certain: Int) {
        self.least = least
        self.most = most
        self.namedLeast = namedLeast
        self.named = named
        self.certain = certain
    }

    /// The range in words: "3", "3 to 7", "at least 3".
    public var words: String { Self.words(least: least, most: most) }

    /// The number of named officials in words: "2", "2 to 4".
    public var namedWords: String { Self.words(least: namedLeast, most: named) }

    package static func words(least: Int, most: Int?) -> String {
        guard let most else { return least == 0 ? "0 or more" : "at least \(least)" }
        return least == most ? "\(least)" : "\(least) to \(most)"
    }

    /// Nobody.
    package static let none = Headcount(least: 0, most: 0, namedLeast: 0, named: 0, certain: 0)
}
