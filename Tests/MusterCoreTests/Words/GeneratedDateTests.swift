import MusterValues
import Oracles
import Testing

/// Promises of the words of dates, tried on dates that a generator makes.
struct GeneratedDateTests {
    static let dates = generated(6000)

    /// The dates with their words; made once, because the words of thousands of dates take a second.
    static let words: [Style: [(EDTF, String)]] = Dictionary(
        uniqueKeysWithValues: Style.all.map { style in
            (style, dates.map { ($0, $0.said(in: style.language, as: style.style)) })
        })

    struct Style: Hashable {
        let language: Language
        let style: DateStyle

        static let all = Language.allCases.flatMap { language in
            DateStyle.allCases.map { Style(language: language, style: $0) }
        }
    }

    @Test func `the generator makes thousands of dates of every kind`() {
        #expect(Self.dates.count > 3000)
        for sign in ["/", "..", "[", "{", "X", "~", "?", "%", ",", "-24", "Y", "/.."] {
            #expect(Self.dates.count { $0.text.contains(sign) } > 25, "\(sign)")
        }
    }

    @Test(arguments: Style.all)
    func `no words are empty or hold the signs of EDTF`(style: Style) {
        let signs = ["/", "X", "..", "[", "]", "{", "}", "~", "?", "%", "  ", "--", " ,"]
        let faults = Self.words[style]!.filter { _, words in words.isEmpty || signs.contains { words.contains($0) } }
        #expect(faults.map(\.1) == [])
    }

    @Test(arguments: [DateStyle.sentence, .cell])
    func `both languages tell the same numbers`(style: DateStyle) {
        let english = Self.words[Style(language: .english, style: style)]!.map(\.1)
        let russian = Self.words[Style(language: .russian, style: style)]!.map(\.1)
        let faults = zip(english, russian).filter { Self.numbers(in: $0) != Self.numbers(in: $1) }
        #expect(faults.map(\.0) == [])
    }

    /// Years BC are counted from 1 in words and from 0 in EDTF, so they are left out; of a winter the second year is told too.
    @Test func `a year is told if and only if it is in the date`() {
        var count = 0
        for (date, words) in Self.words[Style(language: .english, style: .sentence)]! {
            if date.text.contains("X") || date.text.contains("Y") || words.contains("BC") { continue }
            let (given, told) = (Set(Self.numbers(in: date.text)), Set(Self.numbers(in: words)))
            let winters = date.text.contains("-24") ? given.map { $0 + 1 } : []
            if !given.filter({ $0 > 31 }).isSubset(of: told) || !told.isSubset(of: given.union(winters)) {
                Issue.record("\(date): \(words)")
            }
            count += 1
        }
        #expect(count > 1000)
    }

    @Test(arguments: Style.all)
    func `the same words have the same first and last day`(style: Style) {
        var said: [String: EDTF] = [:]
        for (date, words) in Self.words[style]! {
            let other = said[words, default: date]
            said[words] = other
            if other.earliest != date.earliest || other.latest != date.latest {
                Issue.record("\(date), \(other): \(words)")
            }
        }
        #expect(said.count > 3000)
    }

    @Test func `words are the same each time`() {
        for date in Self.dates.prefix(300) {
            #expect(date.said(in: .russian) == date.said(in: .russian))
        }
    }

    private static func numbers(in text: String) -> [Int] {
        text.split { !$0.isNumber }.compactMap { Int($0) }
    }

    private static func generated(_ count: Int) -> [EDTF] {
        var maker = DateMaker()
        let texts = (0..<count).map { _ in maker.date() }
        // A refusal looks for what may have been meant, which takes long.
        return Set(texts).sorted().filter { (try? EDTF.read($0)) != nil }.compactMap { try? EDTF($0) }
    }
}

/// Writes texts most of which are dates.
private struct DateMaker {
    var numbers = Seeded(state: 15)

    mutating func date() -> String {
        switch roll(8) {
        case 0: "\(side())/\(side())"
        case 1: set("[", "]")
        case 2: set("{", "}")
        case 3: "\(plain(2))/\(plain(2))"
        default: single()
        }
    }

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &numbers) }

    private mutating func pick(_ texts: [String]) -> String { texts[roll(texts.count)] }

    private mutating func single() -> String {
        if roll(40) == 0 { return pick(["Y17000", "Y-17000", "Y20250", "Y123456789"]) }
        let parts = roll(3) == 0 ? 1 : roll(3) == 0 ? 2 : 3
        let text = [year(), month(isLast: parts == 2), day()].prefix(parts).joined(separator: "-")
        return text + pick(["", "", "", "", "?", "~", "%"])
    }

    private mutating func year() -> String {
        if roll(3) > 0 { return pick(["2024", "2025", "2026"]) }
        let digits = String(roll(10_000) + 10_000).dropFirst()
        let text = roll(2) == 0 ? "202\(roll(10))" : String(digits)
        return pick(["", "", "", "-"]) + String(text.map { roll(3) == 0 ? "X" : $0 })
    }

    private mutating func month(isLast: Bool) -> String {
        if isLast, roll(5) == 0 { return "2\(1 + roll(4))" }
        return pick(["XX", "0X", "1X", "X1", "X2", "X0"] + Array(repeating: two(1 + roll(12)), count: 12))
    }

    private mutating func day() -> String {
        pick(["XX", "0X", "1X", "2X", "3X", "X1", "X9", "X0"] + Array(repeating: two(1 + roll(31)), count: 14))
    }

    private mutating func side() -> String { roll(4) == 0 ? pick(["", ".."]) : single() }

    private mutating func plain(_ parts: Int) -> String {
        let year = pick(["2024", "2025", "2026"])
        return [year, two(1 + roll(12)), two(1 + roll(28))].prefix(1 + (parts + roll(2)) % 3).joined(separator: "-")
    }

    private mutating func set(_ open: String, _ close: String) -> String {
        let members = (0..<(1 + roll(3))).map { place in
            switch roll(3) {
            case 0: single()
            case 1: range(roll(3))
            default: place == 0 ? "..\(plain(1))" : plain(0)
            }
        }
        return open + members.joined(separator: ",") + (roll(5) == 0 ? "..\(close)" : close)
    }

    private mutating func range(_ parts: Int) -> String {
        let (first, last) = (plain(parts), plain(parts))
        return "\(min(first, last))..\(max(first, last))"
    }

    private func two(_ number: Int) -> String { String("0\(number)".suffix(2)) }
}
