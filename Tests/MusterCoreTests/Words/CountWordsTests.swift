import MusterValues
import Testing

/// Numbers of things in words.
struct CountWordsTests {
    static let counts: [(Int, String, String)] = [
        (0, "0 people", "0 человек"), (1, "1 person", "1 человек"), (2, "2 people", "2 человека"),
        (4, "4 people", "4 человека"), (5, "5 people", "5 человек"), (11, "11 people", "11 человек"),
        (12, "12 people", "12 человек"), (14, "14 people", "14 человек"), (21, "21 people", "21 человек"),
        (22, "22 people", "22 человека"), (101, "101 people", "101 человек"), (111, "111 people", "111 человек"),
        (113, "113 people", "113 человек"), (2162, "2162 people", "2162 человека"),
        (10000, "10000 people", "10000 человек"),
    ]

    @Test(arguments: counts)
    func `a number has the form of its last digits`(number: Int, english: String, russian: String) {
        #expect(Language.english.count(number, .person) == english)
        #expect(Language.russian.count(number, .person) == russian)
    }

    static let ranges: [(Int, Int?, String, String)] = [
        (5, nil, "at least 5 people", "не менее 5 человек"), (1, nil, "at least 1 person", "не менее 1 человека"),
        (21, nil, "at least 21 people", "не менее 21 человека"),
        (11, nil, "at least 11 people", "не менее 11 человек"),
        (4, 5, "4 to 5 people", "от 4 до 5 человек"), (3, 4, "3 to 4 people", "от 3 до 4 человек"),
        (20, 21, "20 to 21 people", "от 20 до 21 человека"), (0, 3, "at most 3 people", "не более 3 человек"),
        (0, 1, "at most 1 person", "не более 1 человека"), (3, 3, "3 people", "3 человека"),
        (0, 0, "0 people", "0 человек"), (0, nil, "0 or more people", "0 или более человек"),
    ]

    @Test(arguments: ranges)
    func `a range has the genitive`(least: Int, most: Int?, english: String, russian: String) {
        #expect(Language.english.range(least: least, most: most, of: .person) == english)
        #expect(Language.russian.range(least: least, most: most, of: .person) == russian)
    }

    @Test func `a range without a noun has its numbers alone`() {
        #expect(Language.english.range(least: 5, most: nil) == "at least 5")
        #expect(Language.english.range(least: 4, most: 5) == "4 to 5")
        #expect(Language.english.range(least: 0, most: 3) == "at most 3")
        #expect(Language.english.range(least: 3, most: 3) == "3")
        #expect(Language.russian.range(least: 5, most: nil) == "не менее 5")
        #expect(Language.russian.range(least: 4, most: 5) == "от 4 до 5")
        #expect(Language.russian.range(least: 0, most: 3) == "не более 3")
    }

    @Test func `tiles and charts have an en dash, and the form of the last number`() {
        #expect(Language.english.shortRange(least: 8, most: 10) == "8–10")
        #expect(Language.english.shortRange(least: 5, most: nil) == "5+")
        #expect(Language.russian.shortRange(least: 0, most: 0) == "0")
        #expect(Language.russian.shortRange(least: 3, most: 4, of: .person) == "3–4 человека")
        #expect(Language.russian.shortRange(least: 20, most: 21, of: .person) == "20–21 человек")
        #expect(Language.russian.shortRange(least: 5, most: nil, of: .unit) == "5+ подразделений")
        #expect(Language.english.shortRange(least: 1, most: 1, of: .unit) == "1 unit")
        #expect(Language.english.shortRange(least: 1, most: nil, of: .unit) == "1+ units")
    }

    /// The forms of one, three, five, at least one and at least five.
    static let nouns: [(Noun, String)] = [
        (.unit, "1 подразделение, 3 подразделения, 5 подразделений, 1 подразделения, 5 подразделений"),
        (.region, "1 регион, 3 региона, 5 регионов, 1 региона, 5 регионов"),
        (.programme, "1 программа, 3 программы, 5 программ, 1 программы, 5 программ"),
        (
            .official,
            "1 должностное лицо, 3 должностных лица, 5 должностных лиц, 1 должностного лица, 5 должностных лиц"
        ),
        (.post, "1 должность, 3 должности, 5 должностей, 1 должности, 5 должностей"),
        (.enrollment, "1 вступление, 3 вступления, 5 вступлений, 1 вступления, 5 вступлений"),
        (.event, "1 событие, 3 события, 5 событий, 1 события, 5 событий"),
        (.group, "1 группа, 3 группы, 5 групп, 1 группы, 5 групп"),
        (.record, "1 запись, 3 записи, 5 записей, 1 записи, 5 записей"),
        (.source, "1 источник, 3 источника, 5 источников, 1 источника, 5 источников"),
        (.origin, "1 первоисточник, 3 первоисточника, 5 первоисточников, 1 первоисточника, 5 первоисточников"),
        (.citation, "1 ссылка, 3 ссылки, 5 ссылок, 1 ссылки, 5 ссылок"),
        (.dispute, "1 спор, 3 спора, 5 споров, 1 спора, 5 споров"),
        (.look, "1 поиск, 3 поиска, 5 поисков, 1 поиска, 5 поисков"),
        (.revision, "1 ревизия, 3 ревизии, 5 ревизий, 1 ревизии, 5 ревизий"),
        (.day, "1 день, 3 дня, 5 дней, 1 дня, 5 дней"),
        (.month, "1 месяц, 3 месяца, 5 месяцев, 1 месяца, 5 месяцев"),
        (.year, "1 год, 3 года, 5 лет, 1 года, 5 лет"),
    ]

    @Test(arguments: nouns)
    func `each noun has its own forms`(noun: Noun, russian: String) {
        let counts = [1, 3, 5].map { Language.russian.count($0, noun) }
        let ranges = [1, 5].map { Language.russian.range(least: $0, most: nil, of: noun).dropFirst("не менее ".count) }
        #expect((counts + ranges.map(String.init)).joined(separator: ", ") == russian)
        let (one, two) = (Language.english.count(1, noun), Language.english.count(2, noun))
        #expect(two == one.replacing("1", with: "2") + "s")
    }

    @Test func `people, strengths and terms are said with their noun`() {
        let people = Headcount(least: 11, most: nil, namedLeast: 2, named: 4, certain: 3)
        #expect(people.said(in: .english) == "at least 11 people")
        #expect(people.said(in: .russian, of: nil) == "не менее 11")
        #expect(Strength(least: 0, most: 500).said(in: .english) == "at most 500 people")
        #expect(Strength(least: 300, most: 500).said(in: .russian) == "от 300 до 500 человек")
        #expect(TermLength(6, .month)?.said(in: .russian) == "6 месяцев")
        #expect(TermLength(1, .year)?.said(in: .english) == "1 year")
        #expect(TermLength(36, .day)?.said(in: .russian) == "36 дней")
    }

    @Test func `a language is read by its code or name`() throws {
        #expect(try Language(typed: "RU") == .russian)
        #expect(try Language(typed: "english") == .english)
        #expect(throws: MusterError.self) { try Language(typed: "fr") }
    }
}
