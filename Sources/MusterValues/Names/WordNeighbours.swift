/// The distinct words of many names, each with those that it may be taken for.
///
/// Two words may be taken for each other if they match in any way, or if one is a case of the other. Each new word is compared only
/// with the few that have some key, beginning or end in common with it.
struct WordNeighbours {
    private var words: [NameWords.Word] = []
    private var numbers: [NameWords.Word: Int32] = [:]
    private var found: [[Int32]] = []
    private var byKey: [String: [Int32]] = [:]
    private var byUkrainianKey: [String: [Int32]] = [:]
    private var byConsonants: [String: [Int32]]?
    private var initials: [Int32] = []
    private var slips = SlipIndex()

    /// The numbers of the words that a word may be taken for, and its own among them.
    subscript(_ number: Int32) -> [Int32] { found[Int(number)] }

    /// The number of a word, which is taken in if it is new.
    mutating func number(of word: NameWords.Word) -> Int32 {
        if let known = numbers[word] { return known }
        let number = Int32(words.count)
        if SpellingKey.lacksVowels(word.written), byConsonants == nil { collectConsonants() }
        let others = near(word).filter { Self.mayBeOne(word, words[Int($0)]) }
        for other in others { found[Int(other)].append(number) }
        found.append([number] + others)
        words.append(word)
        numbers[word] = number
        file(word, number)
        return number
    }

    private mutating func file(_ word: NameWords.Word, _ number: Int32) {
        if word.isInitial { return initials.append(number) }
        for key in word.keys { byKey[key, default: []].append(number) }
        for key in word.ukrainianKeys { byUkrainianKey[key, default: []].append(number) }
        if byConsonants != nil { fileConsonants(word, number) }
        if !word.isNumber { slips.insert(word, number) }
    }

    private mutating func fileConsonants(_ word: NameWords.Word, _ number: Int32) {
        for key in Set(word.keys.map(SpellingKey.consonants)) { byConsonants?[key, default: []].append(number) }
    }

    /// Sorts all words by their consonants, which only a word in a script without vowels asks for.
    private mutating func collectConsonants() {
        byConsonants = [:]
        for (number, word) in words.enumerated() where !word.isInitial { fileConsonants(word, Int32(number)) }
    }

    /// The words among which all are that a word may be taken for.
    private func near(_ word: NameWords.Word) -> Set<Int32> {
        if word.isInitial { return Set(words.indices.map { Int32($0) }) }
        var near = Set(initials)
        for key in word.keys {
            near.formUnion(byKey[key] ?? [])
            near.formUnion(byUkrainianKey[key] ?? [])
            if let byConsonants { near.formUnion(byConsonants[SpellingKey.consonants(of: key)] ?? []) }
        }
        for key in word.ukrainianKeys { near.formUnion(byKey[key] ?? []) }
        if word.isNumber { return near }
        for key in word.sureKeys {
            for other in CaseForm.nominatives(of: key) { near.formUnion(byKey[other] ?? []) }
            for other in CaseForm.forms(of: key) { near.formUnion(byKey[other] ?? []) }
            for other in SlipIndex.swapped(key) { near.formUnion(byKey[other] ?? []) }
        }
        slips.near(word, words, &near)
        return near
    }

    private static func mayBeOne(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        // Which of two words is the first decides which of their keys are compared first.
        NameWords.Word.match(one, other) != nil || NameWords.Word.match(other, one) != nil || one.isCase(of: other)
            || other.isCase(of: one)
    }
}
