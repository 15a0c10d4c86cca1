/// A unit's number of people as a source has it.
public struct Strength: Codable, Hashable, Sendable {
    /// The fewest; 0 if the source gives only the most.
    public let least: Int
    /// The most; nil if the source gives only the fewest.
    public let most: Int?

    package init(least: Int, most: Int?) {
        self.least = least
        self.most = most
    }

    /// The range in words: "500", "300 to 500", "at least 300", "up to 500".
    public var words: String {
        guard let most else { return "at least \(least)" }
        return least == 0 && most > 0 ? "up to \(most)" : Headcount.words(least: least, most: most)
    }
}
