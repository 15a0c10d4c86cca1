/// A name split into the words by which it is compared with others.
package struct NameWords {
    /// One word of a name.
    package struct Word: Hashable {
        /// The word in lower case, without marks.
        package let written: String
        /// The keys of the word's readings, the likeliest first: the sure ones, which something in the name points to,
        /// then the rare ones, which only another romanisation would give. A number's only key is the number.
        package let keys: [String]
        /// The number of sure keys, at the front of `keys`.
        package let sureCount: Int
        /// True if it stands for a whole name with the same beginning, as "А." or "Yu.".
        package let isInitial: Bool
        /// True if it is a number; a number matches only the same number.
        package let isNumber: Bool
        /// True if it has the form of a patronymic.
        package let isPatronymic: Bool

        /// A word with its readings; there must be at least one.
        package init(written: String, readings: [SpellingKey.Reading], isInitial: Bool, isNumber: Bool) {
            let sure = readings.filter { !$0.isRare }.map(\.key)
            self.written = written
            keys = sure + readings.filter(\.isRare).map(\.key)
            sureCount = sure.count
            self.isInitial = isInitial
            self.isNumber = isNumber
            isPatronymic = !isInitial && !isNumber && sure.contains(where: Self.isPatronymic)
        }

        /// The keys that something in the name points to.
        package var sureKeys: ArraySlice<String> { keys.prefix(sureCount) }

        /// True if the two lists have a key in common.
        package static func share(_ one: some Sequence<String>, _ other: some Sequence<String>) -> Bool {
            one.contains { key in other.contains(key) }
        }

        private static func isPatronymic(_ key: String) -> Bool {
            key.utf8.count > 4 && patronymics.contains { key.hasSuffix($0) } || sonOrDaughter.contains(key)
        }
        private static let patronymics = ["oviq", "eviq", "ovna", "evna", "iqna", "iliq", "miq", "kiq", "liq", "tiq"]
        private static let sonOrDaughter: Set = ["ogli", "oglu", "kizi", "gizi", "ugli"]
    }

    /// The words in their order, at most 24; a text without letters and digits has none.
    package let words: [Word]

    /// Splits any text.
    package init(_ text: String) { words = WordReader().words(of: text) }

    package init(_ words: [Word]) { self.words = words }
}
