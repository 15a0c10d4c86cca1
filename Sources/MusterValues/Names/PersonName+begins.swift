extension PersonName {
    /// True if the last word may be half typed: "Ivan Nov" for "Ivan Novikov". The other words are as in a whole name.
    package func begins(_ other: PersonName) -> Bool {
        guard let last = words.last else { return false }
        return other.words.indices.contains { index in
            let word = other.words[index]
            let begun = (words.count - 1, index)
            if last.begins(word) { return words.count == 1 || LooseMatch.isOne(words, other.words, begun: begun) }
            let cases = last.casesBegun(of: word)
            return !cases.isEmpty && (words.count == 1 || LooseMatch.isOne(words, other.words, begun: begun, in: cases))
        }
    }

    /// True if the last word ends like a surname: Андрей Козлов is whole, although Андрей Козловский begins so.
    package var endsLikeSurname: Bool { words.last?.hasSurnameEnding == true }
}
