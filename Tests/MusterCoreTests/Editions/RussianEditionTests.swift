import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// An edition in Russian has Russian heads, counts and dates, and names in Cyrillic where the register has them.
final class RussianEditionTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addScene()
        try fresh.cite("O1", "name", "Дмитрий Новиков")
        try fresh.cite("U1", "name", "БАРС-39")
    }

    private func markdown(
        _ kind: EditionKind, of record: RecordReference? = nil, on day: String? = nil, _ language: Language = .russian
    ) throws -> MarkdownReport {
        MarkdownReport(try registry.text(EditionRequest(kind, of: record, on: day.flatMap { Day($0) }, in: language)))
    }

    @Test func `heads are Russian`() throws {
        let markdown = try markdown(.region, of: "RU-KGD")
        #expect(markdown.lines.first == "# <a id=\"RU-KGD\"></a>Калининградская область RU-KGD")
        #expect(
            markdown.lines.filter { $0.hasPrefix("## ") } == [
                "## Подразделения", "## По последнему известному состоянию", "## Кто вступил",
                "## Должности и что с ними стало", "## Другие сведения",
                "## Спорное", "## Заявленная очерёдность", "## В реестре, но не в счёт", "## Чего не хватает",
                "## Источники",
            ])
    }

    @Test func `counts, ranges and dates are said in Russian`() throws {
        let text = try markdown(.region, of: "RU-KGD").text
        #expect(text.contains("\n- Вступления за всё время, по этому реестру: **не менее 4** — Поимённо: 2;"))
        #expect(text.contains("\n- В подразделении на 15 июня 2025\u{A0}г.: **"))
        #expect(text.contains("Вступления за всё время, по этому реестру: **не менее 4 человек**."))
        // One full stop after a date that ends in one.
        #expect(
            text.contains(
                "ответы о дне — за 15 июня 2025\u{A0}г. По состоянию реестра на ревизию 19, 15 июня 2025\u{A0}г., 15:06 UTC."
            ))
        #expect(!text.contains(".."))
        let asked = try markdown(.region, of: "RU-KGD", on: "2025-06-10").text
        #expect(asked.contains("\n\nНа 10 июня 2025\u{A0}г., по запросу; по состоянию реестра на ревизию 19,"))
        #expect(
            text.contains(
                "\nСсылаться так: Реестр региональных формирований обороны, «Калининградская область RU-KGD», издание region-RU-KGD-2025-06-15-r19-ru, на 15 июня 2025\u{A0}г., по ревизии 19, хеш вершины "
            ))
    }

    @Test func `names are in Cyrillic where the register has them, in every part`() throws {
        let markdown = try markdown(.region, of: "RU-KGD")
        #expect(markdown.heads("Подразделения").first?.hasPrefix("БАРС-39 (U1)") == true)
        #expect(markdown.heads("Кто вступил") == ["БАРС-39"])
        let who = markdown.rows("Кто вступил").map { String($0["Кто"]!.prefix { $0 != "\n" }) }
        #expect(Set(who) == ["Дмитрий Новиков", "Ivan Petrov", "members of the regional government"])
        let lives = markdown.rows("Должности и что с ними стало").map { String($0["Кто"]!.prefix { $0 != "\n" }) }
        #expect(
            Set(lives) == [
                "Дмитрий Новиков, Governor", "Дмитрий Новиков, Mayor", "Дмитрий Новиков, подразделение БАРС-39",
                "Ivan Petrov, Mayor",
                "Ivan Petrov, подразделение БАРС-39",
                "Anna Sokolova, Mayor", "Anna Sokolova, подразделение БАРС-39",
                "members of the regional government, подразделение БАРС-39",
            ])
        #expect(markdown.heads("Спорное").first?.hasPrefix("БАРС-39: ") == true)
        #expect(markdown.heads("Спорное").first?.hasSuffix("в реестре: Калининградская область") == true)
        #expect(markdown.rows("Заявленная очерёдность").map { $0["Подразделение"] } == ["БАРС-39"])
        #expect(markdown.rows("Чего не хватает").contains { $0["Записи"]?.contains("Дмитрий Новиков") == true })
        // The words by which English joins a person and a unit are left to English.
        #expect(!markdown.text.contains(" in BARS") && !markdown.text.contains(" as Governor"))
        #expect(
            markdown.table("Подразделения", of: "U1").contains { $0.hasPrefix("регион: Калининградская область |") })
    }

    @Test func `in English the same names are in Latin, though the register's first spelling may be Cyrillic`() throws {
        _ = try registry.add(
            NewUnit(designation: "БАРС-Псков", region: "RU-PSK", evidence: Fresh.dispatch), by: Fresh.clerk)
        try fresh.cite("U3", "name", "BARS-Pskov")
        #expect(
            try markdown(.national, .english).rows("Units").map { $0["Unit"]?.prefix { $0 != "\n" } } == [
                "BARS-Kaliningrad", "BARS-Kursk", "BARS-Pskov",
            ])
        #expect(
            try markdown(.national).rows("Подразделения").map { $0["Подразделение"]?.prefix { $0 != "\n" } } == [
                "БАРС-39", "BARS-Kursk", "БАРС-Псков",
            ])
        // A table for programs has the register's own spelling in both languages.
        for language in Language.allCases {
            let text = try registry.text(EditionRequest(.national, in: language), as: .csv)
            let rows = try CSVFile(text, path: "n.csv", requiring: ["part"]).rows.filter { $0["part"] == "units" }
            #expect(rows.map { $0["name"] } == ["BARS-Kaliningrad", "BARS-Kursk", "БАРС-Псков"])
        }
    }

    @Test func `a misspelt and a former name is nobody's name`() throws {
        var new = NewCitation(record: "U2", field: "name", evidence: Evidence(source: "S1", stated: "БАРС-Куркс"))
        new.nature = .misspelt
        _ = try registry.cite(new, by: Fresh.clerk)
        #expect(try markdown(.unit, of: "U2").lines.first == "# BARS-Kursk U2")
        try fresh.cite("U2", "name", "БАРС-Курск")
        #expect(try markdown(.unit, of: "U2").lines.first == "# БАРС-Курск U2")
    }

    @Test func `people and regions are in the order of the reader's alphabet`() throws {
        for (name, local) in [
            ("Ilya Abramov", "Илья Абрамов"), ("Zhanna Yolkina", "Жанна Ёлкина"), ("Yelena Orlova", "Елена Орлова"),
        ] {
            let enrollment = try fresh.enroll(RecordReference(name), in: "U2", .serving, on: "2025-06-15")
            let official = try #require(try registry.enrollments().first { $0.id.description == enrollment }?.official)
            try fresh.cite(RecordReference(official.id), "name", local)
        }
        let english = try markdown(.unit, of: "U2", .english).rows("Who joined").filter {
            $0["In the unit on the day?"] == "definitely"
        }
        #expect(
            english.map { $0["Who"]!.prefix { $0 != "\n" } } == ["Ilya Abramov", "Yelena Orlova", "Zhanna Yolkina"])
        let russian = try markdown(.unit, of: "U2").rows("Кто вступил").filter {
            $0["В подразделении на этот день?"] == "точно"
        }
        #expect(russian.map { $0["Кто"]!.prefix { $0 != "\n" } } == ["Елена Орлова", "Жанна Ёлкина", "Илья Абрамов"])

        _ = try registry.add(
            NewUnit(designation: "BARS-Chukotka", region: "RU-CHU", evidence: Fresh.dispatch), by: Fresh.clerk)
        #expect(try markdown(.national, .english).rows("Where").map { $0["Code"] } == ["RU-CHU", "RU-KGD", "RU-KRS"])
        #expect(try markdown(.national).rows("Где").map { $0["Код"] } == ["RU-KGD", "RU-KRS", "RU-CHU"])
    }

    @Test(arguments: EditionKind.allCases)
    func `both languages have the same tables, rows and links`(kind: EditionKind) throws {
        let record: RecordReference? =
            switch kind {
            case .region: "RU-KGD"
            case .unit, .timeline: "U1"
            case .official: "O1"
            case .national, .coverage, .changes: nil
            }
        let tables = try Language.allCases.map { language in
            try registry.edition(EditionRequest(kind, of: record, in: language)).dataTables.map {
                "\($0.name): \($0.columns.joined(separator: ",")), \($0.rows.count)"
            }
        }
        #expect(tables[0] == tables[1] && tables[0].count > 1)
        let links = try Language.allCases.map { language in
            try markdown(kind, of: record, language).text.matches(of: #/\]\(#([^)]+)\)/#).map { String($0.1) }.sorted()
        }
        #expect(links[0] == links[1])
    }
}
