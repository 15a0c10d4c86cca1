import MusterValues
import Testing

@testable import MusterCore

/// A name is the same however its letters are typed.
struct LettersTests {
    private func why(_ one: String, _ other: String) -> MatchReason? {
        let (match, back) = (
            PersonName(one).match(with: PersonName(other)), PersonName(other).match(with: PersonName(one))
        )
        #expect(match == back, "\(one), \(other)")
        return match?.why
    }

    @Test(arguments: [
        ("Oleh Petrov", "Олег Петров"), ("Hnatiuk Oleh", "Олег Гнатюк"), ("Ihor Hordieiev", "Игорь Гордеев"),
        ("Serhii Rohov", "Сергей Рогов"), ("Bohdan Zghurskyi", "Богдан Згурский"),
        ("Ihor Horodetskyi", "Ігор Городецький"),
    ])
    func `a name romanised from Ukrainian is suggested`(latin: String, cyrillic: String) {
        #expect(why(latin, cyrillic) == .otherReading)
        #expect(why(latin, "Павел Рогозин") == nil)
    }

    @Test func `an h that is no letter of its own stays what it is`() {
        for name in ["Mikhail", "Zhanna", "Chekhov", "Shukhov", "Ruth"] {
            #expect(NameWords(name).words[0].ukrainianKeys == [], "\(name)")
        }
    }

    @Test(arguments: "´’‘‛ʹʺʻʼʽʾʿˈˊˋ`′‵″·”“ՙ՚׳＇｀´΄'\"".filter { $0 != "ՙ" }.map(String.init))
    func `an apostrophe of any kind is one`(sign: String) {
        #expect(why("Джон О\(sign)Нил", "Джон О'Нил") == .sameKey)
        #expect(why("Natal\(sign)ya Il\(sign)ina", "Наталья Ильина") == .sameKey)
        #expect(why("Пар\(sign)єв Олег", "Олег Пар’єв") == .sameKey)
    }

    @Test(arguments: [
        ("Минтимер Шәймиев", "Минтимер Шаймиев"), ("Гүзәл Җәмилева", "Гузал Жамилева"), ("Өмәр Һаҗиев", "Омар Хажиев"),
        ("Ҡотоҙ Ғәлиев", "Котоз Галиев"), ("Ҫеҫпӗл Мишши", "Сеспел Мишши"), ("Çеçпĕл Мишши", "Ҫеҫпӗл Мишши"),
        ("Пӑван Ӳркенов", "Паван Уркенов"), ("Мөҕүрүөп Сэмэн", "Могуруоп Семен"), ("Æхсар Ӕгънаев", "Ахсар Агнаев"),
        ("Ӧрӧс Ӱпаев", "Орос Упаев"), ("Ӟуев Ӝоба", "Зуев Жоба"), ("Саӊгаджиева Нина", "Сангаджиева Нина"),
        ("Ихъилов ГӀази", "Ихилов Гази"), ("Shaimiev Mintimer", "Шәймиев Минтимер"),
    ])
    func `a letter that Russian lacks is met by the plain one typed for it`(one: String, other: String) {
        #expect(why(one, other) == .sameKey)
    }

    @Test(arguments: [
        ("Giorgi Mamulashvili", "გიორგი მამულაშვილი", MatchReason.sameKey),
        ("Мамулашвили", "გიორგი მამულაშვილი", .surnameOnly),
        ("Tigran Petrosyan", "Տիգրան Պետրոսյան", .sameKey), ("Nikos Petridis", "Νίκος Πετρίδης", .sameKey),
        ("Muhammad Hassan", "محمد حسن", .otherReading), ("Мухаммад Хасан", "محمد حسن", .otherReading),
        ("Yusuf Ali", "يوسف علي", .otherReading), ("王小明", "王小明", .sameKey),
    ])
    func `a name in another script is met by its romanisation`(latin: String, other: String, reason: MatchReason) throws
    {
        #expect(why(latin, other) == reason)
        let fresh = try Fresh(.populated)
        for (name, asked) in [(other, latin), (latin, other)] {
            let post = NewPost(title: "Mayor")
            let written = try fresh.registry.add(
                NewOfficial(name: name, post: post, isNew: true, evidence: Fresh.dispatch), by: Fresh.clerk)
            #expect(try fresh.registry.search(asked).map(\.id).contains(written.records[0].id), "\(asked)")
        }
    }

    @Test(arguments: [("Oleh Petrov", "Олег Петров"), ("Олег Петров", "Oleh Petrov"), ("Сергей Рогов", "Serhii Rohov")])
    func `entry asks, whichever spelling came first`(first: String, second: String) throws {
        let fresh = try Fresh(.populated)
        let official = { (name: String) in
            NewOfficial(name: name, post: NewPost(title: "Mayor"), evidence: Fresh.dispatch)
        }
        _ = try fresh.registry.add(official(first), by: Fresh.clerk)
        let error = #expect(throws: MusterError.self) { try fresh.registry.add(official(second), by: Fresh.clerk) }
        #expect(error?.said.contains("the letters can be read so") == true)
    }
}
