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
        let text = text.lowercased().replacing(#/[\u{A0}\u{2007}\u{2009}\u{202F}]/#, with: " ")
            .trimmingCharacters(in: .whitespaces)
        for (words, isLeast) in [("at least ", true), ("at most ", false), ("up to ", false)]
        where text.hasPrefix(words) {
            guard let number = Self.number(text.dropFirst(words.count)) else { return nil }
            (least, most) = isLeast ? (number, nil) : (nil, number)
            return
        }
        if let number = Self.number(text[...]) {
            (least, most) = (number, number)
            return
        }
        guard let range = text.wholeMatch(of: #/(.*?) ?(?:\.\.|-|–|—| to ) ?(.*)/#) else { return nil }
        let sides = [range.1, range.2]
        let numbers = sides.map(Self.number)
        // What is no number is an open side only if nothing is written there, and only beside two dots.
        let isOpen = zip(sides, numbers).contains { $0.isEmpty && $1 == nil } && text.contains("..")
        switch (numbers[0], numbers[1]) {
        case (let first?, let last?) where first <= last: (least, most) = (first, last)
        case (let first?, nil) where isOpen: (least, most) = (first, nil)
        case (nil, let last?) where isOpen: (least, most) = (nil, last)
        default: return nil
        }
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.wholeMatch(of: #/[0-9]+|[1-9][0-9]{0,2}([ ,'’])[0-9]{3}(?:\1[0-9]{3})*/#) != nil else { return nil }
        return Int(text.filter { $0.isASCII && $0.isNumber })
    }
}
