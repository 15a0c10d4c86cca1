import Foundation

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
        /// Whether it stands for a whole name with the same beginning, as "А." or "Yu.".
        package let isInitial: Bool
        /// Whether it is a number; a number matches only the same number.
        package let isNumber: Bool
        /// Whether it has the form of a patronymic.
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

        /// Whether the two lists have a key in common.
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

/// Reads the words of many names, and each distinct word only once, as most words occur in many names.
package final class WordReader {
    package init() {}

    private struct Spelling: Hashable {
        let text: String
        let habits: SpellingKey.Habits
    }
    private var known: [Spelling: [SpellingKey.Reading]] = [:]

    /// The words of a name, as `NameWords` gives them.
    package func words(of text: String) -> [NameWords.Word] {
        let parts = NameSplitter.parts(of: text)
        let habits = SpellingKey.Habits(of: parts.lazy.filter { !$0.isCyrillic && !$0.isNumber }.map(\.text))
        return parts.compactMap { part in
            let readings =
                part.isNumber ? [SpellingKey.Reading(key: part.text, isRare: false)] : self.readings(part, habits)
            if readings.isEmpty { return nil }
            return NameWords.Word(
                written: part.text, readings: readings, isInitial: part.isInitial, isNumber: part.isNumber)
        }
    }

    private func readings(_ part: NameSplitter.Part, _ habits: SpellingKey.Habits) -> [SpellingKey.Reading] {
        let spelling = Spelling(text: part.text, habits: habits)
        if let readings = known[spelling] { return readings }
        let readings = part.isCyrillic ? SpellingKey.ofCyrillic(part.text) : SpellingKey.ofLatin(part.text, habits)
        known[spelling] = readings
        return readings
    }
}

/// Cuts a text into words and numbers.
package struct NameSplitter {
    package struct Part {
        package let text: String
        package let isCyrillic: Bool
        package let isInitial: Bool
        package let isNumber: Bool
    }

    private var parts: [Part] = []
    private var letters = String.UnicodeScalarView()
    private var digits = ""

    /// The most words read: no name has more, only titles do.
    private static let most = 24
    /// The most of a text that is read, in letters: far longer than any name or title.
    private static let longestText = 2000
    /// The most of a word that is kept, in letters.
    private static let longestWord = 60

    /// The words of a text in their order, in lower case, at most 24.
    package static func parts(of text: String) -> [Part] {
        var splitter = NameSplitter()
        for scalar in small(text) where splitter.parts.count < most { splitter.take(scalar) }
        if splitter.parts.count < most { splitter.close(isDotted: false) }
        return splitter.parts
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x430...0x45F: append(scalar)
        case 0x30...0x39: append(digit: scalar)
        case 0x20, 0x2D: close(isDotted: false)
        case 0x2E: close(isDotted: true)
        default:
            if scalar.properties.isAlphabetic {
                append(scalar)
            } else if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                append(digit: Unicode.Scalar(0x30 + UInt8(value)))
            } else if !Self.isMark(scalar) {
                close(isDotted: false)
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if !digits.isEmpty { close(isDotted: false) }
        letters.append(scalar)
    }

    private mutating func append(digit: Unicode.Scalar) {
        if !letters.isEmpty { close(isDotted: false) }
        digits.unicodeScalars.append(digit)
    }

    private mutating func close(isDotted: Bool) {
        if !digits.isEmpty {
            let number = digits.drop { $0 == "0" }.prefix(Self.longestWord)
            parts.append(
                Part(text: number.isEmpty ? "0" : String(number), isCyrillic: false, isInitial: false, isNumber: true))
            digits = ""
        }
        guard !letters.isEmpty else { return }
        let (word, isCyrillic) = Self.unmixed(letters.prefix(Self.longestWord))
        let count = letters.count
        letters = String.UnicodeScalarView()
        // The end of an ordinal, as in 10-й or 5th, tells nothing.
        if parts.last?.isNumber == true, Self.ordinalEnds.contains(word) { return }
        let isInitial = count == 1 || isDotted && count <= 2
        parts.append(Part(text: word, isCyrillic: isCyrillic, isInitial: isInitial, isNumber: false))
    }

    private static let ordinalEnds: Set<String> = ["й", "я", "е", "ый", "ий", "ая", "го", "th", "st", "nd", "rd"]

    /// Signs inside a word, most of them for the soft or hard sign, and marks over letters.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "'’‘ʹʺ`´\"ʼ″′·”“\u{AD}".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .nonspacingMark
    }

    /// The text's scalars in lower case, precomposed (NFKC).
    private static func small(_ text: String) -> String.UnicodeScalarView {
        var small = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longestText) {
            switch scalar.value {
            case 0x41...0x5A, 0x410...0x42F: small.append(Unicode.Scalar(scalar.value + 0x20)!)
            case 0x400...0x40F: small.append(Unicode.Scalar(scalar.value + 0x50)!)
            case 0...0x7E, 0x430...0x45F: small.append(scalar)
            default:
                // Foundation's and Unicode's tables are slow, and most names need neither.
                let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestText)))
                return start.precomposedStringWithCompatibilityMapping.lowercased()
                    .precomposedStringWithCanonicalMapping
                    .unicodeScalars
            }
        }
        return small
    }

    /// The word in one script: if it mixes two, look-alike letters of the rarer one are replaced by the other's.
    private static func unmixed(_ letters: String.UnicodeScalarView.SubSequence) -> (word: String, isCyrillic: Bool) {
        let cyrillic = letters.count { (0x400...0x52F).contains($0.value) }
        if cyrillic == 0 || cyrillic == letters.count { return (String(letters), cyrillic > 0) }
        let isCyrillic = cyrillic * 2 > letters.count
        let like = isCyrillic ? cyrillicLike : latinLike
        return (String(String.UnicodeScalarView(letters.map { like[$0] ?? $0 })), isCyrillic)
    }

    private static let cyrillicLike = alike("aceopxyëkmtbh", "асеорхуёкмтвн")
    private static let latinLike = alike("асеорхуёкмті", "aceopxyëkmti")

    private static func alike(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
    }
}
