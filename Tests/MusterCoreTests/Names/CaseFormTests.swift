import MusterValues
import Testing

@testable import MusterCore

/// A name in another grammatical case suggests the person, and decides nothing.
final class CaseFormTests {
    /// Names in the nominative, each with its genitive, dative, accusative, instrumental and prepositional.
    static let declined: [(name: String, forms: String)] = [
        ("Андрей Иконников", "Андрея Иконникова, Андрею Иконникову, Андреем Иконниковым, Андрее Иконникове"),
        ("Олег Назначенский", "Олега Назначенского, Олегу Назначенскому, Олегом Назначенским, Олеге Назначенском"),
        ("Дмитрий Белый", "Дмитрия Белого, Дмитрию Белому, Дмитрием Белым, Дмитрии Белом"),
        ("Илья Полевой", "Ильи Полевого, Илье Полевому, Илью Полевого, Ильёй Полевым, Илье Полевом"),
        ("Игорь Образцов", "Игоря Образцова, Игорю Образцову, Игорем Образцовым, Игоре Образцове"),
        ("Николай Кулик", "Николая Кулика, Николаю Кулику, Николаем Куликом, Николае Кулике"),
        ("Павел Кравец", "Павла Кравца, Павлу Кравцу, Павлом Кравцом, Павле Кравце"),
        ("Лев Гоголь", "Льва Гоголя, Льву Гоголю, Львом Гоголем, Льве Гоголе"),
        ("Никита Сковорода", "Никиты Сковороды, Никите Сковороде, Никиту Сковороду, Никитой Сковородой"),
        ("Анна Новикова", "Анны Новиковой, Анне Новиковой, Анну Новикову, Анной Новиковой"),
        ("Мария Береговская", "Марии Береговской, Марию Береговскую, Марией Береговской"),
        ("Дарья Ильина", "Дарьи Ильиной, Дарье Ильиной, Дарью Ильину, Дарьей Ильиной"),
        ("Любовь Синяя", "Любови Синей, Любовь Синюю, Любовью Синей"),
        ("Андрей Коваленко", "Андрея Коваленко, Андрею Коваленко, Андреем Коваленко, Андрее Коваленко"),
        ("Анна Гнатюк", "Анны Гнатюк, Анне Гнатюк, Анну Гнатюк, Анной Гнатюк"),
        ("Алексей Долгих", "Алексея Долгих, Алексею Долгих, Алексеем Долгих, Алексее Долгих"),
        ("Сергей Андреевич Рогов", "Сергея Андреевича Рогова, Сергеем Андреевичем Роговым, Сергея Рогова"),
        ("Ольга Игоревна Рогова", "Ольги Игоревны Роговой, Ольгой Игоревной Роговой, Ольгу Рогову"),
    ]

    @Test(arguments: declined)
    func `a name in any case meets the name, in either script and either order`(name: String, forms: String) {
        for form in forms.split(separator: ", ").map(String.init) {
            let turned = form.split(separator: " ").reversed().joined(separator: " ")
            for (one, other) in [(form, name), (name, form), (turned, name)] {
                let match = PersonName(one).match(with: PersonName(other))
                #expect(match?.tier == .possible && match?.why == .otherCase, "\(one), \(other): \(match as Any)")
            }
        }
    }

    @Test(arguments: declined)
    func `a surname alone in any case meets the name`(name: String, forms: String) {
        for form in forms.split(separator: ", ") {
            let surname = String(form.split(separator: " ").last!)
            #expect(PersonName(surname).match(with: PersonName(name)) != nil, "\(surname), \(name)")
        }
    }

    @Test(arguments: [
        ("Дмитрий Новикова", "Дмитрий Новиков"), ("Андрея Иконникову", "Андрей Иконников"),
        ("Олега Иконникова", "Андрей Иконников"), ("Анна Новикова", "Андрей Новиков"),
        ("Марина Роговой", "Марина Рогов"),
        ("Сергея Андреевича Рогова", "Сергей Алексеевич Рогов"), ("Ивана Петрова", "Иванов Пётр"),
    ])
    func `words in different cases, and names of others, do not meet`(form: String, name: String) {
        #expect(PersonName(form).match(with: PersonName(name)) == nil)
        #expect(PersonName(name).match(with: PersonName(form)) == nil)
    }

    @Test func `a half-typed word in another case is a beginning`() {
        let whole = "Андреем Иконниковым"
        for count in 3..<whole.count {
            let begun = PersonName(String(whole.prefix(count)))
            let name = PersonName("Андрей Иконников")
            #expect(begun.match(with: name) != nil || begun.begins(name), "\(whole.prefix(count))")
        }
    }

    private func official(_ name: String, isNew: Bool? = nil) -> NewOfficial {
        NewOfficial(name: name, post: NewPost(title: "Mayor"), isNew: isNew, evidence: Fresh.dispatch)
    }

    @Test func `entry asks about a name in another case, and duplicates offers it`() throws {
        let fresh = try Fresh(.populated)
        let registry = fresh.registry
        _ = try registry.add(official("Андрей Иконников"), by: Fresh.clerk)
        for name in ["Иконникова Андрея", "Andreya Ikonnikova", "А. Иконникову"] {
            let error = #expect(throws: MusterError.self) { try registry.add(official(name), by: Fresh.clerk) }
            #expect(error?.said.contains("looks like O2 Андрей Иконников") == true, "\(String(describing: error))")
        }
        #expect(throws: MusterError.self) { try registry.show("Андрея Иконникова") }
        // As another program would add it, without the question.
        _ = try registry.write(Fresh.clerk, doing: "test") { transaction in
            let id = RecordID(.official, try transaction.nextNumber(of: .official))
            let evidence = try transaction.checked(Fresh.dispatch)
            try transaction.insertName("Иконникова Андрея", of: id, as: .primary, from: evidence.sourceID)
            try transaction.cite(id, .name, "Иконникова Андрея", evidence)
            try transaction.add(NewPost(title: "Mayor"), of: id, evidence: evidence)
            try transaction.insert("official", ["id": id.number])
        }
        let pairs = try registry.duplicates(of: .official, least: 1)
        #expect(pairs.map { "\($0.one.id) \($0.other.id) \($0.reasons[0].reason.rawValue)" } == ["O2 O3 other_case"])
    }
}
