import Foundation

/// Reads a word in Latin letters from its beginning, and keeps every reading that some romanisation gives.
struct LatinReader {
    private let letters: [UInt8]
    private let habits: SpellingKey.Habits
    private var index = 0
    private var paths: [(letters: [UInt8], isRare: Bool)] = [([], false)]

    private static let maxReadings = 12
    /// Placeholders for č, š and ŝ: marks are dropped later, and would turn these into other letters.
    private static let marked: [Unicode.Scalar: String] = [
        "č": "\u{1}", "š": "\u{2}", "ŝ": "\u{3}", "ş": "\u{2}", "ž": "zh", "ż": "zh", "â": "ya", "û": "yu", "è": "e",
        "ë": "yo",
        "ö": "yo", "ü": "yu", "ł": "l", "ć": "\u{1}", "ß": "ss", "ı": "i", "æ": "e", "ø": "o", "đ": "d", "ó": "o",
    ]

    init(_ word: String, _ habits: SpellingKey.Habits) {
        self.habits = habits
        var plain: [UInt8] = []
        for letter in word.unicodeScalars {
            if letter.isASCII {
                plain.append(UInt8(letter.value))
            } else {
                let text = Self.marked[letter] ?? String(letter).decomposedStringWithCanonicalMapping
                plain += text.utf8.filter { $0 < 0x80 }
            }
        }
        for ending in ["off", "eff"] where plain.count > 4 && plain.ends(with: ending.utf8) {
            plain.removeLast(2)
            plain.append(UInt8(ascii: "v"))
        }
        letters = plain
    }

    mutating func read() -> [(letters: [UInt8], isRare: Bool)] {
        while index < letters.count {
            if let (part, sound) = Self.parts[Int(letters[index])].first(where: { letters[index...].starts(with: $0.0) }
            ) {
                index += part.count
                extend(sound)
            } else {
                readOne()
            }
        }
        // Podieiachev: one system writes ie for the hard sign.
        for (letters, isRare) in paths where Self.hardSigns.contains(where: { letters.holds($0) }) {
            let text = String(decoding: letters, as: UTF8.self).replacing("iei", with: "i")
            paths.append((Array(text.utf8), isRare))
        }
        return paths
    }

    private static let hardSigns = ["ieia", "ieie", "ieiu"].map { Array($0.utf8) }
    /// The parts that every system reads alike, indexed by their first letter, the longest first.
    private static let parts: [[(part: [UInt8], sound: [UInt8])]] = (0..<128).map { first in
        alike.filter { Int($0.0.utf8.first!) == first }.map { (Array($0.0.utf8), Array($0.1.utf8)) }
    }
    private static let alike: [(String, String)] = [
        ("schtsch", "x"), ("chtch", "x"), ("shtch", "x"), ("shch", "x"), ("szcz", "x"), ("stch", "x"), ("tsch", "q"),
        ("tch", "q"), ("tcz", "q"),
        ("shh", "x"), ("sh", "w"), ("sz", "w"), ("zh", "j"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("tc", "c"),
        ("ph", "f"),
        ("th", "t"), ("ou", "u"), ("qu", "k"), ("\u{1}", "q"), ("\u{2}", "w"),
        ("\u{3}", "x"), ("w", "v"), ("q", "k"), ("y", "i"),
    ]

    /// Reads a letter, or two or three together, that romanisations read in several ways.
    private mutating func readOne() {
        if take("sch") { return extend(isVowel(next) ? ["x", "w"] : ["w"], isCertain: habits.isGerman, others: ["j"]) }
        if take("ch") { return readCh() }
        if take("cz") { return extend(["q", "c"]) }
        if take("ck") { return extend(["ck", "k"]) }
        if letters[index...].starts(with: "gu".utf8), "eiy".utf8.contains(letter(2)) {
            index += 2
            return extend(["g", "gu"])
        }
        if index == 0, take("eh") { return extend(["e", "eh"]) }
        if index > 1, index + 3 == letters.count, take("ine") { return extend(["in", "ine"]) }
        let letter = letters[index]
        index += 1
        switch letter {
        case UInt8(ascii: "c"):
            extend(next == UInt8(ascii: "t") ? ["k"] : "aoulr".utf8.contains(next) ? ["c", "k"] : ["c"])
        case UInt8(ascii: "x"): extend(["ks", "h"])
        case UInt8(ascii: "j"):
            extend(habits.isFrench ? ["j", "i"] : ["i"], rare: habits.isFrench ? [] : ["j"])
        case UInt8(ascii: "s"): extend(["s"], isCertain: habits.isGerman, others: canBeVoiced ? ["z"] : [])
        case UInt8(ascii: "z"): extend(["z"], isCertain: habits.isGerman, others: habits.isPolish ? [] : ["c"])
        case UInt8(ascii: "l") where "aou".utf8.contains(next) && (habits.isPolish || habits.isGerman):
            extend(["l"], rare: ["li"])
        default: extend([letter])
        }
    }

    private mutating func readCh() {
        if habits.isScholarly { return extend(["h"]) }
        if habits.isPolish || habits.isGerman { return extend(["h", "q"]) }
        if habits.isFrench { return extend(["w", "q"]) }
        if habits.isEmigrant { return extend(["q", "h"]) }
        if index == letters.count { return extend(["q", "h"]) }
        extend(["q"], rare: ["h", "w"])
    }

    /// True if the s just read can be the German one for з: it must begin the word or follow a vowel or a liquid, and
    /// no sound that would make it hard may follow.
    private var canBeVoiced: Bool {
        "aeiouyjbdgklmnrvw".utf8.contains(next) && (index == 1 || "aeiouyjlmnr".utf8.contains(letters[index - 2]))
    }

    private var next: UInt8 { letter(0) }
    private func letter(_ ahead: Int) -> UInt8 { index + ahead < letters.count ? letters[index + ahead] : 0 }
    private func isVowel(_ letter: UInt8) -> Bool { "aeiouyj".utf8.contains(letter) }

    private mutating func take(_ part: String) -> Bool {
        guard letters[index...].starts(with: part.utf8) else { return false }
        index += part.utf8.count
        return true
    }

    private mutating func extend(_ sounds: [String], isCertain: Bool, others: [String]) {
        extend(isCertain ? sounds + others : sounds, rare: isCertain ? [] : others)
    }

    private mutating func extend(_ sound: [UInt8]) {
        for index in paths.indices { paths[index].letters += sound }
    }

    private mutating func extend(_ sounds: [String], rare: [String] = []) {
        let now = paths
        paths = sounds.flatMap { sound in now.map { ($0.letters + sound.utf8, $0.isRare) } }
        paths += rare.flatMap { sound in now.map { ($0.letters + sound.utf8, true) } }
        paths = paths.filter { !$0.isRare } + paths.filter(\.isRare)
        if paths.count > Self.maxReadings { paths.removeLast(paths.count - Self.maxReadings) }
    }
}

extension [UInt8] {
    func ends(with other: some Collection<UInt8>) -> Bool { suffix(other.count).elementsEqual(other) }

    func holds(_ part: [UInt8]) -> Bool {
        guard count >= part.count else { return false }
        return (0...count - part.count).contains {
            self[$0] == part[0] && self[$0..<$0 + part.count].elementsEqual(part)
        }
    }
}
