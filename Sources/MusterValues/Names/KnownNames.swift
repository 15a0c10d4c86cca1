/// The names of many people, kept so that of most other names it is quickly told that they are nobody's among them.
///
/// It never says no of a name that `PersonName` matches with one of these as one person's in any way, except as a mere beginning or part
/// of it. It often says yes of others. A word that many names have takes no longer than a rare one.
package final class KnownNames {
    private var neighbours = WordNeighbours()
    private let reader = WordReader()
    /// The numbers of the words of all names, one name after the other.
    private var words: [Int32] = []
    private var starts: [Int32] = [0]
    /// The names that have a word, by its number.
    private var holders: [[Int32]] = []
    /// True for words of names in which one word may decide.
    private var decides: [Bool] = []
    private var folded: Set<Int> = []
    /// The most names that are looked at before it is left open whether one of them fits.
    private static let maxNames = 20_000

    package init() {}

    /// Takes in a name.
    package func insert(_ text: String) {
        folded.insert(Text.folded(text).hashValue)
        let parts = PersonName(text, by: reader).words
        if parts.isEmpty { return }
        let name = Int32(starts.count - 1)
        for (index, part) in parts.enumerated() {
            let number = number(of: part)
            words.append(number)
            holders[Int(number)].append(name)
            if Self.mayDecide(index, parts) { decides[Int(number)] = true }
        }
        starts.append(Int32(words.count))
    }

    /// True if one of the names may be the same person's as another; false if certainly none is.
    ///
    /// Two words have to fit in most names. One is enough where all others of its name are beside it or tied to it.
    package func mayMeet(_ text: String) -> Bool {
        let parts = PersonName(text, by: reader).words
        if parts.contains(where: \.isInitial) || parts.indices.contains(where: { Self.mayDecide($0, parts) }) {
            return true
        }
        if folded.contains(Text.folded(text).hashValue) { return true }
        if parts.isEmpty { return false }
        let numbers = parts.map(number)
        let near = numbers.map { neighbours[$0] }
        if near.contains(where: { $0.contains { decides[Int($0)] } }) { return true }
        let counts = near.map { $0.reduce(0) { $0 + holders[Int($1)].count } }
        // Of two words that fit, one is not the word that most names have.
        let commonest = counts.indices.max { counts[$0] < counts[$1] }!
        if counts.reduce(0, +) - counts[commonest] > Self.maxNames { return true }
        for index in near.indices where index != commonest {
            for word in near[index] {
                let isThere = holders[Int(word)].contains { name in
                    near.indices.contains { $0 != index && has(name, oneOf: near[$0], besides: word) }
                }
                if isThere { return true }
            }
        }
        return false
    }

    /// True if a word of a name may be enough to tell whose it is, because all others may be left out.
    private static func mayDecide(_ index: Int, _ words: [NameWords.Word]) -> Bool {
        words.indices.allSatisfy { other in
            if other == index || words[other].isAside || words[other].isPatronymic { return true }
            return other == index + 1 && words[other].isLinked || other == index - 1 && words[index].isLinked
        }
    }

    /// True if a name has one of some words, besides one occurrence of another.
    private func has(_ name: Int32, oneOf wanted: [Int32], besides word: Int32) -> Bool {
        var isPassed = false
        for own in words[Int(starts[Int(name)])..<Int(starts[Int(name) + 1])] {
            if own == word, !isPassed {
                isPassed = true
            } else if wanted.contains(own) {
                return true
            }
        }
        return false
    }

    private func number(of word: NameWords.Word) -> Int32 {
        let number = neighbours.number(of: word)
        while holders.count <= Int(number) {
            holders.append([])
            decides.append(false)
        }
        return number
    }
}
