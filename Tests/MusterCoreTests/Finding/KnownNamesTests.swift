import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterDemo

/// Telling a new name from all known ones without a search is exactly as careful as the search.
struct KnownNamesTests {
    @Test func `a name that one person's may be is never taken for a new one`() {
        var maker = NameMaker(seed: 14)
        let known = KnownNames()
        let names = (0..<120).map { _ in maker.name() }
        for name in names { known.insert(name) }
        var (met, missed) = (0, [String]())
        for round in 0..<1000 {
            let name = names[round % names.count]
            let asked = maker.changed(name)
            guard Self.isOne(asked, name) else { continue }
            met += 1
            if !known.mayMeet(asked) { missed.append("\(asked) is not told from \(name)") }
        }
        #expect(missed == [])
        #expect(met > 450)
    }

    @Test func `it agrees with every pair of names`() {
        var maker = NameMaker(seed: 5)
        let names = (0..<35).map { _ in maker.name() } + Self.odd
        let known = KnownNames()
        for name in names { known.insert(name) }
        var missed: [String] = []
        let asked =
            (0..<30).map { _ in maker.changed(maker.name()) } + names.prefix(20).map { maker.changed($0) } + Self.odd
        for name in asked where !known.mayMeet(name) {
            missed += names.filter { Self.isOne(name, $0) }.map { "\(name): \($0)" }
        }
        #expect(missed == [])
    }

    @Test func `most new names are told from all others`() {
        var maker = NameMaker(seed: 1)
        let known = KnownNames()
        for _ in 0..<300 { known.insert(maker.name()) }
        #expect((0..<300).count { _ in known.mayMeet(maker.name()) } < 150)
    }

    @Test(arguments: [
        ("Анна Лугова-Сенина", "Анна Лугова"), ("Анна Лугова", "Анна Лугова-Сенина"), ("Novikov", "Дмитрий Новиков"),
        ("Дмитрий Новиков", "Novikov"), ("Dmitry Novikov", "Д. Новиков"), ("Андрея Иконникова", "Андрей Иконников"),
        ("губернатор Новиков", "Дмитрий Новиков"), ("Dmitry Novkiov", "Дмитрий Новиков"),
        ("דמיטרי נוביקוב", "Dmitry Novikov"), ("Dmitry Novikov", "דמיטרי נוביקוב"), ("Pavla Lva", "Лев Павел"),
        ("Oleg Halahan", "Олег Галаган"),
    ])
    func `one word is enough where the search takes one for enough`(asked: String, name: String) {
        let known = KnownNames()
        for name in ["Игорь Ершин", name, "Pavel Lipkov"] { known.insert(name) }
        #expect(!Self.isOne(asked, name) || known.mayMeet(asked))
    }

    /// The same file with and without the names in memory: what is asked of a person is the same.
    @Test func `an import asks about the same rows as one name at a time`() throws {
        var maker = NameMaker(seed: 3)
        let names = (0..<45).map { _ in maker.name() }
        let all = names + names.prefix(20).map { maker.changed($0) }
        let fresh = try Fresh(.populated)
        let rows = all.map { "\"\($0)\",Mayor,RU-TUL" }.joined(separator: "\n")
        let (_, told) = try fresh.load("official,post,post_region\n\(rows)\n", keepingGood: true)
        let other = try Fresh(.populated)
        for (row, name) in zip(told, all) {
            let post = NewPost(title: "Mayor", region: "RU-TUL")
            let isRefused = Result {
                try other.registry.add(NewOfficial(name: name, post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
            }.isFailure
            #expect((row.outcome != .added) == isRefused, "\(name)")
        }
        #expect(told.count { $0.outcome == .added } > 40)
        #expect(told.count { $0.outcome == .review } > 5)
    }

    private static let odd = [
        "Novikov", "Д. В. Новиков", "Анна Лугова-Сенина", "Лугова Анна (Сенина)", "Мэр Ершин", "ירון לוי", "Ли",
        "Иван 2-й",
        "Dmitry Medvyanov", "Олег Ли",
    ]

    /// True if the search would find the one name by the other, and ask.
    private static func isOne(_ asked: String, _ name: String) -> Bool {
        guard let match = PersonName(asked).match(with: PersonName(name)) else { return false }
        return ![.beginning, .partOfName].contains(match.why)
    }
}

extension Result {
    fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}

/// Makes names, and others that a source may write for the same person.
private struct NameMaker {
    private var dice: SeededRandom

    init(seed: UInt64) { dice = SeededRandom(seed: seed) }

    mutating func name() -> String {
        let (latin, cyrillic) = ScaleNames.person(&dice)
        return dice.happens(50) ? latin : cyrillic
    }

    /// The name with a slip, a word less, an initial, in another case, order or script, with a second surname or a post.
    mutating func changed(_ name: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        let index = dice.below(words.count)
        var letters = Array(words[index])
        switch dice.below(11) {
        case 0 where letters.count > 4:
            let place = dice.number(1...letters.count - 2)
            letters.swapAt(place, place + 1)
        case 1: letters.remove(at: dice.number(1...letters.count - 1))
        case 2: letters.insert(letters[0].isASCII ? "o" : "о", at: dice.number(1...letters.count))
        case 3: letters[dice.number(1...letters.count - 1)] = letters[0].isASCII ? "a" : "а"
        case 4: letters = [letters[0], "."]
        case 5: letters += letters[0].isASCII ? "a" : "а"
        case 6: letters += letters[0].isASCII ? "u" : "ом"
        case 7: words.shuffle(&dice)
        case 8: words.append(dice.happens(50) ? "(Sosnova)" : "- Соснова")
        case 9 where words.count > 1: words.remove(at: dice.below(words.count))
        default: return Self.romanised(name)
        }
        if index < words.count, words[index].first == letters.first { words[index] = String(letters) }
        return words.joined(separator: " ")
    }

    private static func romanised(_ name: String) -> String {
        let letters = Dictionary(
            uniqueKeysWithValues: zip(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(separator: " ")))
        return name.lowercased().map { letters[$0].map { $0 == "_" ? "" : String($0) } ?? String($0) }.joined()
    }
}

extension [String] {
    fileprivate mutating func shuffle(_ dice: inout SeededRandom) {
        for index in indices.reversed() { swapAt(index, dice.below(index + 1)) }
    }
}
