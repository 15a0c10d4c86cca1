import Foundation

/// A text's place in the reader's alphabet.
///
/// Numbers go by their value, before letters; Latin letters go before Cyrillic ones. A letter that a language adds stands where
/// its own alphabet has it: ё after е, ґ after г, є and ж, і and ї after и, and those of the Turkic languages after the letter that
/// they are made from. Case decides last, and marks that no alphabet knows just before it.
package struct SortKey: Comparable, Sendable {
    private let weights: [UInt32]
    private let text: String

    package init(_ text: String) {
        self.text = text
        var weights: [UInt32] = []
        var number = ""
        func closeNumber() {
            // Leading zeros have no value; a longer number is the greater one.
            let digits = number.drop { $0 == "0" }
            if !number.isEmpty { weights += [Self.number, UInt32(digits.count)] + digits.unicodeScalars.map(\.value) }
            number = ""
        }
        for character in text {
            if character.isASCII, character.isNumber {
                number.append(character)
                continue
            }
            closeNumber()
            weights.append(Self.weight(of: character))
        }
        closeNumber()
        self.weights = weights
    }

    package static func == (one: SortKey, other: SortKey) -> Bool { one.text == other.text }

    package static func < (one: SortKey, other: SortKey) -> Bool {
        if one.weights != other.weights { return one.weights.lexicographicallyPrecedes(other.weights) }
        // Small letters go before large ones of the same word.
        let (first, second) = (one.text.lowercased(), other.text.lowercased())
        return first == second ? one.text > other.text : first < second
    }

    private static let number: UInt32 = 0x1000
    private static let latin: UInt32 = 0x2000
    private static let cyrillic: UInt32 = 0x3000

    private static func weight(of character: Character) -> UInt32 {
        let small = Character(character.lowercased().first.map(String.init) ?? String(character))
        if let place = places[small] { return place }
        // A letter with a mark that no alphabet below knows goes with the letter that it is made from.
        let base = String(small).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? "\u{0}"
        if let place = places[Character(base)] { return place }
        return character.isLetter ? 0x10000 + base.value : min(base.value, 0xFFF)
    }

    private static let places: [Character: UInt32] = {
        var places: [Character: UInt32] = [:]
        for (first, alphabet) in [(latin, latinLetters), (cyrillic, cyrillicLetters)] {
            for (index, letter) in alphabet.enumerated() { places[letter] = first + UInt32(index) }
        }
        return places
    }()

    private static let latinLetters = "abcçdeəfgğhıijklmnñoöpqrsştuüvwxyz"
    private static let cyrillicLetters =
        "аӑәбвгґғҕдђеёӗєжӂҗзҙӟѕиіїӥйјкқҡлљмнңҥњоөпрсҫтћҭуўӯүұӳфхҳһцчҷӵҹџшщъыӹьэӭюя"
}
