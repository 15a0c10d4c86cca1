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
        /// True if it has the form of a patronymic, in any case.
        package let isPatronymic: Bool
        /// True if a hyphen ties it to the word before it, as the second part of a double surname.
        package let isLinked: Bool
        /// True if it may be written beside the name: it is in brackets, begins with a small letter while others do not, or is a
        /// word for a post.
        package let isAside: Bool
        /// Keys of the word read as romanised Ukrainian, in which h is г: they suggest, and the index does not have them.
        package let ukrainianKeys: [String]

        /// A word with its readings; there must be at least one.
        package init(_ part: NameSplitter.Part, readings: [SpellingKey.Reading]) {
            let sure = readings.filter { !$0.isRare }.map(\.key)
            written = part.text
            keys = sure + readings.filter(\.isRare).map(\.key)
            sureCount = sure.count
            isInitial = part.isInitial
            isNumber = part.isNumber
            isPatronymic = !part.isInitial && !part.isNumber && sure.contains(where: Self.isPatronymic)
            isLinked = part.isLinked
            isAside = part.isAside || !part.isInitial && Self.titles.contains(keys[0])
            ukrainianKeys = part.isLatin ? SpellingKey.ofUkrainian(part.text, keys: sure) : []
        }

        /// The keys that something in the name points to.
        package var sureKeys: ArraySlice<String> { keys.prefix(sureCount) }

        /// True if the two lists have a key in common.
        package static func share(_ one: some Sequence<String>, _ other: some Sequence<String>) -> Bool {
            one.contains { key in other.contains(key) }
        }

        private static func isPatronymic(_ key: String) -> Bool {
            if isFathersName(key) || sonOrDaughter.contains(key) { return true }
            // Андреевича, Андреевичем; Андреевны, Андреевной.
            return (key.hasSuffix("a") || key.hasSuffix("u") || key.hasSuffix("e")) && isFathersName(key.dropLast())
                || key.hasSuffix("em") && isFathersName(key.dropLast(2))
                || (key.hasSuffix("i") || key.hasSuffix("e") || key.hasSuffix("u"))
                    && isFathersName(key.dropLast() + "a")
                || key.hasSuffix("oi") && isFathersName(key.dropLast(2) + "a")
        }
        /// Words that are written before a name, also with a capital, in all cases.
        private static let titles: Set<String> = {
            // Danger: a `Word` made here would wait for this set.
            let cyrillic = """
                губернатор врио министр мэр депутат сенатор президент председатель генерал полковник подполковник господин \
                госпожа товарищ командир
                """
            let latin = "governor minister mayor senator president chairman general colonel commander mister dr mr mrs"
            let habits = SpellingKey.Habits(of: [])
            let keys =
                cyrillic.split(separator: " ").flatMap { SpellingKey.ofCyrillic(String($0)) }.map(\.key)
                + latin.split(separator: " ").flatMap { SpellingKey.ofLatin(String($0), habits) }.map(\.key)
            return Set(keys).union(keys.flatMap(CaseForm.forms))
        }()

        private static func isFathersName(_ key: some StringProtocol) -> Bool {
            key.utf8.count > 4 && patronymics.contains { key.hasSuffix($0) }
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
