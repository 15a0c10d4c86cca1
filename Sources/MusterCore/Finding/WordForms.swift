import GRDB
import MusterValues

/// The keys on the register that are other forms of a word typed in a search.
struct WordForms {
    /// Spellings for which the index has no key of the word's: from Ukrainian, or without vowels.
    var spellings: [String] = []
    /// The word in other cases, and the names that it may be a case of.
    var cases: [String] = []

    /// The forms of words by the word's index; words without any are left out.
    static func of(_ words: [NameWords.Word], _ db: Database) throws -> [Int: WordForms] {
        let isAlone = words.filter { !$0.isInitial && !$0.isPatronymic }.count == 1
        var forms: [Int: WordForms] = [:]
        for index in words.indices where !words[index].isInitial && !words[index].isNumber {
            let word = words[index]
            var cases = Set(word.sureKeys.flatMap(CaseForm.nominatives))
            // Any man's surname is the beginning of a woman's, which a search for a surname alone finds by that.
            if !isAlone || words.count > 1 { cases.formUnion(word.sureKeys.flatMap(CaseForm.forms)) }
            let spellings = word.otherSpellings.subtracting(word.keys)
            let there = try onRegister(spellings.union(cases), db)
            let unvoiced = SpellingKey.lacksVowels(word.written) ? try voiced(word, db) : []
            let found = WordForms(
                spellings: spellings.intersection(there).sorted() + unvoiced, cases: cases.intersection(there).sorted())
            if !found.spellings.isEmpty || !found.cases.isEmpty { forms[index] = found }
        }
        return forms
    }

    private static func onRegister(_ keys: Set<String>, _ db: Database) throws -> Set<String> {
        if keys.isEmpty { return [] }
        let list = keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
        return try String.fetchSet(db, sql: "SELECT key FROM search_key WHERE key IN (\(list))")
    }

    /// The most keys that are read to find those with a word's consonants.
    private static let maxKeys = 5000

    /// The keys on the register with the consonants of a word in a script that leaves vowels out.
    private static func voiced(_ word: NameWords.Word, _ db: Database) throws -> [String] {
        let wanted = Set(word.keys.map(SpellingKey.consonants)).filter { $0.utf8.count > 1 }
        let firsts = Set(wanted.flatMap { $0.hasPrefix("a") ? Array("aeiouy") : [$0.first!] })
        return try firsts.sorted().flatMap { first in
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT key FROM search_key WHERE key BETWEEN ? AND ? || '~' LIMIT \(maxKeys)"),
                arguments: [String(first), String(first)])
        }.filter { wanted.contains(SpellingKey.consonants(of: $0)) }
    }
}
