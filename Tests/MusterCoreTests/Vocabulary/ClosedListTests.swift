import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Each closed list is the same in the schema, in Swift and, except for the differences here, in its source vocabulary.
final class ClosedListTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh() }

    /// Table, the text before the list in its CHECK, and the Swift list's values.
    static let lists: [(table: String, before: String, values: [String])] = [
        ("source", "kind IN", SourceKind.allCases.map(\.rawValue)),
        ("source", "relation IN", SourceRelation.allCases.map(\.rawValue)),
        ("programme", "standing IN", Standing.allCases.map(\.rawValue)),
        ("unit", "standing IN", Standing.allCases.map(\.rawValue)),
        ("official", "standing IN", Standing.allCases.map(\.rawValue)),
        ("post", "standing IN", Standing.allCases.map(\.rawValue)),
        ("enrollment", "standing IN", Standing.allCases.map(\.rawValue)),
        ("event", "standing IN", Standing.allCases.map(\.rawValue)),
        ("unit", "kind IN", UnitKind.allCases.map(\.rawValue)), ("post", "kind IN", PostKind.allCases.map(\.rawValue)),
        ("post", "level IN", PostLevel.allCases.map(\.rawValue)),
        ("enrollment", "group_kind IN", PostKind.allCases.map(\.rawValue)),
        ("enrollment", "group_level IN", PostLevel.allCases.map(\.rawValue)),
        ("enrollment", "contract IN", ContractKind.allCases.map(\.rawValue)),
        ("enrollment", "concluded_by IN", ContractParty.allCases.map(\.rawValue)),
        ("event", "facet = 'status' THEN value IN", UnitStatus.allCases.map(\.rawValue)),
        ("event", "facet = 'form' THEN value IN", UnitForm.allCases.map(\.rawValue)),
        ("event", "facet = 'tenure' THEN value IN", Tenure.allCases.map(\.rawValue)),
        ("event", "facet = 'state' THEN value IN", EnrollmentState.allCases.map(\.rawValue)),
        ("citation", "stance IN", Stance.allCases.map(\.rawValue)),
        ("citation", "speech IN", Speech.allCases.map(\.rawValue)),
        ("name", "nature IN", NameNature.allCases.map(\.rawValue)),
        ("citation", "region_code IS NOT NULL THEN field IN", RecordKind.region.citedFields.map(\.name.rawValue)),
        ("citation", "programme_id IS NOT NULL THEN field IN", RecordKind.programme.citedFields.map(\.name.rawValue)),
        ("citation", "unit_id IS NOT NULL THEN field IN", RecordKind.unit.citedFields.map(\.name.rawValue)),
        ("citation", "official_id IS NOT NULL THEN field IN", RecordKind.official.citedFields.map(\.name.rawValue)),
        ("citation", "post_id IS NOT NULL THEN field IN", RecordKind.post.citedFields.map(\.name.rawValue)),
        ("citation", "enrollment_id IS NOT NULL THEN field IN", RecordKind.enrollment.citedFields.map(\.name.rawValue)),
        ("citation", "event_id IS NOT NULL THEN field IN", RecordKind.event.citedFields.map(\.name.rawValue)),
    ]

    @Test(arguments: lists)
    func `the schema holds the list that Swift names`(table: String, before: String, values: [String]) throws {
        let schema = try fresh.plain().read {
            try String.fetchOne($0, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table])!
        }
        let plain = schema.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let place = try #require(plain.firstRange(of: " \(before) (") ?? plain.firstRange(of: "(\(before) ("))
        let held = plain[place.upperBound...].prefix { $0 != ")" }.split(separator: ", ").map {
            $0.trimmingPrefix("'").dropLast()
        }
        #expect(held.map(String.init).sorted() == values.sorted())
    }

    @Test func `every name of a field is a field of some record`() {
        #expect(Set(RecordKind.allCases.flatMap(\.fields).map(\.name)) == Set(FieldName.allCases))
    }

    static let vocabularies: [String: [String]] = [
        "unit.kind": UnitKind.allCases.map(\.rawValue), "unit.form": UnitForm.allCases.map(\.rawValue),
        "unit.status": UnitStatus.allCases.map(\.rawValue), "contract.kind": ContractKind.allCases.map(\.rawValue),
        "contract.concluded_by": ContractParty.allCases.map(\.rawValue),
        "post.level": PostLevel.allCases.map(\.rawValue),
        "enrollment.event": EnrollmentState.allCases.map(\.rawValue), "post.kind": PostKind.allCases.map(\.rawValue),
        "tenure.state": Tenure.allCases.map(\.rawValue), "source.kind": SourceKind.allCases.map(\.rawValue),
        "source.relation": SourceRelation.allCases.map(\.rawValue), "claim.speech": Speech.allCases.map(\.rawValue),
    ]

    /// The values added to the vocabularies: a unit reported as set up or as having become another, a person who joined
    /// without a stated step, and the ways in which a post is come by, kept and left.
    static let added: [String: Set<String>] = [
        "unit.status": ["established", "merged_into", "split_into", "split_from", "reformed_as", "renamed_as"],
        "enrollment.event": ["joined"],
        "tenure.state": ["appointed", "elected", "kept", "resigned", "term_ended"],
    ]

    @Test(arguments: vocabularies.keys.sorted())
    func `a list is that of the vocabularies, without unknown and with what was added`(list: String) throws {
        let text = try String(contentsOf: Package.tests.appending(path: "Fixtures/vocabularies.csv"), encoding: .utf8)
        let rows = try CSVFile(text, path: "vocabularies.csv", requiring: ["list", "value"]).rows
        let proposed = Set(rows.filter { $0["list"] == list }.compactMap { $0["value"] })
        #expect(!proposed.isEmpty)
        #expect(Set(Self.vocabularies[list]!) == proposed.subtracting(["unknown"]).union(Self.added[list] ?? []))
    }

    @Test(arguments: [
        "contract signed", "Contract-Signed", "CONTRACT_SIGNED", "contract_signed", "Подписал контракт",
    ])
    func `a value is read as a person types it`(text: String) throws {
        #expect(try EnrollmentState(typed: text) == .contractSigned)
    }

    @Test(arguments: [
        ("contractsigned", ["contract signed"]), ("", []), ("signed", ["contract signed"]), ("anounced", ["announced"]),
    ])
    func `a value outside the list is refused with the nearest and the list`(text: String, nearest: [String]) {
        let error = #expect(throws: MusterError.self) { try EnrollmentState(typed: text) }
        let all = EnrollmentState.allCases.map(\.words)
        #expect(error == .notInList(list: "enrollment state", value: text, allowed: all, nearest: nearest))
        #expect(error?.exitCode == 65)
        let near = nearest.isEmpty ? "" : " (near it: \(nearest.joined()))"
        #expect(
            error?.description
                == "'\(text)' is not an enrollment state\(near); use one of: \(all.joined(separator: ", "))")
    }

    /// Every list with values that a person can type.
    static let typed: [any ClosedList.Type] = [
        UnitKind.self, UnitForm.self, UnitStatus.self, PostKind.self, PostLevel.self, Tenure.self, EnrollmentState.self,
        ContractKind.self, ContractParty.self, SourceKind.self, SourceRelation.self, Speech.self, Stance.self,
        Standing.self, NameNature.self, Role.self,
    ]

    @Test func `a synonym is read as its value alone, and half a label is refused`() throws {
        var count = 0
        for list in Self.typed { count += try Self.check(list) }
        #expect(count > 80)
        for half in ["reported", "БАРС-39", "ТАСС", "ISW", "okrug or city", "no contract"] {
            for list in Self.typed where list != Speech.self || half != "reported" {
                #expect(throws: MusterError.self, "\(half), \(list)") { try list.init(typed: half) }
            }
        }
    }

    @Test func `ё is typed as е, and a unit's near miss in Russian is named`() throws {
        #expect(try EnrollmentState(typed: "несет службу") == .serving)
        #expect(try UnitStatus(typed: "ИДЕТ НАБОР") == .recruiting)
        let error = #expect(throws: MusterError.self) { try EventValue(typed: "батальн", to: .unit) }
        #expect(
            error?.description.hasPrefix("'батальн' is not a state of a unit (near it: батальон); use one of") == true)
        #expect(
            throws: MusterError.notInList(
                list: "source kind", value: "n", allowed: SourceKind.allCases.map(\.words))
        ) { try SourceKind(typed: "n") }
    }

    @Test(arguments: [
        ("объявил о вступлении", "announced"), ("объявила о вступлении", "announced"), ("вступил", "joined"),
        ("вступила", "joined"), ("подписала контракт", "contract_signed"), ("вернулась на должность", "rotated_out"),
        ("завершил контракт", "left"), ("погиб", "killed"), ("опровергла", "denied"), ("служба окончена", "left"),
        ("служба окончена, возвращение на должность", "rotated_out"), ("вступление опровергнуто", "denied"),
        ("несёт службу за пределами региона", "deployed"),
    ])
    func `the words of a source are read in either gender`(text: String, state: String) throws {
        #expect(try EnrollmentState(typed: text).rawValue == state)
    }

    @Test(arguments: [
        ("назначена", "appointed"), ("избран", "elected"), ("временно исполняющий обязанности", "acting"),
        ("ушла по собственному желанию", "left"), ("сложил полномочия", "resigned"), ("уволена", "dismissed"),
        ("истёк срок полномочий", "term_ended"), ("вернулся к обязанностям", "returned"),
    ])
    func `so are those of a post`(text: String, tenure: String) throws {
        #expect(try Tenure(typed: text).rawValue == tenure)
    }

    @Test func `a state can be typed as it is told in Russian`() throws {
        var count = 0
        func check<List: StateList>(_ list: List.Type) throws {
            // A label with a comma is several words, each of which may be a synonym.
            for value in list.allCases where !value.label.russian.contains(",") {
                #expect(try List(typed: value.said(in: .russian)) == value)
                count += 1
            }
        }
        try check(EnrollmentState.self)
        try check(Tenure.self)
        try check(UnitStatus.self)
        #expect(count > 25)
        #expect(try UnitStatus(typed: "расформирован") == .disbanded)
        #expect(try UnitStatus(typed: "приступил к выполнению задач") == .operational)
    }

    private static func check<List: ClosedList>(_ list: List.Type) throws -> Int {
        for value in list.allCases {
            for synonym in value.synonyms {
                #expect(try List(typed: synonym.uppercased()) == value)
                #expect(list.allCases.filter { $0.synonyms.contains(synonym) } == [value], "\(synonym)")
                #expect(List(rawValue: synonym) == nil, "\(synonym)")
            }
        }
        return list.allCases.reduce(0) { $0 + $1.synonyms.count }
    }

    @Test func `what was typed is what is cited, and never the list's word for it`() throws {
        let fresh = try Fresh(.populated)
        var unit = NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Fresh.dispatch)
        (unit.form, unit.formWord) = (.battalion, "батальон")
        _ = try fresh.registry.add(unit, by: Fresh.clerk)
        _ = try fresh.registry.add(
            NewEvent(record: "E1", state: "Подписал контракт", date: "2025-06", evidence: [Fresh.dispatch]),
            by: Fresh.clerk)
        let stated = try fresh.plain().read { db in
            try String.fetchAll(db, sql: "SELECT stated FROM citation WHERE field = 'value' ORDER BY id DESC LIMIT 2")
        }
        #expect(stated == ["Подписал контракт", "батальон"])
        #expect(throws: MusterError.self) {
            try fresh.registry.add(
                NewEvent(record: "E1", state: "reported", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        }
    }
}
