import Foundation

extension SpellingKey {
    /// One way to read a word.
    package struct Reading: Hashable {
        /// The spelling key.
        package let key: String
        /// True if only a romanisation that nothing in the name points to reads it so. Such a reading can suggest a
        /// match, not decide one.
        package let isRare: Bool
    }

    /// The habits of spelling that a name in Latin letters shows; each changes the sound of some letters.
    package struct Habits: Hashable {
        /// German: w, tsch or ß; s can be с or з, z can be з or ц.
        package var isGerman = false
        /// Polish: sz, cz, or a letter that only Polish has; ch is х.
        package var isPolish = false
        /// French: ou, tch after any letter but s, gue, ï or -ine; ch is ш, j is ж.
        package var isFrench = false
        /// Scholarly: č, š or ž; ch is х.
        package var isScholarly = false
        /// Emigrant spelling: -off; ch can be х.
        package var isEmigrant = false

        /// Reads the habits from all words of a name together; the words are in lower case.
        package init(of words: some Sequence<String>) {
            for word in words {
                let bytes = Array(word.utf8)
                let holds = { (parts: [[UInt8]]) in parts.contains { bytes.holds($0) } }
                if bytes.contains(where: { $0 > 0x7F || $0 == UInt8(ascii: "z") }) {
                    isPolish = isPolish || holds(Self.polish)
                    isScholarly = isScholarly || holds(Self.scholarly)
                }
                isGerman = isGerman || holds(Self.german)
                isFrench = isFrench || holds(Self.french) || bytes.ends(with: "ine".utf8)
                isEmigrant = isEmigrant || bytes.ends(with: "off".utf8) || bytes.ends(with: "eff".utf8)
            }
            if isPolish { isGerman = false }
        }

        private static let polish = signs(["sz", "cz", "ł", "ś", "ż", "ź", "ć", "ń", "ą", "ę"])
        private static let german = signs(["w", "tsch", "ß"])
        private static let french = signs([
            "ou", "gue", "gui", "ï", "atch", "etch", "itch", "ltch", "ntch", "rtch", "utch", "htch",
        ])
        private static let scholarly = signs(["č", "š", "ž", "ŝ"])
        private static func signs(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
    }

    /// Given names with an everyday spelling that follows no romanisation.
    private static let everyday = ["aleksander": "aleksandr", "peter": "petr", "dimitri": "dmitri"]

    /// The readings of a word in Latin letters, the likeliest first, at most twelve; only one if all systems read it
    /// alike.
    package static func ofLatin(_ word: String, _ habits: Habits) -> [Reading] {
        var reader = LatinReader(word, habits)
        var read = reader.read()
        for (letters, isRare) in read {
            if let everyday = everyday[String(decoding: letters, as: UTF8.self)] {
                read.append((Array(everyday.utf8), isRare))
            }
        }
        return readings(of: read)
    }

    /// The keys of what was read, each once, in the order of reading.
    static func readings(of read: [(letters: [UInt8], isRare: Bool)]) -> [Reading] {
        var seen: [String: Int] = [:]
        var readings: [Reading] = []
        for (letters, isRare) in read {
            let key = squeezed(letters)
            if key.isEmpty { continue }
            if let place = seen[key] {
                if !isRare { readings[place] = Reading(key: key, isRare: false) }
            } else {
                seen[key] = readings.count
                readings.append(Reading(key: key, isRare: isRare))
            }
        }
        return readings
    }

    /// The keys of a Latin word with each h read as г, as Ukraine romanises: Oleh is Олег. A final -ii can then be the Russian
    /// -ей: Serhii is Сергей. Empty for a word without such an h.
    static func ofUkrainian(_ word: String, keys: [String]) -> [String] {
        if !word.utf8.contains(UInt8(ascii: "h")) { return [] }
        var bytes = Array(word.replacing("zgh", with: "zg").utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "h") {
            // An h after these is a part of kh, ch, sh, zh, th or ph.
            if index == 0 || !"kcsztpg".utf8.contains(bytes[index - 1]) { bytes[index] = UInt8(ascii: "g") }
        }
        if bytes.elementsEqual(word.utf8) { return [] }
        var reader = LatinReader(String(decoding: bytes, as: UTF8.self), Habits(of: []))
        let read = Set(readings(of: reader.read()).map(\.key)).subtracting(keys)
        let russian = word.hasSuffix("ii") ? read.filter { $0.hasSuffix("i") }.map { "\($0.dropLast())ei" } : []
        return read.sorted() + russian
    }
}
