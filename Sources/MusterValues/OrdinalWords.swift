/// English words for places in an order.
package enum OrdinalWords {
    /// True if a text states the place, as a word or as a number: "the fifth region", "5th", "5".
    package static func states(_ text: String, _ ordinal: Int) -> Bool {
        // A hyphen joins: the 05 of 2026-11-05 is not a claim of the fifth place, and neither is "twenty-fifth".
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
        let numbers = ["", "st", "nd", "rd", "th"].map { "\(ordinal)\($0)" }
        return words.contains { $0 == word(ordinal) || numbers.contains($0) }
    }

    /// The place as a word up to the tenth, then as a number: "fifth", "21st".
    package static func word(_ ordinal: Int) -> String {
        let words = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        ]
        return (1...words.count).contains(ordinal) ? words[ordinal - 1] : numeral(ordinal)
    }

    /// The place as a number: "5th", "21st".
    package static func numeral(_ ordinal: Int) -> String {
        let isTeen = (11...13).contains(ordinal % 100)
        let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][ordinal % 10] ?? "th"
        return "\(ordinal)\(ending)"
    }
}
