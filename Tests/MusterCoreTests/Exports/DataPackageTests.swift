import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The data package: what it describes is what it holds.
struct DataPackageTests {
    @Test func `it has every table with a history, and each column but the revision`() throws {
        let fresh = try Fresh(.populated)
        let exported = try ExportedTables(fresh.registry)
        try fresh.registry.read { db in
            let histories = try HistoryTable.all(db).filter { $0.base != nil }
            #expect(Set(exported.tables.keys) == Set(histories.compactMap(\.base)))
            for history in histories {
                let (table, columns) = (history.base!, history.columns.filter { $0 != "revision" })
                #expect(exported.tables[table]?.first == columns)
                let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
                #expect(exported.tables[table].map { $0.count - 1 } == count, "\(table)")
            }
        }
        #expect(try exported.column("id", of: "enrollment") == ["E1", "E2"])
        #expect(try exported.column("unit_id", of: "enrollment") == ["U1", "U1"])
        #expect(try exported.column("region_code", of: "unit") == ["RU-KGD", "RU-KRS"])
        #expect(try exported.danglingReferences() == [])
    }

    @Test func `a column says what the field says of it`() throws {
        let fresh = try Fresh(.populated)
        let descriptor = try ExportedTables(fresh.registry).descriptor()
        #expect(descriptor.profile == "tabular-data-package")
        #expect(descriptor.revision == Int(try fresh.registry.newestRevision()))
        #expect(try descriptor.revision_hash == fresh.registry.head())
        let contract = try #require(descriptor.field("contract", of: "enrollment"))
        #expect(contract.constraints.enum == ContractKind.allCases.map(\.rawValue))
        #expect(contract.constraints.required && contract.title == "contract")
        #expect(descriptor.field("title", of: "source")?.constraints.maxLength == 500)
        #expect(descriptor.field("url", of: "source")?.constraints.required == false)
        #expect(descriptor.field("ordinal", of: "unit")?.type == "integer")
        let date = try #require(descriptor.field("date", of: "event")?.constraints.pattern)
        for (text, isRight) in [("2025-05-31", true), ("[2025-04..2025-06]", true), ("May 2025", false), ("", false)] {
            #expect(try (text.wholeMatch(of: Regex(date)) != nil) == isRight)
        }
        #expect(descriptor.field("id", of: "unit")?.constraints.pattern == "U(0|[1-9][0-9]*)")
        let citation = try #require(descriptor.resources.first { $0.name == "citation" })
        #expect(citation.schema.primaryKey == ["id"])
        #expect(citation.schema.foreignKeys?.count == 8)
        #expect(descriptor.field("value", of: "event")?.constraints.enum?.contains("disbanded") == true)
        for field in descriptor.resources.flatMap(\.schema.fields) { #expect(!field.title.isEmpty) }
    }

    @Test func `every value fits what is said of its column`() throws {
        let chronicle = try ExportedTables.chronicle()
        let exported = try ExportedTables(chronicle.registry)
        for resource in try exported.descriptor().resources {
            for field in resource.schema.fields {
                let values = try exported.column(field.name, of: resource.name)
                let pattern = try field.constraints.pattern.map { try Regex($0) }
                for value in values {
                    let what = "\(resource.name).\(field.name): \(value)"
                    if value.isEmpty {
                        #expect(!field.constraints.required, "\(what)")
                        continue
                    }
                    if let pattern { #expect(try pattern.wholeMatch(in: value) != nil, "\(what)") }
                    if let words = field.constraints.enum { #expect(words.contains(value), "\(what)") }
                    if let most = field.constraints.maxLength { #expect(value.unicodeScalars.count <= most, "\(what)") }
                    if field.type == "integer" { #expect(Int(value) != nil, "\(what)") }
                }
            }
        }
        #expect(try exported.danglingReferences() == [])
    }

    @Test func `the past is exported as it was exported then`() throws {
        let fresh = try Fresh(.populated)
        let then = try ExportedTables(fresh.registry)
        let revision = try fresh.registry.newestRevision()
        try fresh.happen("E1", "joined", "2025-06-01")
        let now = try ExportedTables(fresh.registry)
        #expect(now.files != then.files)
        #expect(try ExportedTables(fresh.registry).files == now.files)
        #expect(try ExportedTables(fresh.registry.known(at: .revision(revision))).files == then.files)
    }

    @Test func `a folder that has files is refused, an empty one is filled, and nothing half is left`() throws {
        let fresh = try Fresh(.populated)
        let folder = fresh.folder.appending(path: "package")
        let registry = fresh.registry
        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: fresh.folder.path).filter { !$0.hasPrefix("registry") }
        }
        var filter = Filter()
        filter.unit = "nowhere"
        #expect(throws: MusterError.self) { try registry.exportPackage(filter, to: folder.path) }
        filter = Filter()
        filter.sort = "id"
        #expect(throws: MusterError.self) { try registry.exportPackage(filter, to: folder.path) }
        #expect(try names() == [])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try registry.exportPackage(to: folder.path + "/")
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "unit.csv").path))
        let error = #expect(throws: MusterError.self) { try registry.exportPackage(to: folder.path) }
        #expect(error?.exitCode == 73)
        #expect(throws: MusterError.self) { try registry.exportPackage(to: fresh.path) }
        #expect(try names() == ["package"])
    }
}
