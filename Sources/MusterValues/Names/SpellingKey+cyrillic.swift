extension SpellingKey {
    /// The readings of a word in lower-case Cyrillic letters of any language, the likeliest first, at most twelve; only one
    /// if all its letters are Russian, Ukrainian or Belarusian. Empty if it has no letter with a sound.
    package static func ofCyrillic(_ word: String) -> [Reading] {
        var paths: [(letters: [UInt8], isRare: Bool)] = [([], false)]
        var isSigned = false
        for scalar in word.unicodeScalars {
            if scalar == "ь" || scalar == "ъ" {
                isSigned = true
                continue
            }
            guard (0x400..<0x530).contains(scalar.value) else { continue }
            let sounds = cyrillic[Int(scalar.value) - 0x400]
            if sounds.isEmpty { continue }
            let now = paths
            for (index, sound) in sounds.enumerated() where index == 0 || paths.count < maxReadings {
                // The soft and hard signs are heard only before a vowel.
                let glide = isSigned && sound.letters.last.map(vowels.contains) == true ? [UInt8(ascii: "i")] : []
                let longer = now.map { ($0.letters + glide + sound.letters, $0.isRare || sound.isRare) }
                paths = index == 0 ? longer : paths + longer
            }
            isSigned = false
        }
        return readings(of: paths)
    }

    private static let maxReadings = 12

    /// A way to hear a letter. A rare one suggests and does not decide.
    private struct Sound {
        let letters: [UInt8]
        let isRare: Bool
    }

    private static let vowels = Array("aeiou".utf8)
    /// The sounds of the letters from U+0400 on; none for a letter that is not heard.
    ///
    /// A letter that Russian lacks has a sound for each Russian letter that is written or typed in its place: Шәймиев is
    /// Шаймиев and Шеймиев. The rare ones follow a slash.
    private static let cyrillic: [[Sound]] = {
        var table = [[Sound]](repeating: [], count: 0x130)
        let letters = """
            аa бb вv гg дd еie ёio жj зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цc чq шw щx ыi эe юiu яia іi їii єie ґg ўv јi \
            ђd ѓg љl њn ќk џj ѕz ѣie ѳf ѵi ѫu \
            әa,e/ia ӓa,e/ia ӕa,e ӑa,o/e ӗe,ie/i ӧo,e ӫo,e өo,e/u ӱu,iu ӳu,iu үu,iu ұu,i ӹi ӣi ӥi ӯu \
            җj,dj/z ӂj,dj ӝj,dj ӟz,dz ҙz/d ӡdz,z ҫs/z ҝg,k ңn,ng ҥn,ng ӈn,ng ӊn ԣn,ng ғg/h ҕg/h ӷg,h һh/g, ҳh ӽh ӿh қk ҡk ҟk ӄk ԟk \
            ҷq,j ӌq,j ӵq ҹq,j ҽq ҿq ҵc ҭt ҧp ԥp ӆl ԓl ԡl ԯl ԝv ӎm ҏr ӏ ҍi ӭe ҩo ҋi
            """
        for letter in letters.split(separator: " ") {
            let ways = letter.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
            table[Int(letter.unicodeScalars.first!.value) - 0x400] = ways.enumerated().flatMap { index, sounds in
                sounds.split(separator: ",", omittingEmptySubsequences: index == 0).map {
                    Sound(letters: Array($0.utf8), isRare: index > 0)
                }
            }
        }
        return table
    }()
}
