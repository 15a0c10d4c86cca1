/// A number of people as a range: the named officials plus each group's least and most.
public struct Headcount: Codable, Hashable, Sendable {
    /// The fewest it can be.
    public let least: Int
    /// The most it can be; nil if a group's number is not known.
    public let most: Int?
    /// The number of named officials, each counted once, including those that only possibly count.
    public let named: Int
    /// The number of named officials that definitely count; equal to `named` unless a day is asked about.
    public let certain: Int

    package init(least: Int, most: Int?, named: Int, certain: Int) {
        self.least = least
        self.most = most
        self.named = named
        self.certain = certain
    }

    /// The range in words: "3", "3 to 7", "at least 3".
    public var words: String { Self.words(least: least, most: most) }

    /// The number of named officials in words: "2", "2 to 4".
    public var namedWords: String { Self.words(least: certain, most: named) }

    package static func words(least: Int, most: Int?) -> String {
        guard let most else { return least == 0 ? "unknown" : "at least \(least)" }
        return least == most ? "\(least)" : "\(least) to \(most)"
    }

    /// Nobody.
    package static let none = Headcount(least: 0, most: 0, named: 0, certain: 0)
}
