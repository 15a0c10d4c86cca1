import Foundation

/// Cuts a text into words and numbers.
package struct NameSplitter {
    package struct Part: Hashable {
        package let text: String
        package let isCyrillic: Bool
        package let isInitial: Bool
        package let isNumber: Bool
        /// True if a hyphen ties it to the part before it.
        package let isLinked: Bool
        /// True if it is in brackets, or begins with a small letter while another part begins with a capital.
        package var isAside: Bool

        /// True if it is a word of which some letter is Latin.
        package var isLatin: Bool {
            !isCyrillic && !isNumber
                && text.unicodeScalars.contains { $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value) }
        }
    }

    private var parts: [Part] = []
    private var letters = String.UnicodeScalarView()
    private var digits = ""
    private var depth = 0
    private var isTied = false
    private var isCapital = false
    /// The parts that begin with a small letter, and whether any begins with a capital.
    private var small: [Int] = []
    private var hasCapital = false

    /// The number of words that are read. Only titles have more.
    private static let maxWords = 24
    /// The number of letters that are read of a text. No name or title is as long.
    private static let maxTextLength = 2000
    /// The number of letters that are kept of a word.
    private static let maxWordLength = 60

    /// The words of a text in their order, in lower case, at most 24.
    package static func parts(of text: String) -> [Part] {
        var splitter = NameSplitter()
        splitter.read(text)
        if splitter.parts.count < maxWords { splitter.close(isDotted: false) }
        if splitter.hasCapital { for index in splitter.small { splitter.parts[index].isAside = true } }
        return splitter.parts
    }

    private mutating func read(_ text: String) {
        for scalar in text.unicodeScalars.prefix(Self.maxTextLength) {
            if scalar.value > 0x7E, !(0x400...0x45F).contains(scalar.value), !Self.apostrophes.contains(scalar) {
                return readSlowly(text)
            }
        }
        // Foundation's and Unicode's tables are slow, and most names need neither.
        for scalar in text.unicodeScalars.prefix(Self.maxTextLength) where parts.count < Self.maxWords {
            switch scalar.value {
            case 0x41...0x5A, 0x410...0x42F: take(Unicode.Scalar(scalar.value + 0x20)!, isCapital: true)
            case 0x400...0x40F: take(Unicode.Scalar(scalar.value + 0x50)!, isCapital: true)
            default: take(scalar, isCapital: false)
            }
        }
    }

    /// Reads any text, precomposed (NFKC). That would make a space and a mark of an apostrophe such as U+00B4, so these are
    /// left out before.
    private mutating func readSlowly(_ text: String) {
        let plain = text.unicodeScalars.prefix(Self.maxTextLength).filter { !Self.apostrophes.contains($0) }
        let composed = String(String.UnicodeScalarView(plain)).precomposedStringWithCompatibilityMapping
        let lower = composed.unicodeScalars.map(\.properties.lowercaseMapping)
        for (scalar, lower) in zip(composed.unicodeScalars, lower) {
            let isCapital = lower != String(scalar)
            for letter in lower.precomposedStringWithCanonicalMapping.unicodeScalars where parts.count < Self.maxWords {
                take(letter, isCapital: isCapital)
            }
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar, isCapital: Bool) {
        if letters.isEmpty { self.isCapital = isCapital }
        switch scalar.value {
        case 0x61...0x7A, 0x430...0x45F: append(scalar)
        case 0x30...0x39: append(digit: scalar)
        case 0x20: close(isDotted: false)
        case 0x2D:
            close(isDotted: false)
            isTied = true
        case 0x2E: close(isDotted: true)
        default:
            if Self.isMark(scalar) { return }
            if scalar.properties.isAlphabetic {
                append(scalar)
            } else if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                append(digit: Unicode.Scalar(0x30 + UInt8(value)))
            } else {
                close(isDotted: false)
                switch scalar.properties.generalCategory {
                case .openPunctuation: depth += 1
                case .closePunctuation: depth = max(0, depth - 1)
                case .dashPunctuation: isTied = true
                default: break
                }
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
        let isLinked = isTied && !parts.isEmpty
        // A space before or after a hyphen ends the tie: Иванов - губернатор.
        isTied = false
        if !digits.isEmpty {
            let number = digits.drop { $0 == "0" }.prefix(Self.maxWordLength)
            parts.append(
                Part(
                    text: number.isEmpty ? "0" : String(number), isCyrillic: false, isInitial: false, isNumber: true,
                    isLinked: isLinked, isAside: depth > 0))
            digits = ""
        }
        guard !letters.isEmpty else { return }
        let (word, isCyrillic) = Self.unmixed(letters.prefix(Self.maxWordLength))
        // A sign of Chinese is no initial.
        let count = letters.first!.value < 0x2E80 ? letters.count : .max
        letters = String.UnicodeScalarView()
        // The end of an ordinal, as in 10-й or 5th, tells nothing.
        if parts.last?.isNumber == true, Self.ordinalEnds.contains(word) { return }
        let isInitial = count == 1 || isDotted && count <= 2
        hasCapital = hasCapital || isCapital
        if !isCapital, !isInitial { small.append(parts.count) }
        parts.append(
            Part(
                text: word, isCyrillic: isCyrillic, isInitial: isInitial, isNumber: false, isLinked: isLinked,
                isAside: depth > 0))
    }

    private static let ordinalEnds: Set<String> = ["й", "я", "е", "ый", "ий", "ая", "го", "th", "st", "nd", "rd"]

    /// Signs inside a word, most of them for the soft or hard sign, and marks over letters.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar == "'" || scalar == "`" || scalar == "\"" }
        return apostrophes.contains(scalar) || scalar.properties.generalCategory == .nonspacingMark
    }

    /// Everything that is typed for an apostrophe or for the soft or hard sign, and the palochka of the Caucasus, for which
    /// anything is typed and which no other spelling keeps.
    private static let apostrophes = Set(
        "´’‘‛ʹʺʻʼʽʾʿˈˊˋ˴`′‵″·”“՚׳״ߴߵꞋꞌ＇｀᾽᾿´`῾΄\u{AD}ӀӏꙎ".unicodeScalars)

    /// The word in one script: if it mixes two, look-alike letters of the rarer one are replaced by the other's.
    private static func unmixed(_ letters: String.UnicodeScalarView.SubSequence) -> (word: String, isCyrillic: Bool) {
        let cyrillic = letters.count { (0x400...0x52F).contains($0.value) }
        if cyrillic == 0 || cyrillic == letters.count { return (String(letters), cyrillic > 0) }
        // ă, ĕ and ç tell nothing: Chuvash is typed with them in Cyrillic words.
        let latin = letters.count { !(0x400...0x52F).contains($0.value) && ($0.isASCII || cyrillicLike[$0] == nil) }
        let isCyrillic = cyrillic > latin
        let like = isCyrillic ? cyrillicLike : latinLike
        // A word with a letter that Russian lacks is of a language that has h as well.
        let hasOwn = letters.contains { (0x48A...0x52F).contains($0.value) }
        let word = letters.map { isCyrillic && hasOwn && $0 == "h" ? "һ" : like[$0] ?? $0 }
        return (String(String.UnicodeScalarView(word)), isCyrillic)
    }

    /// Latin letters typed for Cyrillic ones, among them those of Chuvash, Ossetic and Tatar. An i is missing: it stands for
    /// the palochka.
    private static let cyrillicLike = alike("aceopxyëkmtbhjsăĕçÿæəöüä", "асеорхуёкмтвнјѕӑӗҫӳӕәӧӱӓ")
    private static let latinLike = alike("асеорхуёкмтівнјѕһԁ", "aceopxyëkmtibhjshd")

    private static func alike(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
    }
}
