import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// Known pairs of names that a search must match, and pairs that it must not.
@Suite struct NameMeetingTests {
    private static func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: Package.tests.appending(path: "Fixtures/\(name).csv"), encoding: .utf8)
        let table = try CSV.records(text)
        return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
    }

    /// A registry with an official, or a unit, for each name; and the ids by name.
    private static func registry(of names: Set<String>, areUnits: Bool) throws -> (Fresh, [String: RecordID]) {
        let fresh = try Fresh()
        var ids: [String: RecordID] = [:]
        for name in names.sorted() {
            let written =
                if areUnits {
                    try fresh.registry.add(unit(name), by: Fresh.clerk)
                } else {
                    try fresh.registry.add(
                        NewOfficial(name: name, post: NewPost(title: "Mayor"), isNew: true, evidence: Fresh.dispatch),
                        by: Fresh.clerk)
                }
            ids[name] = written.records[0].id
        }
        return (fresh, ids)
    }

    private static func unit(_ name: String) -> NewUnit {
        var unit = NewUnit(designation: name, evidence: Fresh.dispatch)
        unit.isNew = true
        return unit
    }

    @Test(arguments: [("name_pairs", false), ("unit_name_pairs", true)])
    func `pairs that must meet do, either way, and those that must not do not`(file: String, areUnits: Bool) throws {
        let pairs = try Self.rows(file)
        #expect(pairs.count >= 10)
        let (fresh, ids) = try Self.registry(of: Set(pairs.flatMap { [$0["a"]!, $0["b"]!] }), areUnits: areUnits)
        for pair in pairs {
            for (asked, other) in [("a", "b"), ("b", "a")] {
                let found = try fresh.registry.search(pair[asked]!).first { $0.id == ids[pair[other]!] }
                #expect((found != nil) == (pair["should_match"] == "1"), "\(pair)")
                // A shared key decides; a match that only suggests must not be surer than expected.
                guard let found, pair["tier"] == "key" else { continue }
                #expect(found.tier == .key, "\(pair)")
            }
        }
    }

    @Test func `every romanisation of a name finds it, and is found by it`() throws {
        let vectors = try Self.rows("romanisation_vectors")
        #expect(vectors.count > 200)
        let (fresh, ids) = try Self.registry(
            of: Set(vectors.flatMap { [$0["cyrillic"]!, $0["text"]!] }), areUnits: false)
        var unsure: [String] = []
        for vector in vectors {
            let (name, text) = (vector["cyrillic"]!, vector["text"]!)
            for (asked, other) in [(name, text), (text, name)] where name != text {
                let found = try #require(try fresh.registry.search(asked).first { $0.id == ids[other] }, "\(vector)")
                if found.tier > .key { unsure.append(text) }
            }
        }
        // Most systems read J as й; Telegram's writes ж with it.
        #expect(Set(unsure) == ["Jukov"])
    }

    /// Another program makes the spellings: Tests/oracle/names_oracle.py.
    @Test func `names meet their spellings in every system of the iuliia package`() throws {
        let rows = try Self.rows("romanisations")
        #expect(rows.count > 1000)
        var unsure: Set<String> = []
        for row in rows {
            let match = PersonName(row["latin"]!).match(with: PersonName(row["cyrillic"]!))
            #expect(match != nil, "\(row)")
            if match?.tier != .key { unsure.formUnion(row["systems"]!.split(separator: " ").map(String.init)) }
        }
        // In these two, a spelling alone does not tell ch from ч, or j from й.
        #expect(unsure == ["mvd_310_fr", "telegram"])
    }

    @Test(arguments: [
        ("Беспрозванных", "Besprozvannyh"), ("Щукин", "Scukin"), ("Цаплин", "Zaplin"), ("Кузнецов", "Kusnezow"),
        ("Жуков", "Schukow"), ("Шмидт", "Chmidt"), ("Пушкин", "Pouchkine"), ("Чехов", "Tchekhov"),
        ("Чехов", "Tschechow"),
        ("Хрущёв", "Chruszczow"), ("Алехин", "Alechin"), ("Растопчин", "Rostopchin"),
    ])
    func `the readings of a spelling`(cyrillic: String, latin: String) {
        let isMet = cyrillic != "Растопчин"
        let keys = NameWords(latin).words[0].keys
        #expect(keys.contains(NameWords(cyrillic).words[0].keys[0]) == isMet, "\(keys)")
        #expect(keys.count <= 12)
    }

    @Test(arguments: [
        ("Novkiov", "Новиков", true), ("Kuznetov", "Kuznetsov", true), ("Besprozvanhyh", "Беспрозванных", true),
        ("Иконинков", "Ikonnikov", true), ("Novikvo", "Novikov", true), ("Novjkov", "Novikov", true),
        ("Ивна Сидоренко", "Иван Сидоренко", true), ("Безпрозванных", "Беспрозванных", true),
        ("Zorin", "Горин", false), ("Novikov", "Новикова", false), ("Ignatov", "Игнатьев", false),
        ("Boshkarev", "Бочкарёв", false), ("Baktin", "Бахтин", false), ("Lukasin", "Лукашин", false),
        ("Mikhailov", "Михайловский", false), ("Steklyanov", "Стекляненков", false), ("Belskaya", "Бельский", false),
        ("Popov", "Попав", false),
    ])
    func `one slip is forgiven where it makes no other name`(asked: String, name: String, isMet: Bool) {
        let why = PersonName(asked).match(with: PersonName(name))?.why
        #expect((why != nil && why != .otherCase) == isMet, "\(String(describing: why))")
    }

    @Test(arguments: ["", " ", "'", "😀", "«»", "\u{0}", "̈", "١", "一二", String(repeating: "а", count: 10_000)])
    func `any text can be taken apart`(text: String) {
        let words = NameWords(text).words
        #expect(
            words.allSatisfy { word in
                !word.keys.isEmpty && word.keys.allSatisfy { !$0.isEmpty && $0.utf8.count <= 120 }
            })
    }
}
