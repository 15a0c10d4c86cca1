import Foundation
import GRDB
import MusterDemo
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A Russian edition has no English of the register's own: only what is written in the register may be in another language.
@Suite struct RussianEditionTests {
    /// Latin words that Russian has too.
    private static let international: Set<Substring> = ["UTC", "SHA"]
    /// The register's English words for values, which a Russian edition never repeats.
    private static let values = Set(
        UnitStatus.allCases.map(\.words) + UnitForm.allCases.map(\.words) + Tenure.allCases.map(\.words)
            + EnrollmentState.allCases.map(\.words) + Standing.allCases.map(\.words)
            + ContractKind.allCases.map(\.words))

    private let fresh: Fresh

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addScene()
        let registry = fresh.registry
        _ = try registry.add(NewUnit(designation: nil, region: "RU-BEL", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.enroll(
            NewEnrollment(group: NewGroup(who: "clerks"), unit: "U3", state: .joined, evidence: Fresh.dispatch),
            by: Fresh.clerk)
        try fresh.judge("E1", "needs_work", "see the other page")
        try fresh.cite("V1", "value", "established")
        try fresh.cite("RU-KGD", "claimed_by", "Japan")
        try fresh.enroll("Ivan Petrov", in: "U2", .serving, on: "2025-05")
        try fresh.edit("E3", ["ends": "2025-05-20", "contract": "reserve"])
    }

    @Test(arguments: [
        EditionRequest(.region, of: "RU-KGD"), EditionRequest(.region, of: "RU-BEL"), EditionRequest(.unit, of: "U1"),
        EditionRequest(.unit, of: "U3"), EditionRequest(.official, of: "O1"), EditionRequest(.national),
        EditionRequest(.timeline, of: "RU-KGD"), EditionRequest(.timeline, of: "U3"), EditionRequest(.coverage),
        EditionRequest(.changes, from: 0),
    ])
    func `an edition of made records has no English of its own`(request: EditionRequest) throws {
        try check(fresh.registry, request)
    }

    @Test(arguments: [
        EditionRequest(.region, of: "RU-KGD"), EditionRequest(.unit, of: "U1"), EditionRequest(.official, of: "O1"),
        EditionRequest(.national), EditionRequest(.timeline, of: "RU-KGD"), EditionRequest(.coverage),
        EditionRequest(.changes, from: 1),
    ])
    func `an edition of the demo has no English of its own`(request: EditionRequest) throws {
        let demo = try Registry.create(at: fresh.folder.appending(path: "demo.db").path)
        _ = try demo.loadReference(by: Fresh.clerk)
        _ = try demo.recordDispatch(by: "test")
        try check(demo, request)
    }

    @Test func `a region goes by its Russian name, and not by one with letters of another language`() throws {
        let registry = fresh.registry
        var region = NewRegion(code: "UA-43", name: "Crimea", evidence: Fresh.dispatch)
        region.localName = "Автономна Республіка Крим"
        _ = try registry.add(region, by: Fresh.clerk)
        _ = try registry.add(
            NewUnit(designation: "BARS-Crimea", region: "UA-43", evidence: Fresh.dispatch), by: Fresh.clerk)
        func national() throws -> String { try registry.text(EditionRequest(.national, in: .russian)) }
        #expect(try national().contains("Автономна Республіка Крим"))
        var evidence = Fresh.dispatch
        evidence.stated = "Крым"
        _ = try registry.cite(
            NewCitation(record: "UA-43", field: "name", evidence: evidence, nature: .local), by: Fresh.clerk)
        let told = try national()
        #expect(told.contains("Крым") && !told.contains("Республіка"))
        #expect(try registry.text(EditionRequest(.national)).contains("Crimea"))
        // Its Russian name has fewer words than its English one.
        _ = try registry.add(
            NewUnit(designation: "BARS-NN", region: "RU-CHU", evidence: Fresh.dispatch), by: Fresh.clerk)
        #expect(try registry.text(EditionRequest(.region, of: "RU-CHU", in: .russian)).contains("Чукотский"))
    }

    @Test func `the region of a post of elsewhere and the term of a contract are said in Russian`() throws {
        let registry = fresh.registry
        var new = NewEnrollment(
            official: "Gleb Example", post: NewPost(title: "Mayor", region: "RU-PSK"), unit: "U1", state: .joined,
            evidence: Fresh.dispatch)
        new.term = "6 months"
        _ = try registry.enroll(new, by: Fresh.clerk)
        let told = try registry.text(EditionRequest(.region, of: "RU-KGD", in: .russian))
        #expect(told.contains("Gleb Example, Mayor, Псковская область"))
        #expect(told.contains("срок контракта: 6 месяцев"))
        #expect(!told.contains("Pskov Oblast") && !told.contains("6 months"))
        // The changes of a register name posts that the summary does not hold.
        let changes = try registry.text(
            EditionRequest(.changes, in: .russian, from: registry.newestRevision() - 1))
        #expect(changes.contains("Mayor, Псковская область") && !changes.contains("Mayor, Pskov"))
    }

    private func check(_ registry: Registry, _ request: EditionRequest) throws {
        var request = request
        request.language = .russian
        let edition = try registry.edition(request)
        let written = try registry.read { db in try Self.texts(db) }
        let speaker = Speaker(language: .russian)
        let header: [Words?] = [
            edition.header.title, edition.header.lead, edition.header.answered, edition.header.citation,
        ]
        #expect(edition.blocks.flatMap(Self.words).count > 10)
        for words in header.compactMap(\.self) + edition.blocks.flatMap(Self.words) {
            for piece in speaker.say(words).flatMap(\.flat) {
                switch piece {
                case .text(let text):
                    let latin = text.split { !$0.isASCII || !$0.isLetter }.filter { !Self.international.contains($0) }
                    #expect(latin.isEmpty, "'\(text)' in '\(speaker.plain(words))'")
                case .foreign(let text):
                    #expect(
                        written.contains(text) && !Self.values.contains(text), "'\(text)' is no text of the register")
                case .name(let text): #expect(written.contains(text), "'\(text)' is no name of the register")
                default: break
                }
            }
        }
    }

    /// All words in a part of an edition.
    private static func words(_ part: Any) -> [Words] {
        if let words = part as? Words { return [words] }
        return Mirror(reflecting: part).children.flatMap { words($0.value) }
    }

    /// Every text in the tables of a register.
    private static func texts(_ db: Database) throws -> Set<String> {
        var texts: Set<String> = []
        for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'") {
            for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
                texts.formUnion(row.databaseValues.compactMap { String.fromDatabaseValue($0) })
            }
        }
        return texts
    }
}

extension Inline {
    /// The pieces of which it is made.
    fileprivate var flat: [Inline] {
        switch self {
        case .record(_, let inside), .strong(let inside), .quiet(let inside): inside.flatMap(\.flat)
        default: [self]
        }
    }
}
