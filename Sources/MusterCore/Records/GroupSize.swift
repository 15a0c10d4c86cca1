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

    /// Reads a number of people as "12", "at least 12", "5 to 7" or "up to 7", where the least is 1; nil for any other text.
    init?(stated text: String) {
        guard let people = PeopleRange(text) else { return nil }
        self.init(least: people.least ?? 1, most: people.most)
    }

    /// Reads the number as a person types it.
    ///
    /// - Throws: `MusterError.badValue` for any other text, and for a number that no group has.
    init(typed text: String) throws(MusterError) {
        guard let size = GroupSize(stated: text) else {
            throw .badValue(
                field: "number of people", value: text,
                rule: "give a number as 12, the fewest as 'at least 12', the most as 'up to 12', or a range as '5 to 7'"
            )
        }
        try size.check()
        self = size
    }

    /// Refuses a number that no group has.
    ///
    /// - Throws: `MusterError.badValue` with the rule.
    func check() throws(MusterError) {
        guard (1...1_000_000).contains(least), (least...1_000_000).contains(most ?? least) else {
            throw .badValue(
                field: "number of people", value: words,
                rule: "the least is a whole number from 1 to 1000000 and the most is not below it")
        }
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
