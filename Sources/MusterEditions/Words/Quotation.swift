/// The marks around a source's own words, which are those of the words' alphabet.
enum Quotation {
    /// The words in “ ” or, if most of their letters are Cyrillic, in « ».
    static func marked(_ words: String) -> String { isCyrillic(words) ? "«\(words)»" : "“\(words)”" }

    /// True if more letters of the words are Cyrillic than not.
    static func isCyrillic(_ words: String) -> Bool {
        let letters = words.unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count { (0x400...0x52F).contains($0.value) } * 2 > letters.count
    }
}
