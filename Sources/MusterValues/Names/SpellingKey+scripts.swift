import Foundation

extension SpellingKey {
    /// The readings of a word in neither Latin nor Cyrillic letters.
    ///
    /// Georgian, Armenian and Greek are read as they are romanised. Arabic and Hebrew leave most vowels out, so that a
    /// romanised name meets them only by its consonants. A word of any other script has one key, which finds that word alone.
    package static func ofOther(_ word: String) -> [Reading] {
        // Without the marks of Greek and Arabic letters.
        let letters = word.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.isAlphabetic && $0.properties.generalCategory != .nonspacingMark
        }
        if letters.allSatisfy({ sounds[$0] != nil }) {
            var paths = [""]
            for letter in letters {
                let ways = sounds[letter]!
                paths = Array(ways.flatMap { way in paths.map { $0 + way } }.prefix(maxPaths))
            }
            return readings(of: paths.map { (letters: Array($0.utf8), isRare: false) })
        }
        // Two letters for each letter of the script: any other word should differ, and a beginning stay a beginning.
        let key = letters.flatMap { [UInt8($0.value / 26 % 26) + 97, UInt8($0.value % 26) + 97] }
        return key.isEmpty ? [] : [Reading(key: String(decoding: key, as: UTF8.self), isRare: false)]
    }

    private static let maxPaths = 12

    /// True if a word is in a script that leaves most vowels out: Arabic or Hebrew.
    package static func lacksVowels(_ word: String) -> Bool {
        word.unicodeScalars.first.map { (0x590...0x77F).contains($0.value) } == true
    }

    /// A key's consonants; a vowel that begins the word is kept as one sign, since Arabic and Hebrew write it.
    package static func consonants(of key: String) -> String {
        let isVowel = { (letter: Character) in "aeiouy".contains(letter) }
        let rest = key.dropFirst().filter { !isVowel($0) }
        return (key.first.map(isVowel) == true ? "a" : String(key.prefix(1))) + rest
    }

    /// The sounds of letters in the alphabet of keys, where some have several.
    private static let sounds: [Unicode.Scalar: [String]] = {
        let letters = """
            აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟj რr სs ტt უu ფp,f ქk ღg,gh ყk შw ჩq ცc ძdz წc ჭq ხh ჯj,dj ჰh \
            աa բb գg դd եe զz էe ըi թt ժj իi լl խh ծc կk հh ձdz ղg,gh ճq մm յi նn շw ոo չq պp ջj,dj ռr սs վv տt րr ցc ւu փp քk օo ֆf \
            ևev \
            αa βv γg δd εe ζz ηi θt ιi κk λl μm νn ξks οo πp ρr σs ςs τt υi φf χh ψps ωo \
            اa بb تt ثt,s جdj,j حh خh دd ذd,z رr زz سs شw صs ضd طt ظz عa,  غg ـ فf,v قk كk لl مm نn هh ةa,  وv,u,o يi,y ىa ء \
            پp چq ژj گg کk یi ہh \
            אa,  בb,v גg דd הh, וv,u,o זz חh טt יi, כk,h ךh,k לl מm םm נn ןn סs עa,  פp,f ףf,p צc ץc קk רr שw,s תt
            """
        var table: [Unicode.Scalar: [String]] = [:]
        for letter in letters.split(separator: " ") where letter.unicodeScalars.count > 0 {
            let ways = letter.unicodeScalars.dropFirst()
            table[letter.unicodeScalars.first!] = String(String.UnicodeScalarView(ways))
                .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return table
    }()
}
