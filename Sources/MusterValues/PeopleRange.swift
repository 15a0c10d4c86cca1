import Foundation

/// A number of people as a person or a source writes it: the least and the most, either of which may be open.
package struct PeopleRange: Equatable {
    /// The fewest; nil if only the most is given.
    package let least: Int?
    /// The most; nil if only the fewest is given.
    package let most: Int?

    /// Reads "500", "2,162", "2 162", "300..500", "300 to 500", "300-500", "300..", "at least 300", "..105", "up to 105" and
    /// "at most 105"; nil for any other text, for a range whose most is below its least, and for an approximation such as
    /// "about 500", which says no range.
    ///
    /// One comma, space or apostrophe parts thousands only before three digits, so "2,16" is no number. Nor is "2.162", which
    /// one reader takes for two thousand and another for two.
    package init?(_ text: String) {
        // Danger: a pattern would be made ready anew for each of the thousands that a long report reads.
        let spaces: [Unicode.Scalar] = ["\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"]
        let plain = String(
            String.UnicodeScalarView(text.lowercased().unicodeScalars.map { spaces.contains($0) ? " " : $0 })
        )
        .trimmingCharacters(in: .whitespaces)
        for (words, isLeast) in [("at least ", true), ("at most ", false), ("up to ", false)]
        where plain.hasPrefix(words) {
            guard let number = Self.number(Array(plain.dropFirst(words.count).unicodeScalars)[...]) else { return nil }
            (least, most) = isLeast ? (number, nil) : (nil, number)
            return
        }
        let scalars = Array(plain.unicodeScalars)
        if let number = Self.number(scalars[...]) {
            (least, most) = (number, number)
            return
        }
        guard let sides = Self.sides(scalars) else { return nil }
        let numbers = sides.map(Self.number)
        // What is no number is an open side only if nothing is written there, and only beside two dots.
        let isOpen = zip(sides, numbers).contains { $0.isEmpty && $1 == nil } && plain.contains("..")
        switch (numbers[0], numbers[1]) {
        case (let first?, let last?) where first <= last: (least, most) = (first, last)
        case (let first?, nil) where isOpen: (least, most) = (first, nil)
        case (nil, let last?) where isOpen: (least, most) = (nil, last)
        default: return nil
        }
    }

    /// The texts before and after the first sign of a range, without one space at it; nil if there is none.
    private static func sides(_ text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>]? {
        let signs = ["..", "-", "–", "—", " to "].map { Array($0.unicodeScalars) }
        for place in text.indices {
            let starts = text[place] == " " ? [place + 1, place] : [place]
            for start in starts {
                guard let sign = signs.first(where: { text[start...].starts(with: $0) }) else { continue }
                let last = text[(start + sign.count)...]
                return [text[..<place], last.first == " " ? last.dropFirst() : last]
            }
        }
        return nil
    }

    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
        var groups = [text]
        if let mark = text.first(where: { !digits.contains($0) }) {
            guard [" ", ",", "'", "’"].contains(mark) else { return nil }
            groups = text.split(separator: mark, omittingEmptySubsequences: false)
            guard let first = groups.first, (1...3).contains(first.count), first.first != "0",
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        let all = groups.joined()
        return all.allSatisfy(digits.contains) ? Int(String(String.UnicodeScalarView(all))) : nil
    }
}
