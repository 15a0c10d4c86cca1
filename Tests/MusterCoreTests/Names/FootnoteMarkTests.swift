import MusterValues
import Testing

@testable import MusterCore

/// A footnote mark that was copied with a person's name is no part of it.
final class FootnoteMarkTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func official(_ name: String) -> NewOfficial {
        NewOfficial(name: name, post: NewPost(title: "Mayor"), evidence: Fresh.dispatch)
    }

    private static let marked = [
        "Анна Зуева2", "Анна Зуева²", "Анна Зуева[2]", "Анна Зуева[12]", "Анна Зуева(2)", "Анна2 Зуева",
        "Анна Зуева[1][2]", "Анна Зуева*",
        "Анна Зуева⁽²⁾", "Анна Зуева†", "2Анна Зуева", "Анна Зуева ¹",
    ]

    @Test(arguments: marked)
    func `a mark is told from the name`(name: String) { #expect(FootnoteMark.removed(from: name) == "Анна Зуева") }

    @Test(arguments: [
        "Анна Зуева", "Person 1", "王三", "Анна (Зуева)", "Anna-Maria O'Neil", "Иван III", "2", "*", "Ⅱ", "Kto0ov",
        "*Анна* Зуева", "Анна Зуева 2", "Анна Зуева (2)", "Анна Зуева [12]",
    ])
    func `what is no mark stays`(name: String) { #expect(FootnoteMark.removed(from: name) == nil) }

    @Test func `no space is left before a comma`() {
        #expect(FootnoteMark.removed(from: "Зуева[2] , Анна") == "Зуева, Анна")
    }

    @Test func `a number in brackets that stands apart is taken as one without them is`() throws {
        _ = try registry.add(official("Анна Зуева (2)"), by: Fresh.clerk)
        #expect(try registry.show("O2").title == "Анна Зуева (2)")
    }

    @Test(arguments: marked)
    func `a name with a mark is refused at entry, with the name without it`(name: String) throws {
        try fresh.expectRefusal(
            nil,
            "name '\(name)' is refused: the footnote mark of a page is no part of a person's name; write 'Анна Зуева'",
            exit: 65
        ) { try $0.add(self.official(name), by: Fresh.clerk) }
    }

    @Test func `so it is where a name is changed or cited, and a unit keeps its number`() throws {
        _ = try registry.add(official("Анна Зуева"), by: Fresh.clerk)
        let error = #expect(throws: MusterError.self) {
            try registry.edit(
                Edit(record: "O2", values: ["name": "Анна Зуева2"], evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        #expect(error?.said.contains("write 'Анна Зуева'") == true)
        let evidence = Evidence(source: "S1", stated: "А. Зуева[3]")
        #expect(throws: MusterError.self) {
            try registry.cite(NewCitation(record: "O2", field: "name", evidence: evidence), by: Fresh.clerk)
        }
        let unit = NewUnit(designation: "БАРС47", region: "RU-LEN", evidence: Fresh.dispatch)
        #expect(try registry.add(unit, by: Fresh.clerk).revision != nil)
        #expect(try registry.search("БАРС-47").first?.name == "БАРС47")
    }

    @Test func `a search with a mark finds the name without it`() throws {
        _ = try registry.add(official("Анна Зуева"), by: Fresh.clerk)
        for name in Self.marked {
            let found = try registry.search(name)
            #expect(found.first?.name == "Анна Зуева" && found.first?.tier == .key, "\(name)")
        }
        // What a part of the name suggests, it suggests with a mark too.
        for name in ["Зуева2", "Зуева[2]"] {
            #expect(try registry.search(name).map(\.name).contains("Анна Зуева"), "\(name)")
        }
        #expect(try registry.search("БАРС47").allSatisfy { $0.kind != .official })
    }

    @Test func `a name that is on the register with a mark meets the name without it`() throws {
        _ = try registry.add(official("Анна Зуева"), by: Fresh.clerk)
        // An older version took such names.
        try fresh.run(
            "UPDATE name SET text = 'Анна Зуева2', folded = 'анна зуева2', revision = $R WHERE official_id = 2")
        #expect(try registry.search("Анна Зуева").first?.tier == .key)
        #expect(PersonName("Анна Зуева2").match(with: PersonName("Зуева Анна"))?.tier == .key)
        let known = KnownNames()
        known.insert("Анна Зуева2")
        #expect(known.mayMeet("Anna Zueva"))
    }
}
