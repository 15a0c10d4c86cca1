import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// A data package that was written, read back as text.
struct ExportedTables {
    /// The rows of each table with its header first, by table.
    let tables: [String: [[String]]]
    /// Every file's bytes by name.
    let files: [String: Data]

    /// Exports a registry to a new folder, and removes the folder.
    init(_ registry: Registry, _ filter: Filter = Filter()) throws {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try registry.exportPackage(filter, to: folder.path)
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
        self.files = files
        tables = try Dictionary(
            uniqueKeysWithValues: files.filter { $0.key.hasSuffix(".csv") }.map { name, bytes in
                (String(name.dropLast(4)), try CSV.records(String(decoding: bytes, as: UTF8.self)))
            })
    }

    /// A registry with a varied history, whose file is made once a run.
    static func chronicle() throws -> Fresh { try Fresh(of: told.get()) }

    private static let told = Result {
        let chronicle = try Chronicle()
        try chronicle.tell { _ in }
        return try chronicle.registry.bytes()
    }

    /// The values of a column, from the first row.
    func column(_ name: String, of table: String) throws -> [String] {
        let rows = try #require(tables[table])
        let index = try #require(rows[0].firstIndex(of: name))
        return rows.dropFirst().map { $0[index] }
    }

    /// The descriptor.
    func descriptor() throws -> Descriptor {
        try JSONDecoder().decode(Descriptor.self, from: #require(files["datapackage.json"]))
    }

    struct Descriptor: Decodable {
        let profile: String
        let revision: Int
        let revision_hash: String
        let resources: [Resource]

        struct Resource: Decodable {
            let name: String
            let schema: Schema
        }
        struct Schema: Decodable {
            let fields: [Field]
            let primaryKey: [String]
            let foreignKeys: [ForeignKey]?
        }
        struct Field: Decodable {
            let name: String
            let type: String
            let title: String
            let constraints: Constraints
        }
        struct Constraints: Decodable {
            let required: Bool
            let `enum`: [String]?
            let pattern: String?
            let maxLength: Int?
        }
        struct ForeignKey: Decodable {
            let fields: String
            let reference: Reference
        }
        struct Reference: Decodable {
            let resource: String
            let fields: String
        }

        func field(_ name: String, of table: String) -> Field? {
            resources.first { $0.name == table }?.schema.fields.first { $0.name == name }
        }
    }

    /// The values of the foreign keys that lead to no row, with their columns.
    func danglingReferences() throws -> [String] {
        try descriptor().resources.flatMap { resource in
            try (resource.schema.foreignKeys ?? []).flatMap { key in
                let target = key.reference.resource.isEmpty ? resource.name : key.reference.resource
                let there = Set(try column(key.reference.fields, of: target))
                return try column(key.fields, of: resource.name).filter { !$0.isEmpty && !there.contains($0) }
                    .map { "\(resource.name).\(key.fields) \($0)" }
            }
        }
    }
}
