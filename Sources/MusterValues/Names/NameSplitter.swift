import Foundation

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

    /// The number of words that are read. Only titles have more.
    private static let maxWords = 24
    /// The number of letters that are read of a text. No name or title is as long.
    private static let maxTextLength = 2000
    /// The number of letters that are kept of a word.
    private static let maxWordLength = 60

    /// The words of a text in their order, in lower case, at most 24.
    package static func parts(of text: String) -> [Part] {
        var splitter = NameSplitter()
        for scalar in lowercase(text) where splitter.parts.count < maxWords { splitter.take(scalar) }
        if splitter.parts.count < maxWords { splitter.close(isDotted: false) }
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
            let number = digits.drop { $0 == "0" }.prefix(Self.maxWordLength)
            parts.append(
                Part(text: number.isEmpty ? "0" : String(number), isCyrillic: false, isInitial: false, isNumber: true))
            digits = ""
        }
        guard !letters.isEmpty else { return }
        let (word, isCyrillic) = Self.unmixed(letters.prefix(Self.maxWordLength))
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
    private static func lowercase(_ text: String) -> String.UnicodeScalarView {
        var lower = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(maxTextLength) {
            switch scalar.value {
            case 0x41...0x5A, 0x410...0x42F: lower.append(Unicode.Scalar(scalar.value + 0x20)!)
            case 0x400...0x40F: lower.append(Unicode.Scalar(scalar.value + 0x50)!)
            case 0...0x7E, 0x430...0x45F: lower.append(scalar)
            default:
                // Foundation's and Unicode's tables are slow, and most names need neither.
                let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(maxTextLength)))
                return start.precomposedStringWithCompatibilityMapping.lowercased()
                    .precomposedStringWithCanonicalMapping
                    .unicodeScalars
            }
        }
        return lower
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
