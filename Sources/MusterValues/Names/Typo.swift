/// Pairs of words that differ as if by a missed key, or that begin alike: a person may have meant the other.
package enum Typo {
    /// The fewest letters in a word that may differ by one: Зорин is not Горин.
    private static let minLength = 6
    /// The fewest letters in a word that may have two letters swapped: Ивна is still Иван.
    private static let minLengthToSwap = 4
    /// Two words with different endings must share this many letters, and this part of the shorter word.
    private static let beginning = (letters: 7, part: 0.8)

    /// True if one letter of a word is dropped, added, swapped with its neighbour or hit instead of another.
    ///
    /// Four differences are never typos: in the first letter; between two sounds that romanisations tell apart (ч for
    /// ш, х for к); between two surname endings; between a man's form and a woman's.
    package static func isOne(between one: NameWords.Word, and other: NameWords.Word) -> Bool {
        for a in one.sureKeys {
            for b in other.sureKeys {
                switch compare(a, b) {
                case .typo: return true
                case .other: return false
                case .unlike: break
                }
            }
        }
        // One slip can change a letter that is written with two: Novkiov, Kuznetov.
        guard one.keys[0].first == other.keys[0].first, differLocally(one.keys[0], other.keys[0]) else { return false }
        if min(one.written.count, other.written.count) + 1 < minLength { return false }
        if Text.distance(one.written, other.written) == 1 { return true }
        return one.written.isASCII != other.written.isASCII && swaps(one, other)
    }

    private enum Comparison { case typo, other, unlike }

    private static func compare(_ one: String, _ other: String) -> Comparison {
        let (a, b) =
            one.utf8.count <= other.utf8.count
            ? (Array(one.utf8), Array(other.utf8)) : (Array(other.utf8), Array(one.utf8))
        if isOfOtherSex(one, other) { return .other }
        guard b.count - a.count <= 1, a.first == b.first else { return .unlike }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let rest = (a[start...], b[start...])
        if a.count < b.count {
            guard rest.0.elementsEqual(rest.1.dropFirst()) else { return .unlike }
            // A word with just one more vowel at its end is another form of the same word, not a slip.
            return b.count >= minLength && !(rest.0.isEmpty && vowels.contains(b[start])) ? .typo : .other
        }
        guard start < a.count else { return .unlike }
        if rest.0.dropFirst().elementsEqual(rest.1.dropFirst()) {
            // Игнатов and Игнатьев are two surnames.
            let isEnding = rest.0.count <= 3 && rest.0.dropFirst().first == UInt8(ascii: "v")
            return b.count >= minLength && !isEnding && !isOtherSound(a[start], b[start]) ? .typo : .other
        }
        let isSwap =
            rest.0.count > 1 && rest.0.first == rest.1.dropFirst().first && rest.0.dropFirst().first == rest.1.first
            && rest.0.dropFirst(2).elementsEqual(rest.1.dropFirst(2))
        return isSwap && b.count >= minLengthToSwap ? .typo : .unlike
    }

    /// True if swapping two neighbouring letters of the Cyrillic word gives the other word's key.
    private static func swaps(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        // Two letters that change places leave a key as long as it was, or one letter shorter or longer.
        guard abs(one.keys[0].utf8.count - other.keys[0].utf8.count) <= 1 else { return false }
        let (cyrillic, latin) = one.written.isASCII ? (other, one) : (one, other)
        var letters = Array(cyrillic.written.unicodeScalars)
        return letters.indices.dropFirst(2).contains { index in
            letters.swapAt(index - 1, index)
            defer { letters.swapAt(index - 1, index) }
            let key = SpellingKey.ofCyrillic(String(String.UnicodeScalarView(letters))).first?.key
            return key.map(latin.sureKeys.contains) ?? false
        }
    }

    /// True if two keys differ in only one place, by at most three letters, as after a slip.
    package static func differLocally(_ one: String, _ other: String) -> Bool {
        let (a, b) = (Array(one.utf8), Array(other.utf8))
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a[start...].reversed(), b[start...].reversed()).prefix { $0 == $1 }.count
        return start > 0 && max(a.count, b.count) - start - end <= 3
    }

    /// True if two words begin alike over most of their length but both end differently, as if a source mangled the
    /// name.
    ///
    /// A word that continues where the other ends is another name: Михайловский is not Михайлов.
    package static func beginsAlike(_ one: String, _ other: String) -> Bool {
        let shared = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
        let shorter = min(one.utf8.count, other.utf8.count)
        return shared >= beginning.letters && shared < shorter && Double(shared) >= beginning.part * Double(shorter)
            && !isOfOtherSex(one, other) && !haveOtherEndings(one, other)
    }

    /// True if the words are two surnames of one root: Стекляненков is not Стеклянов.
    private static func haveOtherEndings(_ one: String, _ other: String) -> Bool {
        let roots = [one, other].map { key in
            Set(endings.filter(key.hasSuffix).map { key.dropLast($0.count) })
        }
        return !roots[0].isDisjoint(with: roots[1])
    }

    private static let endings: [String] = {
        let men: [String] = ["", "k", "uwk", "ih", "ovc", "evc", "ec"].flatMap { middle in
            ["ov", "ev", "in"].map { middle + $0 }
        }
        let adjectives: [String] = ["", "ov", "ev", "in"].flatMap { ["\($0)ski", "\($0)skaya"] }
        return men + men.map { $0 + "a" } + adjectives + ["enkov", "enkova", "enko", "uk", "yuk"]
    }()

    /// True if the words are a man's and a woman's form of one surname.
    package static func isOfOtherSex(_ one: String, _ other: String) -> Bool {
        pairs.contains { man, woman in
            (one.hasSuffix(man) && other.hasSuffix(woman) && one.dropLast(man.count) == other.dropLast(woman.count))
                || (other.hasSuffix(man) && one.hasSuffix(woman)
                    && other.dropLast(man.count) == one.dropLast(woman.count))
        }
    }

    private static let pairs = [("", "a"), ("i", "aya"), ("oi", "aya"), ("i", "a"), ("i", "ya"), ("ei", "eya")]
    private static let vowels = Set("aeiouy".utf8)
    private static let sounds = [Set("qwxjcs".utf8), Set("hkg".utf8), Set("hf".utf8)]

    private static func isOtherSound(_ one: UInt8, _ other: UInt8) -> Bool {
        sounds.contains { $0.contains(one) && $0.contains(other) }
    }
}

extension String {
    fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
