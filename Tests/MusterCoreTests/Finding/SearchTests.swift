import GRDB
import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The results of a search, their order and the reasons.
final class SearchTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func add(_ name: String, _ title: String = "Mayor", region: RecordReference = "RU-TUL") throws {
        let post = NewPost(title: title, region: region)
        _ = try registry.add(
            NewOfficial(name: name, post: post, isNew: true, evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    private func found(_ text: String, _ set: (inout Filter) -> Void = { _ in }) throws -> [String] {
        var filter = Filter()
        set(&filter)
        return try registry.search(text, filter).map { "\($0.id) \($0.tier.label.english)" }
    }

    @Test(arguments: [
        "", " ", "*", "\"", "\" XOR \"", "name_search:x", "😀", "\u{0}", "NEAR(a b)", "-", "^", "'; DROP TABLE name",
        String(repeating: "x", count: 10_000), String(repeating: "я ", count: 5000),
    ])
    func `a text is only text`(text: String) throws {
        #expect(try found(text) == [])
        #expect(
            try ["Novikov\(text.filter { !$0.isLetter })", "\"Novikov\"*", "*Novikov", "Novikov)"].allSatisfy {
                try found($0) == ["O1 surname only"]
            })
    }

    @Test func `the surest come first, and each says why`() throws {
        try add("Дмитрий Новиков")
        try add("D. Novikov")
        try add("Novikov")
        try add("Dmitry Nobikov")
        try add("Pavel Novikov")
        _ = try registry.cite(
            NewCitation(record: "O6", field: "name", evidence: Evidence(source: "S1", stated: "Dmitry  NOVIKOV")),
            by: Fresh.clerk)
        let hits = try registry.search("dmitry novikov")
        #expect(
            hits.map { "\($0.id) \($0.tier.rawValue): \($0.why.label.english)" } == [
                "O1 exact: the name as the registry has it", "O6 variant: a recorded variant",
                "O2 key: the same name in another spelling", "O3 initial: the initial fits",
                "O4 surname: the surname alone", "O5 possible: one letter differs",
            ])
        #expect(hits[0].about.words == "Governor, RU-KGD")
        #expect(hits[1].name == "Pavel Novikov")
    }

    @Test func `among those as sure the ones spelt most like it come first`() throws {
        for name in ["Sergei Tsaplin", "Сергей Цаплин", "Sergey Tsaplin"] { try add(name) }
        #expect(try found("Sergey Tsaplin") == ["O4 exact", "O2 key", "O3 key"])
        #expect(try found("Sergej Caplin").first == "O2 key")
    }

    @Test(arguments: [
        ("Novikov, Dmitry", "O1 key"), ("Д. В. Новиков", "O1 key with initial"),
        ("Дмитрий Викторович Новиков", "O1 key"),
        ("Новиков", "O1 surname only"), ("Novi", "O1 possible"), ("Дмитрий Нов", "O1 possible"), ("dmi", "O1 possible"),
        ("Novkiov", "O1 possible"), ("BARS-Kalin", "U1 possible"), ("bars", "G1 exact"), ("БАРС", "G1 key"),
        ("Kursk", "RU-KRS key"), ("Куршк", "nothing"), ("Ивна", "nothing"), ("Dmitry Nvoikov", "O1 possible"),
        ("Курская область", "RU-KRS recorded variant"), ("RU-KGD", "RU-KGD exact"),
        ("O1", "O1 exact"),
        ("Dispatch", "S1 exact"), ("DISPATCH", "S1 key"), ("диспатч", "S1 key"), ("сообщение", "nothing"),
        ("Novikova", "O1 possible"), ("Новиковым", "O1 possible"), ("Dmitry Novikova", "nothing"),
        ("Курская обл", "RU-KRS possible"),
        ("Kursk Obl", "RU-KRS possible"),
    ])
    func `one name`(text: String, first: String) throws {
        #expect(try found(text).first ?? "nothing" == first)
    }

    @Test func `a unit is found by what is left of its name without the programme's`() throws {
        _ = try registry.edit(
            Edit(record: "U2", values: ["programme": "BARS"], inferred: "seen on site"), by: Fresh.clerk)
        #expect(try found("Курск") == ["RU-KRS key", "U2 possible"])
        #expect(try registry.unitsOfNumberedRegion("БАРС-46") == ["U2 BARS-Kursk"])
        #expect(try found("БАРС-46") == [])
    }

    @Test func `a patronymic that contradicts one on record only suggests`() throws {
        _ = try registry.cite(
            NewCitation(
                record: "O1", field: "name", evidence: Evidence(source: "S1", stated: "Дмитрий Сергеевич Новиков")),
            by: Fresh.clerk)
        #expect(try found("Dmitry Sergeevich Novikov") == ["O1 key"])
        let other = try registry.search("Dmitry Alekseevich Novikov")
        #expect(
            other.map { "\($0.tier.rawValue) \($0.why.label.english)" } == [
                "possible the same name, but another patronymic is on record"
            ])
        #expect(throws: MusterError.self) { try self.registry.show("Dmitry Alekseevich Novikov") }
    }

    @Test func `a source is found by words of its title, in any script, and by its address`() throws {
        var source = NewSource(kind: .stateAgency, title: "Губернатор вступил в БАРС-Калининград")
        source.url = "https://example.org/39"
        _ = try registry.add(source, by: Fresh.clerk)
        #expect(try found("gubernator Kaliningrad").contains("S2 possible"))
        #expect(try found("Gubernator vstupil v BARS-Kaliningrad").first == "S2 key")
        #expect(try found("https://example.org/39").first == "S2 recorded variant")
    }

    @Test func `the filters of the listings narrow it`() throws {
        try add("Dmitri Novikov", region: "RU-KRS")
        #expect(try found("Novikov") == ["O2 surname only", "O1 surname only"])
        #expect(try found("Novikov") { $0.region = "RU-KRS" } == ["O2 surname only"])
        #expect(try found("Novikov") { $0.unit = "U1" } == ["O1 surname only"])
        #expect(try found("Novikov") { $0.state = "in office" } == ["O1 surname only"])
        #expect(try found("Novikov") { $0.limit = 1 } == ["O2 surname only"])
        #expect(
            try found("bars") { $0.programme = "BARS" }.sorted()
                == ["RU-KGD", "U1"].filter { $0 == "U1" }.map { "\($0) possible" })
        #expect(try found("Dispatch") { $0.standing = .accepted } == [])
        #expect(try found("Dispatch") { $0.unit = "U1" } == ["S1 exact"])
        #expect(throws: MusterError.self) { try self.found("x") { $0.region = "RU-NO" } }
    }

    @Test func `the past is searched as it was`() throws {
        _ = try registry.edit(
            Edit(record: "O1", values: ["name": "Pavel Sidorov"], evidence: Fresh.dispatch), by: Fresh.clerk)
        try add("Dmitry Novikov")
        let past = try registry.known(at: .revision(8))
        #expect(try past.search("Сидоров").isEmpty)
        #expect(try past.search("Новиков Дмитрий").map(\.id.description) == ["O1"])
        #expect(try registry.search("Сидоров").map(\.id.description) == ["O1"])
        #expect(try registry.search("Новиков Дмитрий").map(\.id.description) == ["O1", "O2"])
        #expect(try past.search("Новиков Дмитрий")[0].name == "Dmitry Novikov")
    }

    @Test func `a name that was redacted is found no more, and no key of it is left in the file`() throws {
        try add("Акакий Беспрозванных")
        #expect(try found("Besprozvannykh") == ["O2 surname only"])
        let count = "SELECT count(*) FROM search_key WHERE key IN ('akaki', 'besprozvanih', 'dmitri')"
        #expect(try fresh.count(count) == 3)
        _ = try registry.redact("O2", by: Authorship(author: "clerk", reason: "order 7"))
        #expect(try found("Besprozvannykh") == [])
        #expect(try fresh.count(count) == 1)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: fresh.path))
        for text in ["prozvan", "akaki", "Беспрозв"] {
            #expect(bytes.firstRange(of: Data(text.utf8)) == nil, "\(text)")
        }
        #expect(bytes.firstRange(of: Data("dmitri".utf8)) != nil)
    }

    @Test func `an index that lacks something is told of and made whole`() throws {
        #expect(try Registry.checkUp(at: fresh.path).isFine)
        try fresh.plain().write { db in
            try db.execute(sql: "INSERT INTO name_search (name_search) VALUES ('delete-all'); DELETE FROM search_key")
        }
        #expect(try found("Новиков") == [])
        let finding = try #require(try Registry.checkUp(at: fresh.path).findings.first { !$0.isFine })
        #expect(finding.check == "search")
        #expect(finding.advice?.said == "make it anew with 'muster doctor --mend --db \(fresh.path)'")
        #expect(try Registry.mend(at: fresh.path) == ["the index of the search was made anew from the history"])
        #expect(try Registry.checkUp(at: fresh.path).isFine)
        #expect(try found("Новиков") == ["O1 surname only"])
        #expect(try found("Novkiov") == ["O1 possible"])
    }
}
