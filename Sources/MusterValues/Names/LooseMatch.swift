/// A match of two names that leaves words unmatched, or takes the words of one for another case of the other's.
///
/// It suggests and never decides: Анна Лугова may be Анна Лугова-Сенина, and Андрея Иконникова Андрей Иконников.
struct LooseMatch {
    private let one: [NameWords.Word]
    private let other: [NameWords.Word]
    /// The indices of the words that were taken for one, each once.
    private var pairs: [(one: Int, other: Int)] = []

    /// Pairs the words of two names, whole words first; `given` is a pair that is known already.
    private init(
        _ one: [NameWords.Word], _ other: [NameWords.Word], given: (one: Int, other: Int)? = nil,
        _ meets: (NameWords.Word, NameWords.Word) -> Bool
    ) {
        self.one = one
        self.other = other
        pairs = given.map { [$0] } ?? []
        for areInitials in [false, true] {
            for index in one.indices where !pairs.contains(where: { $0.one == index }) {
                let met = other.indices.first { second in
                    (one[index].isInitial || other[second].isInitial) == areInitials
                        && !pairs.contains { $0.other == second } && meets(one[index], other[second])
                }
                if let met { pairs.append((index, met)) }
            }
        }
    }

    /// The surest loose match of two names; nil if they belong to two people, or say too little to tell.
    static func best(_ one: [NameWords.Word], _ other: [NameWords.Word]) -> NameMatch? {
        // Most names that are compared are namesakes' with other patronymics.
        let fathers = [one, other].map { $0.filter(\.isPatronymic) }
        if let father = fathers[0].first, let second = fathers[1].first, !meets(father, second),
            father.cases(of: second).isEmpty, second.cases(of: father).isEmpty
        {
            return nil
        }
        let mayHaveMore = one.count != other.count || (one + other).contains { $0.isAside || $0.isLinked }
        let more = mayHaveMore ? LooseMatch(one, other, meets).verdict(.moreWords) : nil
        return more ?? inCase(one, other) ?? inCase(other, one)
    }

    /// True if two names are one person's, once a half-typed word is taken for the word that it begins, in one of the cases.
    static func isOne(
        _ one: [NameWords.Word], _ other: [NameWords.Word], begun: (one: Int, other: Int), in cases: CaseForm.Cases
    ) -> Bool {
        CaseForm.Cases.all.contains { wanted in
            cases.contains(wanted) && inCase(wanted, one, other, begun).verdict(.beginning) != nil
        }
    }

    /// The same with the half-typed word in the nominative, or so short that it may be in any case.
    static func isOne(_ one: [NameWords.Word], _ other: [NameWords.Word], begun: (one: Int, other: Int)) -> Bool {
        LooseMatch(one, other, given: begun, meets).verdict(.beginning) != nil
            || isOne(one, other, begun: begun, in: .any)
    }

    private static func meets(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        NameWords.Word.closeMatch(one, other) != nil
    }

    /// The match if all words of one name are in the same case of the other's.
    private static func inCase(_ one: [NameWords.Word], _ other: [NameWords.Word]) -> NameMatch? {
        var possible: CaseForm.Cases = []
        for word in one { for second in other { possible.formUnion(word.cases(of: second)) } }
        if possible.isEmpty { return nil }
        for wanted in CaseForm.Cases.all where possible.contains(wanted) {
            let match = inCase(wanted, one, other)
            let isInCase = match.pairs.contains { one[$0.one].cases(of: other[$0.other]).contains(wanted) }
            if isInCase, let found = match.verdict(.otherCase) { return found }
        }
        return nil
    }

    private static func inCase(
        _ wanted: CaseForm.Cases, _ one: [NameWords.Word], _ other: [NameWords.Word],
        _ begun: (one: Int, other: Int)? = nil
    ) -> LooseMatch {
        // Анны Гнатюк: the surname of a woman does not change if it ends with a consonant.
        let isWoman = one.contains { word in
            other.contains { $0.sureKeys.contains { $0.hasSuffix("a") } && word.cases(of: $0).contains(wanted) }
        }
        return LooseMatch(one, other, given: begun) { word, second in
            if word.isInitial || second.isInitial { return meets(word, second) }
            if word.cases(of: second).contains(wanted) { return true }
            return word.isUnchanged(isWoman: isWoman) && meets(word, second)
        }
    }

    /// The verdict on the words that were not taken for one.
    private func verdict(_ why: MatchReason) -> NameMatch? {
        let whole = pairs.filter { !one[$0.one].isInitial && !other[$0.other].isInitial && !one[$0.one].isNumber }
        guard !whole.isEmpty else { return nil }
        let left = one.indices.filter { index in !pairs.contains { $0.one == index } }
        let right = other.indices.filter { index in !pairs.contains { $0.other == index } }
        // Two patronymics that differ are two people's.
        if left.contains(where: { one[$0].isPatronymic }), right.contains(where: { other[$0].isPatronymic }) {
            return nil
        }
        let (more, others) = (Self.needed(left, one), Self.needed(right, other))
        let found = NameMatch(tier: .possible, why: why)
        let ofSurname = whole.filter {
            NameWords.Word.isOfSurname($0.one, in: one) || NameWords.Word.isOfSurname($0.other, in: other)
        }
        if more.isEmpty || others.isEmpty {
            if more.isEmpty, others.isEmpty { return why == .moreWords ? nil : found }
            if !ofSurname.isEmpty, pairs.count > 1 { return found }
            if whole.count > 1 { return NameMatch(tier: .possible, why: .partOfName) }
        }
        if ofSurname.isEmpty {
            return pairs.count == 1 && (one.count == 1 || other.count == 1) && why != .moreWords
                ? NameMatch(tier: .possible, why: .partOfName) : nil
        }
        // Губернатор Новиков has no given name that could differ. Мария Лугова has one that Анна Лугова-Сенина has not.
        let isBare =
            areBeside(more, one, taken: pairs.map(\.one)) || areBeside(others, other, taken: pairs.map(\.other))
        return isBare && (pairs.count > 1 || ofSurname.count == whole.count) ? found : nil
    }

    /// The unmatched words without a patronymic. Хрупцевич has the form of one, and is a surname where there is no other.
    private static func needed(_ rest: [Int], _ words: [NameWords.Word]) -> [Int] {
        words.filter { !$0.isPatronymic }.count < 2 ? rest : rest.filter { !words[$0].isPatronymic }
    }

    /// True if all unmatched words of a name are written beside it, or tied to a word that was matched.
    private func areBeside(_ rest: [Int], _ words: [NameWords.Word], taken: [Int]) -> Bool {
        rest.allSatisfy { index in
            let isTied = words[index].isLinked && taken.contains(index - 1)
            let ties = index + 1 < words.count && words[index + 1].isLinked && taken.contains(index + 1)
            return words[index].isAside || isTied || ties
        }
    }
}

extension NameWords.Word {
    /// The cases in which another word is written so; none if it never is.
    func cases(of other: NameWords.Word) -> CaseForm.Cases {
        if isInitial || isNumber || other.isInitial || other.isNumber { return [] }
        var cases: CaseForm.Cases = []
        for key in sureKeys { for name in other.sureKeys { cases.formUnion(CaseForm.cases(of: key, from: name)) } }
        return cases
    }

    /// True if another word is written so in some case.
    package func isCase(of other: NameWords.Word) -> Bool { !cases(of: other).isEmpty }

    /// Keys of other spellings, which no reading of the word gives: with the h of romanised Ukrainian for г, or with the
    /// consonants alone, as Arabic and Hebrew write.
    package var otherSpellings: Set<String> {
        var spellings = Set(ukrainianKeys + keys.map(SpellingKey.consonants))
        for key in sureKeys where key.contains("g") {
            let romanised = key.replacing("g", with: "h")
            spellings.insert(romanised)
            if key.hasSuffix("ei") { spellings.insert("\(romanised.dropLast(2))i") }
        }
        return spellings
    }

    /// True if the word may be the same in all cases.
    package var mayBeUnchanged: Bool { isUnchanged(isWoman: true) }

    /// True if the word is the same in all cases of the name of a man, or of a woman.
    fileprivate func isUnchanged(isWoman: Bool) -> Bool {
        sureKeys.contains { CaseForm.isIndeclinable($0) || isWoman && CaseForm.endsWithConsonant($0) }
    }
}
