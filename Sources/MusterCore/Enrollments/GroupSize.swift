import GRDB
import MusterValues

/// The number of people in a group.
struct GroupSize: Equatable {
    let least: Int
    /// The most; nil if it is not known.
    let most: Int?

    init(least: Int, most: Int?) {
        self.least = least
        self.most = most
    }

    /// Reads the row of an enrollment; nil for an official's.
    init?(row: Row) throws {
        guard let least: Int = try row.get("group_least") else { return nil }
        self.init(least: least, most: try row.get("group_most"))
    }

    /// The numbers that both allow: the greater least and the smaller most; nil if there are none.
    func both(_ other: GroupSize) -> GroupSize? {
        let least = max(least, other.least)
        let most = [most, other.most].compactMap(\.self).min()
        if let most, most < least { return nil }
        return GroupSize(least: least, most: most)
    }

    /// The number in words, as "at least 5".
    var words: String { Headcount.words(least: least, most: most) }

    /// The number as a field of a record holds it.
    var value: FieldValue { .people(least: least, most: most) }
}
