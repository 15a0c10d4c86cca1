import MusterValues

/// Buckets of people. Two people are compared only if their names share one word and could share a second.
struct CandidatePairs {
    /// A number for each key; numbers compare faster than text.
    private var numbers: [String: Int32] = [:]
    private var keys: [String] = []
    /// People by two words of their name, in either order.
    private var both: [UInt64: [Int32]] = [:]
    /// The other words in the same name, by word.
    private var partners: [Int32: Set<Int32>] = [:]
    /// People by surname.
    private var surnames: [Int32: [Int32]] = [:]
    /// People known only by a surname, or by a surname and an initial, each with the surname.
    private var brief: [(key: Int32, person: Int32)] = []

    /// The most people under one name; if more share it, the name says nothing about any two of them.
    private static let maxNamesakes = 400

    /// Files one name of a person. Call it in the order of the people's numbers, or a key may list one person twice.
    mutating func add(_ name: PersonName, of person: Int) {
        let person = Int32(person)
        // A typo can turn one letter of a two-letter spelling into another sound, so the written form is filed as well
        // as the keys.
        let whole = name.words.filter { !$0.isInitial && !$0.isPatronymic }.map { word in
            Set(word.keys + word.ukrainianKeys + [word.written]).map { number($0) }
        }
        for (index, one) in whole.enumerated() {
            for (second, other) in whole.enumerated() where index != second {
                for key in one {
                    for beside in other {
                        Self.append(person, to: &both[Self.pair(key, beside), default: []])
                        partners[key, default: []].insert(beside)
                    }
                }
            }
        }
        guard let index = NameWords.Word.indexOfSurname(in: name.words) else { return }
        for key in name.words[index].keys.map({ number($0) }) {
            Self.append(person, to: &surnames[key, default: []])
            if whole.count <= 1 { brief.append((key, person)) }
        }
        // A double surname without a given name is compared by each of its parts.
        let inner = name.words.indices.filter { !name.words[$0].isInitial && !name.words[$0].isPatronymic }
        for part in inner where part != index && NameWords.Word.isOfSurname(part, in: name.words) {
            let isWhole = inner.allSatisfy { NameWords.Word.isOfSurname($0, in: name.words) }
            for key in name.words[part].keys.map({ number($0) }) {
                Self.append(person, to: &surnames[key, default: []])
                if isWhole { brief.append((key, person)) }
            }
        }
    }

    /// Every pair of people to compare, each once, with the lower number in the upper 32 bits.
    func pairs() -> Set<UInt64> {
        var pairs: Set<UInt64> = []
        func add(_ one: Int32, _ other: Int32) {
            if one != other { pairs.insert(Self.pair(min(one, other), max(one, other))) }
        }
        for people in both.values where people.count <= Self.maxNamesakes {
            for (index, one) in people.enumerated() { for other in people[(index + 1)...] { add(one, other) } }
        }
        for near in near() {
            let (one, other) = (near[0], near[1])
            for beside in partners[one, default: []].intersection(partners[other, default: []]) {
                let (first, second) = (both[Self.pair(one, beside)]!, both[Self.pair(other, beside)]!)
                if first.count + second.count > Self.maxNamesakes { continue }
                for person in first { for another in second { add(person, another) } }
            }
        }
        let names = names()
        for (key, person) in brief {
            for key in [key] + (names[key] ?? []) {
                guard let people = surnames[key], people.count <= Self.maxNamesakes else { continue }
                for other in people { add(person, other) }
            }
        }
        for (pair, people) in both {
            let (one, other) = (Int32(pair >> 32), Int32(truncatingIfNeeded: pair))
            // Each pair of words is there in either order.
            guard one < other, names[one] != nil || names[other] != nil else { continue }
            for first in [one] + (names[one] ?? []) {
                for second in [other] + (names[other] ?? []) where first != one || second != other {
                    guard let others = both[Self.pair(first, second)], others.count + people.count <= Self.maxNamesakes
                    else { continue }
                    for person in people { for another in others { add(person, another) } }
                }
            }
        }
        return pairs
    }

    /// The names that a key may be another case of, by the key's number.
    private func names() -> [Int32: [Int32]] {
        var names: [Int32: [Int32]] = [:]
        for (index, key) in keys.enumerated() where key.utf8.allSatisfy({ $0 < 0x80 }) {
            let found = CaseForm.nominatives(of: key).compactMap { numbers[$0] }
            if !found.isEmpty { names[Int32(index)] = found }
        }
        return names
    }

    /// Every pair of keys that begin alike, or that differ by what one typo can change.
    private func near() -> Set<[Int32]> {
        var parts: [String: [Int32]] = [:]
        for (index, key) in keys.enumerated() where key.utf8.count >= 5 {
            let bytes = Array(key.utf8)
            // If two keys are one typo apart, they become the same text when each loses one letter.
            let without = bytes.indices.dropFirst().map { index in
                String(decoding: bytes[..<index] + bytes[(index + 1)...], as: UTF8.self)
            }
            for part in Set(without + [key]) { parts[part, default: []].append(Int32(index)) }
            if bytes.count > 7 { parts["\(key.prefix(7))…", default: []].append(Int32(index)) }
        }
        var near: Set<[Int32]> = []
        for bucket in parts.values where bucket.count > 1 {
            for (index, one) in bucket.enumerated() {
                for other in bucket[(index + 1)...] {
                    let (key, second) = (keys[Int(one)], keys[Int(other)])
                    if Typo.differLocally(key, second) || Typo.beginsAlike(key, second) { near.insert([one, other]) }
                }
            }
        }
        return near
    }

    private mutating func number(_ key: String) -> Int32 {
        if let number = numbers[key] { return number }
        numbers[key] = Int32(keys.count)
        keys.append(key)
        return Int32(keys.count - 1)
    }

    private static func pair(_ one: Int32, _ other: Int32) -> UInt64 { UInt64(one) << 32 | UInt64(other) }

    private static func append(_ person: Int32, to people: inout [Int32]) {
        if people.last != person { people.append(person) }
    }
}
