/// Pairs each word of the shorter name with one of the longer.
struct WordAssignment {
    /// The match of each word of the shorter name (row) with each word of the longer (column); nil if they do not
    /// match.
    let matches: [[PersonName.WordMatch?]]
    let many: [NameWords.Word]
    /// The only unsure kind of match that may be used; `key` and `initial` are always allowed.
    let allows: PersonName.WordMatch

    func best() -> NameMatch? { search(0, used: [], found: []) }

    private func search(_ word: Int, used: [Int], found: [PersonName.WordMatch]) -> NameMatch? {
        if word == matches.count { return judge(used, found) }
        // At most one word may match by a typo or by its beginning; any number may match by a rare romanisation.
        let unsure = allows == .rare || allows > .rare && !found.contains(allows) ? [allows] : []
        for wanted in [.key, .initial] + unsure {
            for index in many.indices where matches[word][index] == wanted && !used.contains(index) {
                if let match = search(word + 1, used: used + [index], found: found + [wanted]) { return match }
            }
        }
        return nil
    }

    private func judge(_ used: [Int], _ found: [PersonName.WordMatch]) -> NameMatch? {
        guard found.contains(where: { $0 != .initial }) else { return nil }
        if allows > .initial, !found.contains(allows) { return nil }
        let rest = many.indices.filter { !used.contains($0) }
        if matches.count == 1, !rest.isEmpty {
            let index = used[0]
            let isSurname = NameWords.Word.isOfSurname(index, in: many)
            switch found[0] {
            case .key:
                return NameMatch(tier: isSurname ? .surname : .possible, why: isSurname ? .surnameOnly : .partOfName)
            case .initial: return nil
            case .rare: return NameMatch(tier: .possible, why: .otherReading)
            case .typo: return isSurname ? NameMatch(tier: .possible, why: .oneLetter) : nil
            case .beginning: return isSurname ? NameMatch(tier: .possible, why: .beginsAlike) : nil
            }
        }
        // Only a patronymic, or an initial of one, may be missing on one side.
        guard rest.allSatisfy({ many[$0].isInitial || many[$0].isPatronymic }) else { return nil }
        switch found.max()! {
        case .key: return NameMatch(tier: .key, why: .sameKey)
        case .initial: return NameMatch(tier: .initial, why: .initial)
        case .rare: return NameMatch(tier: .possible, why: .otherReading)
        case .typo: return NameMatch(tier: .possible, why: .oneLetter)
        case .beginning: return NameMatch(tier: .possible, why: .beginsAlike)
        }
    }
}
