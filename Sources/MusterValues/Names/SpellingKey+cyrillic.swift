extension SpellingKey {
    /// The one reading of a word in lower-case Cyrillic letters, Russian or of a neighbouring language; empty if it has
    /// none of them.
    package static func ofCyrillic(_ word: String) -> [Reading] {
        var letters: [UInt8] = []
        var isSigned = false
        for scalar in word.unicodeScalars {
            if scalar == "ь" || scalar == "ъ" {
                isSigned = true
                continue
            }
            guard (0x400..<0x4A0).contains(scalar.value) else { continue }
            let sound = cyrillic[Int(scalar.value) - 0x400]
            if sound.isEmpty { continue }
            // The soft and hard signs are heard only before a vowel.
            if isSigned, vowels.contains(sound[sound.count - 1]) { letters.append(UInt8(ascii: "i")) }
            isSigned = false
            letters += sound
        }
        return letters.isEmpty ? [] : [Reading(key: squeezed(letters), isRare: false)]
    }

    private static let vowels = Array("aeiou".utf8)
    /// The sounds of the letters from U+0400 on; empty for a letter that no Russian name has.
    private static let cyrillic: [[UInt8]] = {
        var table = [[UInt8]](repeating: [], count: 0xA0)
        let letters = """
            аa бb вv гg дd еie ёio жj зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цc чq шw щx ыi эe юiu яia іi їii єie ґg ўv јi \
            ђd ѓg љl њn ќk џj ѕz
            """
        for letter in letters.split(separator: " ") {
            table[Int(letter.unicodeScalars.first!.value) - 0x400] = Array(letter.utf8.dropFirst(2))
        }
        return table
    }()
}
