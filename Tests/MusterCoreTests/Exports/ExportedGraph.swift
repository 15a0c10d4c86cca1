import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The entities of an export, read back.
struct ExportedGraph {
    /// An entity as it was written.
    struct Entity: Decodable, Equatable {
        let id: String
        let schema: String
        let properties: [String: [String]]
    }

    let text: String
    let entities: [String: Entity]
    let leftOut: LeftOut

    /// Exports a registry as FollowTheMoney.
    init(_ registry: Registry, _ filter: Filter = Filter()) throws {
        (text, leftOut) = try Self.written { try registry.exportFollowTheMoney(filter, to: $0) }
        let decoder = JSONDecoder()
        let all = try text.split(separator: "\n").map { try decoder.decode(Entity.self, from: Data($0.utf8)) }
        entities = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }

    /// The values of a property of the entity of a record, without the prefix of ids.
    subscript(_ id: String, _ property: String) -> [String]? {
        entities["muster-\(id)"]?.properties[property]?.map { $0.replacing("muster-", with: "") }
    }

    /// The line of an entity.
    func line(_ id: String) -> String? {
        text.split(separator: "\n").first { $0.hasPrefix("{\"id\":\"muster-\(id)\",") }.map(String.init)
    }

    /// The links that lead to no entity.
    var dangling: [String] {
        entities.values.flatMap { entity in
            entity.properties.filter { FollowTheMoneyText.types[$0.key] == "entity" }.flatMap(\.value)
                .filter { entities[$0] == nil }.map { "\(entity.id) to \($0)" }
        }
    }

    /// The text that an export writes to a file.
    static func written(_ export: (String) throws -> LeftOut) throws -> (text: String, leftOut: LeftOut) {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "export").path
        let leftOut = try export(path)
        return (try String(contentsOfFile: path, encoding: .utf8), leftOut)
    }
}

extension Fresh {
    /// Adds sources S2 and S3 of 2025-06-01, by which O1 is to join U2 on 2025-06-10 (E3, V5), U2 to be disbanded the day after (V6) and
    /// O1 to be killed in U1 the day after that (V7). Today is 2025-06-15.
    func foretell() throws {
        for title in ["Second", "Third"] {
            var source = NewSource(kind: .nationalMedia, title: title)
            source.published = "2025-06-01"
            _ = try registry.add(source, by: Fresh.clerk)
        }
        let early = Evidence(source: "S2")
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", state: .joined, date: "2025-06-10", evidence: early),
            by: Fresh.clerk)
        try happen("U2", "disbanded", "2025-06-11", by: [early])
        try happen("E1", "killed", "2025-06-12", by: [early, Evidence(source: "S3")])
    }

    /// Adds source S2, and has O1 killed on a day, by S1 and S2.
    func kill(_ enrollment: RecordReference, _ date: EDTF?) throws {
        var source = NewSource(kind: .nationalMedia, title: "Second")
        (source.published, source.url, source.publisher) = ("2025-06-12", "https://example.org", "The Press")
        _ = try registry.add(source, by: Self.clerk)
        try happen(enrollment, "killed", date, by: [Self.dispatch, Evidence(source: "S2")])
    }
}
