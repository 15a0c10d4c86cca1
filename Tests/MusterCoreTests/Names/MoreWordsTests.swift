import MusterValues
import Oracles
import Testing

@testable import MusterCore

/// A name with more words or fewer suggests the person, in every script.
struct MoreWordsTests {
    @Test(arguments: [
        ("Анна Лугова", "Анна Лугова-Сенина", MatchReason.moreWords),
        ("Anna Senina", "Анна Лугова-Сенина", .moreWords),
        ("Анна Лугова-Петрова", "Анна Лугова-Сенина", .moreWords),
        ("Лугова-Сенина", "Анна Лугова", .moreWords), ("Лугова", "Анна Лугова-Сенина", .surnameOnly),
        ("Мария Соколова", "Мария Соколова (Иванова)", .moreWords),
        ("Мария Иванова", "Мария Соколова (Иванова)", .moreWords),
        ("генерал Иван Рогов", "Иван Рогов", .moreWords), ("Иван Рогов, губернатор", "Rogov Ivan", .moreWords),
        ("губернатор Рогов", "Иван Рогов", .moreWords), ("Губернатор Рогов", "Иван Рогов", .moreWords),
        ("Minister Rogov", "Ivan Rogov", .moreWords), ("Губернатора Рогова", "Иван Рогов", .otherCase),
        ("Иван «Кедр» Рогов", "Иван Рогов", .moreWords),
        ("Иван Рогов", "Иван Саввич Рогов", .moreWords), ("А. Лугова", "Анна Лугова-Сенина", .moreWords),
        ("გიორგი მამულაშვილი", "გიორგი მამულაშვილი-ბერიძე", .moreWords), ("王 小明", "王 小明 (李)", .moreWords),
        ("محمد حسن", "محمد حسن علي", .moreWords), ("Анна Мария", "Анна Мария Шмидт", .moreWords),
    ])
    func `one name has the words of the other and more`(one: String, other: String, why: MatchReason) {
        for (asked, name) in [(one, other), (other, one)] {
            let match = PersonName(asked).match(with: PersonName(name))
            #expect(match?.why == why && match?.tier ?? .key > .key, "\(asked), \(name): \(match as Any)")
        }
    }

    @Test(arguments: [
        ("Мария Лугова", "Анна Лугова-Сенина"), ("Мария Соколова (Иванова)", "Анна Соколова (Иванова)"),
        ("Павел Рогов", "Иван Рогов"), ("А. Лугова", "Мария Лугова-Сенина"),
        ("Иван Петрович Рогов", "Иван Сергеевич Рогов-Кедров"), ("Анна Мария Шмидт", "Анна Мария Браун"),
        ("Иван Рогов Кедров", "Иван Рогов Берёзов"),
    ])
    func `another given name, patronymic or surname is another person`(one: String, other: String) {
        #expect(PersonName(one).match(with: PersonName(other)) == nil)
        #expect(PersonName(other).match(with: PersonName(one)) == nil)
    }

    /// Invented names of one to five words: with a patronymic, a double surname, a name in brackets, an initial or a title.
    private static func invented(_ count: Int, _ dice: inout Seeded) -> [String] {
        let women = [["Анна", "Zoya", "Яна", "Нино", "ნინო", "Гүзәл"], ["Игоревна", "Petrovna", ""]]
        let surnames = ["Лугова", "Sedykh", "Щукина", "Chaikina", "მამულაშვილი", "Гнатюк", "Сенина", "Шәймиева"]
        return (0..<count).map { _ in
            let given = women[0].randomElement(using: &dice)!
            let father = women[1].randomElement(using: &dice)!
            let one = surnames.randomElement(using: &dice)!
            let other = surnames.filter { $0 != one }.randomElement(using: &dice)!
            let surname = [one, "\(one)-\(other)", "\(one) (\(other))", "\(one) \(other)"].randomElement(using: &dice)!
            let title = ["", "", "депутат", "dr"].randomElement(using: &dice)!
            return [title, given, father, surname].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    @Test func `no beginning of a name, and no name without one of its words, finds less`() throws {
        var dice = Seeded(state: 5)
        let names = Set(Self.invented(24, &dice)).sorted()
        let fresh = try Fresh(.populated)
        for name in names {
            _ = try fresh.registry.add(
                NewOfficial(name: name, post: NewPost(title: "Mayor"), isNew: true, evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        for (index, name) in names.enumerated() {
            let id = "O\(index + 2)"
            let words = name.split(separator: " ")
            let fewer = words.indices.map { dropped in
                words.indices.filter { $0 != dropped }.map { words[$0] }.joined(separator: " ")
            }
            let begun = (3..<name.count).map { String(name.prefix($0)) }
            for asked in fewer.filter({ $0.contains { $0.isLetter } }) + begun + [name] {
                #expect(try fresh.registry.search(asked).contains { $0.id.description == id }, "\(asked), \(name)")
            }
        }
    }

    @Test func `no beginning of a spelling is further from the name than the spelling`() throws {
        let text = try Package.text("Tests/MusterCoreTests/Fixtures/romanisations.csv")
        let rows = try CSV.records(text).dropFirst().enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
        #expect(rows.count > 200)
        for row in rows {
            for (asked, other) in [(row[1], row[0]), (row[0], row[1])] {
                let name = PersonName(other)
                for count in 3..<asked.count {
                    let begun = PersonName(String(asked.prefix(count)))
                    #expect(begun.match(with: name) != nil || begun.begins(name), "\(asked.prefix(count)), \(other)")
                }
            }
        }
    }

    @Test(arguments: [("Андрей Козлов", "Андрей Козловский"), ("Дмитрий Новиков", "Дмитрий Новикова")])
    func `a whole name that is on the register is no beginning of another`(name: String, longer: String) throws {
        let fresh = try Fresh(.populated)
        func add(_ name: String) throws {
            let post = NewPost(title: "Mayor")
            _ = try fresh.registry.add(
                NewOfficial(name: name, post: post, isNew: true, evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try add(longer)
        #expect(try fresh.registry.search(name).map(\.id.description).contains("O2") == (name != "Дмитрий Новиков"))
        try add(name)
        #expect(try !fresh.registry.search(name).map(\.id.description).contains("O2"))
    }
}
