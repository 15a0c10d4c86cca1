import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterDemo

/// A dossier and the list of disputes say the same of each field.
final class ValueDisputeTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        for title in ["Paper", "Channel"] { _ = try registry.add(NewSource(kind: .ngo, title: title), by: Fresh.clerk) }
    }

    private func edit(_ record: RecordReference, _ values: [String: String]) throws {
        _ = try registry.edit(Edit(record: record, values: values), by: Fresh.clerk)
    }

    /// The fields in dispute, by record, as the dossiers of all records of the kinds have them.
    private static func inDossiers(_ registry: Registry, settled: Bool = false) throws -> Set<String> {
        var found: Set<String> = []
        for kind in [RecordKind.programme, .unit, .official, .post, .enrollment] {
            let numbers = try registry.read { db in
                try Int64.fetchAll(db, sql: "SELECT id FROM \(kind.name)")
            }
            for number in numbers {
                let dossier = try registry.show(RecordReference(RecordID(kind, number)))
                let fields =
                    dossier.fields.map { (dossier.id, $0) }
                    + dossier.events.flatMap { event in event.fields.map { (event.id, $0) } }
                for (id, field) in fields where settled ? field.isSettled : field.isInDispute {
                    found.insert("\(id) \(field.field.rawValue)")
                }
            }
        }
        return found
    }

    private static func listed(_ registry: Registry, settled: Bool = false) throws -> Set<String> {
        Set(
            try registry.disputes(settled: settled).filter { $0.kind == .values && $0.record.id.kind != .region }.map {
                "\($0.record.id) \($0.field!.rawValue)"
            })
    }

    @Test func `a group's level that one source alone contradicts is in dispute, until somebody decides`() throws {
        _ = try registry.enroll(
            NewEnrollment(
                group: NewGroup(who: "deputies", level: .regional, kind: .regionalDeputy, least: 5), unit: "U2",
                evidence: Fresh.dispatch), by: Fresh.clerk)
        #expect(try Self.listed(registry) == [] && Self.inDossiers(registry) == [])
        try fresh.cite("E3", "level", "municipal", in: "S2")
        #expect(try Self.listed(registry) == ["E3 level"] && Self.inDossiers(registry) == ["E3 level"])
        try edit("E3", ["level": "regional"])
        #expect(try Self.listed(registry) == [] && Self.listed(registry, settled: true) == ["E3 level"])
        try fresh.cite("E3", "kind", "head of municipality", in: "S2")
        try fresh.cite("E3", "region", "RU-TUL", in: "S2")
        try fresh.cite("E3", "group_size", "at least 3", in: "S2")
        #expect(try Self.listed(registry) == Self.inDossiers(registry))
    }

    @Test func `a value is in dispute if the only citation that is left contradicts it`() throws {
        try fresh.cite("U1", "region", "RU-KRS", in: "S2")
        try edit("U1", ["region": "RU-KGD"])
        try fresh.cite("V3", "date", "2024", in: "S2")
        for citation in try registry.show("V3").events.isEmpty
            ? registry.show("E1").events[0].fields.flatMap(\.supporting) : []
        {
            try edit(RecordReference(citation.citation), ["standing": "rejected", "note": "misread"])
        }
        #expect(try Self.listed(registry).contains("V3 date"))
        #expect(try Self.listed(registry) == Self.inDossiers(registry))
    }

    @Test func `the two agree over a varied history and over an invented registry`() throws {
        let chronicle = try Chronicle()
        try chronicle.tell { _ in }
        let other = try Registry.create(at: fresh.folder.appending(path: "scale.db").path)
        _ = try other.loadReference(by: Fresh.clerk)
        try other.fill(enrollments: 150, by: Fresh.clerk)
        for registry in [chronicle.registry, other] {
            for isSettled in [false, true] {
                let listed = try Self.listed(registry, settled: isSettled)
                #expect(try Self.inDossiers(registry, settled: isSettled) == listed)
                #expect(isSettled || !listed.isEmpty)
            }
        }
    }
}
