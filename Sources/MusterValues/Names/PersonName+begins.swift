extension PersonName {
    /// True if each word is also in the other name, except the last, which may be half typed: "Ivan Nov" for "Ivan
    /// Novikov".
    package func begins(_ other: PersonName) -> Bool {
        guard let last = words.last, words.count <= other.words.count else { return false }
        var left = other.words
        for word in words.dropLast() {
            guard let index = left.firstIndex(where: { NameWords.Word.match(word, $0).map { $0 <= .initial } ?? false })
            else {
                return false
            }
            left.remove(at: index)
        }
        return left.contains { last.begins($0) }
    }
}
