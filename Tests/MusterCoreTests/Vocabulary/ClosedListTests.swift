import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Each closed list is the same in the schema, in Swift and, but for what is said here, in the vocabularies it came from.
final class ClosedListTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh() }

    /// Column, condition before the list in the CHECK, and the Swift list.
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
        ("citation", "region_code IS NOT NULL THEN field IN", CitedField.fields(of: .region).map(\.rawValue)),
        ("citation", "programme_id IS NOT NULL THEN field IN", CitedField.fields(of: .programme).map(\.rawValue)),
        ("citation", "unit_id IS NOT NULL THEN field IN", CitedField.fields(of: .unit).map(\.rawValue)),
        ("citation", "official_id IS NOT NULL THEN field IN", CitedField.fields(of: .official).map(\.rawValue)),
        ("citation", "post_id IS NOT NULL THEN field IN", CitedField.fields(of: .post).map(\.rawValue)),
        ("citation", "enrollment_id IS NOT NULL THEN field IN", CitedField.fields(of: .enrollment).map(\.rawValue)),
        ("citation", "event_id IS NOT NULL THEN field IN", CitedField.fields(of: .event).map(\.rawValue)),
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

    @Test func `every cited field is a field of some record`() {
        #expect(Set(RecordKind.allCases.flatMap(CitedField.fields(of:))) == Set(CitedField.allCases))
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

    /// What the register has beyond the vocabularies: a unit said to be set up, and one who joined by no stated step.
    static let added: [String: Set<String>] = ["unit.status": ["established"], "enrollment.event": ["joined"]]

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

    @Test(arguments: ["contractsigned", "", "signed", "contrаct signed"])
    func `a value outside the list is refused with the list`(text: String) {
        let error = #expect(throws: MusterError.self) { try EnrollmentState(typed: text) }
        #expect(
            error == .notInList(list: "enrollment state", value: text, allowed: EnrollmentState.allCases.map(\.words)))
        #expect(error?.exitCode == 65)
    }
}
