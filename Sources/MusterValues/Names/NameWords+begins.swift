extension NameWords.Word {
    /// The keys that the word of which this one is half typed can begin with. The last letter may be the first half of
    /// another, as in "Iskh" for Исхаков, and the word may be in another case than the name.
    package var beginnings: [String] {
        let stems = sureKeys.flatMap(CaseForm.stems(ofHalfTyped:)).filter { $0.utf8.count >= Self.minStem }
        return begun.union(stems).sorted()
    }

    /// True if the word is the beginning of a longer one, in its own letters or as it sounds.
    package func begins(_ other: NameWords.Word) -> Bool {
        if isNumber || other.isNumber || other.isInitial { return false }
        if other.written.hasPrefix(written) { return other.written.utf8.count > written.utf8.count }
        let begun = begun
        return other.keys.contains { name in begun.contains { name.hasPrefix($0) } }
    }

    /// The cases in which another word begins with this one; none for a word of few letters.
    func casesBegun(of other: NameWords.Word) -> CaseForm.Cases {
        if isNumber || isInitial || other.isNumber || other.isInitial { return [] }
        var cases: CaseForm.Cases = []
        for key in sureKeys where key.utf8.count > Self.minStem {
            for name in other.sureKeys where name.hasPrefix(key.prefix(Self.minStem)) {
                cases.formUnion(CaseForm.cases(of: name, beginningWith: key))
            }
        }
        return cases
    }

    /// The fewest letters of a name that a half-typed word in another case must leave.
    private static let minStem = 4

    /// The word's keys, and those that it has if its end is the first half of a letter.
    private var begun: Set<String> {
        var begun = Set(keys + ukrainianKeys)
        for key in begun {
            for letter in Self.continued[key.utf8.last!] ?? [] {
                begun.insert(String(decoding: SpellingKey.joined(key.utf8.dropLast() + [letter]), as: UTF8.self))
            }
            // Кащеев loses the first of its vowels: Kashchey-ev.
            if key.hasSuffix("ei") { begun.insert(String(key.dropLast())) }
            if written.hasSuffix("o") { begun.insert("\(key.dropLast())u") }
        }
        let habits = SpellingKey.Habits(of: [written])
        for (half, sounds) in Self.halves where written.hasSuffix(half) {
            let rest = SpellingKey.ofLatin(String(written.dropLast(half.utf8.count)), habits).map(\.key)
            for key in rest.isEmpty ? [""] : rest { for sound in sounds { begun.insert("\(key)\(sound)") } }
        }
        return begun
    }

    /// The sounds that a sound can become once the letter after it is typed: s becomes sh, sch or sc.
    private static let continued: [UInt8: [UInt8]] = Dictionary(
        uniqueKeysWithValues: ["swx", "tcq", "zjx", "kh", "pf", "cqxw", "qx", "wx", "fv", "iye", "oue", "gh"].map {
            ($0.utf8.first!, Array($0.utf8.dropFirst()))
        })
    /// Beginnings of two letters or more of what romanisations write for one sound.
    private static let halves = [
        "schtsc": "x", "schts": "x", "scht": "x", "shtc": "x", "sht": "x", "shc": "x", "szc": "x", "tsc": "q",
        "chtc": "x", "cht": "x", "ch": "xw", "tc": "q", "sc": "xw", "iei": "ye", "ie": "y", "io": "y", "zhz": "j",
        "gu": "g",
    ]
}
