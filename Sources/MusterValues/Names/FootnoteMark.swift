/// What a page puts behind a name for a footnote, and what comes along when the name is copied: "Зуева2", "Зуева²", "Зуева[2]", "Зуева*".
///
/// It is no part of a person's name. Units have numbers of their own: БАРС-47, БАРС47.
package enum FootnoteMark {
    private static let signs: Set<Character> = Set("*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")
    private static let openings: Set<Character> = ["[", "(", "⁽"]
    private static let closings: Set<Character> = ["]", ")", "⁾"]
    /// The most digits of a footnote. A longer number in brackets, as a year, is something else.
    private static let mostDigits = 3

    /// A person's name without footnote marks; nil if it has none, or is nothing else.
    ///
    /// A number that stands apart is left, in brackets too: it may tell two people of one name apart.
    package static func removed(from name: String) -> String? {
        // Nearly no name has one, and this is asked of each name that a search compares.
        if !name.unicodeScalars.contains(where: isSuspicious) { return nil }
        let all = Array(name)
        var kept: [Character] = []
        var (index, endOfMark) = (0, 0)
        while index < all.count {
            let isBehind = index > 0 && (all[index - 1].isLetter || index == endOfMark)
            if let end = end(of: all, from: index, isBehind: isBehind) {
                (index, endOfMark) = (end, end)
            } else {
                kept.append(all[index])
                index += 1
            }
        }
        if kept.count == all.count || !kept.contains(where: \.isLetter) { return nil }
        return kept.split(separator: " ").map { String($0) }.joined(separator: " ").replacing(" ,", with: ",")
    }

    /// True for a digit and for a sign that may be a mark.
    private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x2A: true
        case 0...0x7F, 0x400...0x45F: false
        default: scalar.properties.numericType != nil || signs.contains(Character(scalar))
        }
    }

    /// The place after the mark that begins at a place; nil if none does. `isBehind` is true directly behind a letter or another mark.
    private static func end(of all: [Character], from start: Int, isBehind: Bool) -> Int? {
        // A mark stands behind a name or a word of it; what stands before or inside of one is something else.
        if signs.contains(all[start]) { return all[start...].allSatisfy(signs.contains) ? start + 1 : nil }
        if openings.contains(all[start]) {
            if !isBehind { return nil }
            let digits = all[(start + 1)...].prefix { isDigit($0) }
            let end = start + 1 + digits.count
            let isMark = (1...mostDigits).contains(digits.count) && end < all.count && closings.contains(all[end])
            return isMark ? end + 1 : nil
        }
        guard isDigit(all[start]), start == 0 || !isDigit(all[start - 1]) else { return nil }
        let end = start + all[start...].prefix { isDigit($0) }.count
        let isBeforeLetter = end < all.count && all[end].isLetter
        return start == 0 ? (isBeforeLetter ? end : nil) : all[start - 1].isLetter && !isBeforeLetter ? end : nil
    }

    private static func isDigit(_ character: Character) -> Bool { character.isNumber && !character.isLetter }
}
