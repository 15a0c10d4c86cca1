import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A record can be named as a person would type it; a name that could mean two records changes nothing.
final class ResolverTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func resolve(_ text: String, _ kinds: [RecordKind]) throws -> RecordID {
        try fresh.registry.read { try Resolver(db: $0).resolve(RecordReference(text), among: kinds) }
    }

    private func refusal(_ text: String, _ kinds: [RecordKind]) -> MusterError? {
        #expect(throws: MusterError.self) { try self.resolve(text, kinds) }
    }

    @Test(arguments: [
        ("U99", RecordKind.unit, "no unit 'U99' on the register"),
        ("E0", .enrollment, "no enrollment 'E0' on the register"),
        ("E01x", .enrollment, "no enrollment 'E01x' on the register"),
        ("U99999999999999999999", .unit, "no unit 'U99999999999999999999' on the register"),
        ("", .unit, "no unit '' on the register"),
        ("BARS-Kurk", .unit, "no unit 'BARS-Kurk' on the register (near it: BARS-Kursk)"),
        ("BARZ", .programme, "no programme 'BARZ' on the register (near it: BARS)"),
        (
            "D. Novikov", .official,
            "no official 'D. Novikov' on the register (near it: O1 Dmitry Novikov (Governor, RU-KGD))"
        ),
        ("Novikov", .official, "no official 'Novikov' on the register (near it: O1 Dmitry Novikov (Governor, RU-KGD))"),
        ("Pavel Novikov", .official, "no official 'Pavel Novikov' on the register"),
    ])
    func `a name that is not on the register is refused with the nearest`(
        text: String, kind: RecordKind, message: String
    ) {
        let error = refusal(text, [kind])
        #expect(error?.said == message)
        #expect(error?.exitCode == 66)
    }

    @Test func `an unknown region is refused with the nearest codes and names`() {
        let error = refusal("RU-KDG", [.region])
        guard case .unknownRegion("RU-KDG", let nearest) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(nearest.contains(NamedRegion(code: "RU-KGD", name: "Kaliningrad Oblast")))
        #expect(nearest.count <= 4)
        let words = nearest.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
        let message = "no region 'RU-KDG' on the register (near it: \(words)); 'muster regions' lists them all"
        #expect(error?.said == message)
        #expect(error?.exitCode == 66)
        guard case .unknownRegion(_, let named) = refusal("Kaliningrd Oblast", [.region]) else {
            return #expect(Bool(false))
        }
        #expect(named.first == NamedRegion(code: "RU-KGD", name: "Kaliningrad Oblast"))
    }

    @Test(arguments: [
        ("U1", "record 'U1' is refused: it is a unit; name an official"),
        ("e1", "record 'e1' is refused: it is an enrollment; name an official"),
    ])
    func `a record of another kind is refused as such`(text: String, message: String) {
        let error = refusal(text, [.official])
        #expect(error?.said == message)
        #expect(error?.exitCode == 65)
    }

    @Test func `a name that two answer to lists both and changes nothing`() throws {
        let post = NewPost(title: "Deputy", region: "RU-TUL")
        let second = NewOfficial(name: "DMITRY NOVIKOV", post: post, isNew: true, evidence: Fresh.dispatch)
        _ = try fresh.registry.add(second, by: Fresh.clerk)
        let candidates = [
            Candidate.governor(), .of("O2", "DMITRY NOVIKOV", post: "P2 Deputy", region: "RU-TUL"),
        ]
        try fresh.expectRefusal(
            .ambiguous("Dmitry Novikov", candidates: candidates),
            "'Dmitry Novikov' could be any of these; name one by its short id: "
                + "O1 Dmitry Novikov (Governor, RU-KGD); O2 DMITRY NOVIKOV (Deputy, RU-TUL)", exit: 69
        ) {
            try $0.enroll(
                NewEnrollment(official: "Dmitry Novikov", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
    }

    @Test func `a name that two answer to in other spellings lists both`() throws {
        let second = NewOfficial(
            name: "Дмитрий Новиков", post: NewPost(title: "Deputy", region: "RU-TUL"), isNew: true,
            evidence: Fresh.dispatch)
        _ = try fresh.registry.add(second, by: Fresh.clerk)
        let candidates = [
            Candidate.governor(), .of("O2", "Дмитрий Новиков", post: "P2 Deputy", region: "RU-TUL"),
        ]
        #expect(refusal("Novikov Dmitrij", [.official]) == .ambiguous("Novikov Dmitrij", candidates: candidates))
        // An exact match with a recorded name beats a similar one.
        #expect(try resolve("Дмитрий Новиков", [.official]).description == "O2")
    }

    @Test func `the number of a region asks and never guesses`() throws {
        let numbered = Candidate.of("U1", "BARS-Kaliningrad", region: "RU-KGD", number: "39")
        let refused = refusal("БАРС-39", [.unit])
        #expect(refused == .ambiguous("БАРС-39", candidates: [numbered]))
        #expect(refused?.said.hasSuffix(": U1 BARS-Kaliningrad (its region's number is 39)") == true)
        var unit = NewUnit(designation: "BARS-39", programme: "BARS", evidence: Fresh.dispatch)
        unit.kind = .numbered
        unit.isNew = true
        _ = try fresh.registry.add(unit, by: Fresh.clerk)
        let both = [.of("U3", "BARS-39"), numbered]
        for text in ["BARS-39", "Барс 39"] { #expect(refusal(text, [.unit]) == .ambiguous(text, candidates: both)) }
        #expect(refusal("BARS-40", [.unit])?.exitCode == 66)
        #expect(try fresh.registry.search("BARS-39").map(\.id.description) == ["U3"])
    }

    @Test func `a state that a post and an enrollment can have asks which`() throws {
        let candidates = [
            Candidate.of("P1", "Dmitry Novikov as Governor, RU-KGD"),
            .of("E1", "Dmitry Novikov in BARS-Kaliningrad"),
        ]
        try fresh.expectRefusal(
            .ambiguous("Dmitry Novikov", candidates: candidates),
            "'Dmitry Novikov' could be any of these; name one by its short id: "
                + "P1 Dmitry Novikov as Governor, RU-KGD; E1 Dmitry Novikov in BARS-Kaliningrad", exit: 69
        ) { try $0.add(NewEvent(record: "Dmitry Novikov", state: "left", evidence: [Fresh.dispatch]), by: Fresh.clerk) }
    }

    @Test func `a second official of a name is refused unless said to be another`() throws {
        let fix = "use O1, or give --new if this is another person"
        try fresh.expectRefusal(
            .sameName(
                .official, name: "dmitry novikov", candidates: [.governor()],
                fix: .useOrSayNew(use: RecordID(shortID: "O1")!, another: "person")),
            "official 'dmitry novikov' is already on the register as O1 Dmitry Novikov (Governor, RU-KGD); \(fix)",
            exit: 69
        ) {
            try $0.add(
                NewOfficial(name: "dmitry novikov", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
    }

    @Test(arguments: [
        ("U1", "U1"), ("u1", "U1"), ("BARS-Kaliningrad", "U1"), ("bars-KALININGRAD", "U1"), ("ＢＡＲＳ-Kaliningrad", "U1"),
        (" BARS-Kaliningrad ", "U1"), ("BARS", "G1"), ("G1", "G1"), ("Dmitry Novikov", "O1"), ("dmitry  novikov", "O1"),
        ("o1", "O1"),
        ("RU-KGD", "RU-KGD"), ("ru-kgd", "RU-KGD"), ("Kaliningrad Oblast", "RU-KGD"),
        ("Калининградская область", "RU-KGD"),
        ("КАЛИНИНГРАДСКАЯ ОБЛАСТЬ", "RU-KGD"), ("S1", "S1"), ("Dispatch", "S1"), ("e1", "E1"), ("P1", "P1"),
        ("V2", "V2"), ("C1", "C1"), ("Дмитрий Новиков", "O1"), ("Novikov, Dmitri", "O1"), ("БАРС Калининград", "U1"),
        ("отряд «Барс-Курск»", "U2"), ("БАРС", "G1"), ("Kaliningrad", "RU-KGD"), ("dispatch", "S1"),
    ])
    func `a record answers to its short id, its code and its names`(text: String, id: String) throws {
        #expect(try resolve(text, RecordKind.allCases).description == id)
    }

    @Test(arguments: [
        ("О1", "O1"), ("е1", "E1"), ("#U1", "U1"), ("[U1]", "U1"), ("U1 ", "U1"), ("U1\r", "U1"), ("RU-КRS", "RU-KRS"),
        ("RU-KRS\r", "RU-KRS"), ("(ru-kgd)", "RU-KGD"), ("RU–KGD", "RU-KGD"), ("RU-ТUL", "RU-TUL"),
        ("RU-BRУ", "RU-BRY"),
        ("RU-МУR", "RU-MUR"), ("«BARS-Kursk»", "U2"),
    ])
    func `an id or a code is read through look-alike letters and the signs round it`(text: String, id: String) throws {
        #expect(try resolve(text, RecordKind.allCases).description == id)
        #expect(try fresh.registry.search(text).first?.id.description == (id.hasPrefix("E") ? nil : id))
    }

    @Test(arguments: ["О1", "Е1", "E77", "#O1", "(U9)", "V1\r", "RU-КRS", "ru-krs"])
    func `no record is named by what reads as an id or a code`(name: String) throws {
        let before = try fresh.dump()
        let adds: [(Registry) throws -> WriteResult] = [
            { try $0.add(NewUnit(designation: name, evidence: Fresh.dispatch), by: Fresh.clerk) },
            { try $0.add(NewProgramme(name: name, evidence: Fresh.dispatch), by: Fresh.clerk) },
            { registry in
                var new = NewOfficial(name: name, post: NewPost(title: "Mayor"), evidence: Fresh.dispatch)
                new.isNew = true
                return try registry.add(new, by: Fresh.clerk)
            },
            {
                let evidence = Evidence(source: "S1", stated: name)
                return try $0.cite(NewCitation(record: "U1", field: "name", evidence: evidence), by: Fresh.clerk)
            },
        ]
        for add in adds {
            let error = #expect(throws: MusterError.self) { try add(self.fresh.registry) }
            #expect(error?.exitCode == 65, "\(String(describing: error))")
        }
        #expect(try fresh.dump() == before)
    }

    @Test func `a unit that an older program named in look-alike letters is still found by its name`() throws {
        try fresh.run("UPDATE name SET text = 'В77', folded = 'в77', revision = $R WHERE unit_id = 2")
        #expect(try resolve("В77", [.unit]).description == "U2")
    }

    @Test func `a citation states the name of a record that was named by its id in look-alike letters`() throws {
        let new = NewEnrollment(official: "О1", unit: "[U2]", evidence: Fresh.dispatch)
        _ = try fresh.registry.enroll(new, by: Fresh.clerk)
        let stated = try fresh.plain().read {
            try String.fetchAll($0, sql: "SELECT stated FROM citation WHERE enrollment_id = 3")
        }
        #expect(Set(stated).isSuperset(of: ["Dmitry Novikov", "BARS-Kursk"]), "\(stated)")
    }

    @Test func `a district answers to its code and its name`() throws {
        _ = try fresh.registry.add(NewRegion(code: nil, name: "Guryevsky District", parent: "RU-KGD"), by: Fresh.clerk)
        for text in ["RU-KGD/guryevsky", "ru-kgd/GURYEVSKY", "guryevsky district"] {
            #expect(try resolve(text, [.region]).description == "RU-KGD/guryevsky")
        }
    }

    @Test func `a recorded variant names its record`() throws {
        let evidence = Evidence(source: "S1", stated: "БАРС-Калининград")
        _ = try fresh.registry.cite(
            NewCitation(record: "U1", field: "name", evidence: evidence, nature: .transliteration), by: Fresh.clerk)
        #expect(try resolve("барс-калининград", [.unit]).description == "U1")
    }

    @Test(arguments: ["name", "expansion"])
    func `a name that a source speaks against is cited and names nothing`(field: String) throws {
        let evidence = Evidence(source: "S1", stated: "Storm")
        var citation = NewCitation(record: "G1", field: field, evidence: evidence, stance: .disputes)
        let names = try fresh.count("SELECT count(*) FROM name")
        let written = try fresh.registry.cite(citation, by: Fresh.clerk)
        #expect(written.records.map(\.said) == ["\(field) of G1 BARS cited: Storm"])
        #expect(try fresh.count("SELECT count(*) FROM name") == names)
        #expect(refusal("Storm", [.programme])?.exitCode == 66)
        citation.nature = .alias
        let rule = "a name that a source speaks against is no variant of the record's name"
        try fresh.expectRefusal(
            .refused(rule: rule, fix: .leaveOut([.nature])), "\(rule); leave out --variant", exit: 69
        ) { try $0.cite(citation, by: Fresh.clerk) }
    }
}
