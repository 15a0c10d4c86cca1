/// Keys of words by their beginnings and ends, to find those that are a slip away from another or begin like it.
///
/// A slip leaves the first letter, and three letters at the beginning or at the end, as they were; only short words are compared with
/// all that begin with the same letter.
struct SlipIndex {
    private struct Entry {
        let offset: Int32
        let count: Int32
        let word: Int32
        /// True for the likeliest key of its word.
        let isFirst: Bool
    }
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var byStart: [UInt32: [Int32]] = [:]
    private var byEnd: [UInt32: [Int32]] = [:]
    private var short: [UInt8: [Int32]] = [:]

    /// The most letters in a key of a short word.
    private static let maxShort = 7
    /// The fewest letters that two words must begin with to begin alike.
    private static let alike = 7
    /// The lengths of the keys in which letters that change places can leave neither end as it was.
    private static let swapLengths = 4...6

    /// Takes in a word that is neither an initial nor a number.
    mutating func insert(_ word: NameWords.Word, _ number: Int32) {
        for (index, key) in Self.keys(of: word).enumerated() {
            let entry = Int32(entries.count)
            let letters = Array(key.utf8)
            entries.append(
                Entry(offset: Int32(bytes.count), count: Int32(letters.count), word: number, isFirst: index == 0))
            bytes += letters
            byStart[Self.start(letters), default: []].append(entry)
            byEnd[Self.end(letters), default: []].append(entry)
            if index == 0, letters.count <= Self.maxShort { short[letters[0], default: []].append(number) }
        }
    }

    /// Adds the numbers of all words that a word may be a slip for or begin like, and some more.
    func near(_ word: NameWords.Word, _ words: [NameWords.Word], _ near: inout Set<Int32>) {
        for (index, key) in Self.keys(of: word).enumerated() {
            let letters = Array(key.utf8)
            for list in [byStart[Self.start(letters)], byEnd[Self.end(letters)]] {
                for number in list ?? [] {
                    let entry = entries[Int(number)]
                    let isFirst = index == 0 && entry.isFirst
                    if isNear(letters, entry, isFirst: isFirst, word, words) { near.insert(entry.word) }
                }
            }
            guard index == 0, letters.count <= Self.maxShort else { continue }
            for number in short[letters[0]] ?? [] where Self.areWrittenAlike(word, words[Int(number)]) {
                near.insert(number)
            }
        }
    }

    private func isNear(
        _ letters: [UInt8], _ entry: Entry, isFirst: Bool, _ word: NameWords.Word, _ words: [NameWords.Word]
    ) -> Bool {
        let (offset, count) = (Int(entry.offset), Int(entry.count))
        let (least, most) = (min(letters.count, count), max(letters.count, count))
        var start = 0
        while start < least, letters[start] == bytes[offset + start] { start += 1 }
        if start >= Self.alike { return true }
        var end = 0
        while end < least - start, letters[letters.count - 1 - end] == bytes[offset + count - 1 - end] { end += 1 }
        let rest = most - start - end
        if rest <= 1 || rest == 2 && least == most { return true }
        return rest <= 3 && isFirst && Self.areWrittenAlike(word, words[Int(entry.word)])
    }

    /// The bytes of two letters, of which each may take three.
    private static let twoLetters = 6

    /// True if one letter more, less or another, or two that change places, can make one written word of the other; of words in two
    /// scripts that is not known.
    private static func areWrittenAlike(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        let (a, b) = (one.written.utf8, other.written.utf8)
        guard let first = a.first, let second = b.first, (first < 0x80) == (second < 0x80) else { return true }
        let (least, most) = (min(a.count, b.count), max(a.count, b.count))
        if most - least > twoLetters { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return most - start - end <= twoLetters
    }

    /// The keys that a slip is looked for in: the sure ones, and the likeliest.
    private static func keys(of word: NameWords.Word) -> ArraySlice<String> { word.keys.prefix(max(1, word.sureCount)) }

    /// The short key with each two neighbouring letters swapped, but for the first.
    static func swapped(_ key: String) -> [String] {
        var letters = Array(key.utf8)
        guard swapLengths.contains(letters.count) else { return [] }
        return letters.indices.dropFirst(2).map { index in
            letters.swapAt(index - 1, index)
            defer { letters.swapAt(index - 1, index) }
            return String(decoding: letters, as: UTF8.self)
        }
    }

    private static func start(_ letters: [UInt8]) -> UInt32 {
        letters.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    private static func end(_ letters: [UInt8]) -> UInt32 {
        letters.suffix(3).reduce(UInt32(letters[0])) { $0 << 8 | UInt32($1) }
    }
}
