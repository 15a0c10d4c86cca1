import MusterValues

extension SearchQuery {
    /// An expression that finds names with all words, the last of them half typed; nil if that one is a number or too
    /// short. `forms` are the other forms of words, by the word's index.
    func beginning(kinds: [RecordKind], _ forms: [Int: WordForms]) -> String? {
        guard let last = words.last, !last.isNumber, isOfNames || !last.isInitial else { return nil }
        let begun = last.beginnings.compactMap { key -> String? in
            if key.utf8.count > 1 { return "\"\(key)\"*" }
            // A single letter begins a word only beside another.
            return isOfNames && words.count > 1 ? SearchIndex.beginnings([key]).first.map { "\"1\($0)\"" } : nil
        }
        if begun.isEmpty { return nil }
        let rest = words.dropLast().indices.filter { !isOfNames || !words[$0].isAside }
        let names = isOfNames ? rest.filter { !words[$0].isPatronymic } : rest
        let whole = (names.isEmpty ? rest : names).map { index in
            one(of: index, besides: forms[index].map { $0.spellings + $0.cases } ?? [])
        }
        let end = "(\(begun.joined(separator: " OR ")))"
        var found = (whole + [end]).joined(separator: " AND ")
        if isOfNames, !whole.isEmpty {
            if kinds.contains(.official) { found += " OR (\(end) AND \"0one\")" }
            // "Курская обл" is half of a word that no name needs.
            let others = kinds.filter { $0 != .official }
            if PhraseName.isKindBegun(last), !others.isEmpty {
                found += " OR (\((whole + Self.marks(of: others)).joined(separator: " AND ")))"
            }
        }
        return (["(\(found))"] + Self.marks(of: kinds)).joined(separator: " AND ")
    }

    /// The most words of which each two are looked for together.
    private static let maxPaired = 6

    /// An expression that finds officials with more or fewer words, with the words in another case, or in a spelling that the
    /// index has no key for; nil if it would find no more than `expression`.
    func loose(_ forms: [Int: WordForms]) -> String? {
        let whole = words.indices.filter { !words[$0].isInitial && !words[$0].isNumber }
        let inner = whole.filter { !words[$0].isPatronymic }
        let names = Array((inner.count > 1 ? inner : whole).prefix(Self.maxPaired))
        var found: [String] = []
        for (place, one) in names.enumerated() {
            for other in names[(place + 1)...] {
                let pair = [one, other]
                if names.count > 2 || pair.contains(where: { forms[$0]?.spellings.isEmpty == false }) {
                    found.append(
                        pair.map { self.one(of: $0, besides: forms[$0]?.spellings ?? []) }.joined(separator: " AND "))
                }
                if pair.contains(where: { forms[$0]?.cases.isEmpty == false }) {
                    found.append(pair.map { inCase($0, forms) }.joined(separator: " AND "))
                }
            }
        }
        let others = names.flatMap { (forms[$0]?.spellings ?? []) + (forms[$0]?.cases ?? []) }
        if names.count > 1, !others.isEmpty { found.append("\(Self.any(others)) AND \"0one\"") }
        if names.count == 1, !others.isEmpty {
            let initials = SearchIndex.beginnings(words.filter(\.isInitial).flatMap(\.keys)).flatMap {
                ["1\($0)", "2\($0)"]
            }
            found.append(initials.isEmpty ? Self.any(others) : "\(Self.any(others)) AND \(Self.any(initials))")
        }
        // Лугова-Сенина and губернатор Новиков have no given name, so that the surname alone decides.
        if names.count > 1, isBare(names) {
            found.append(
                Self.any(
                    names.filter { !words[$0].isAside || words[$0].hasSurnameEnding }.flatMap { index in
                        words[index].keys + (forms[index]?.spellings ?? []) + (forms[index]?.cases ?? [])
                    }))
        }
        return found.isEmpty ? nil : found.map { "(\($0))" }.joined(separator: " OR ")
    }

    /// The forms of a word in other cases, and the word itself if it may be the same in all.
    private func inCase(_ index: Int, _ forms: [Int: WordForms]) -> String {
        let unchanged = words[index].mayBeUnchanged ? words[index].keys : []
        let initials = SearchIndex.beginnings(words[index].keys).map { "2\($0)" }
        return Self.any((forms[index]?.cases ?? []) + unchanged + initials)
    }

    /// True if the words that are not written beside the name are the parts of one, tied by hyphens.
    private func isBare(_ names: [Int]) -> Bool {
        let inner = names.filter { !words[$0].isAside }
        return !inner.isEmpty && inner.dropFirst().allSatisfy { words[$0].isLinked && inner.contains($0 - 1) }
    }
}
