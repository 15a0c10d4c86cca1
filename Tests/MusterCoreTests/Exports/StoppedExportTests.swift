import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// An export that the user stops.
struct StoppedExportTests {
    @Test func `it leaves what was there, and nothing half`() throws {
        let fresh = try Fresh(.populated)
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (old, new) = (folder.appending(path: "old").path, folder.appending(path: "new").path)
        try Data("before".utf8).write(to: URL(filePath: old))
        let exports: [(String) throws -> Void] = [
            { try fresh.registry.exportEnrollments(forSpreadsheets: false, to: $0) { _ in false } },
            { try fresh.registry.exportSQL(to: $0) { _ in false } },
            { _ = try fresh.registry.exportFollowTheMoney(to: $0) { _ in false } },
            { _ = try fresh.registry.exportFollowTheMoneyStatements(to: $0) { _ in false } },
            { _ = try fresh.registry.exportPopolo(to: $0) { _ in false } },
            { _ = try fresh.registry.exportRIS(to: $0) { _ in false } },
        ]
        for export in exports {
            for target in [old, new] { #expect(throws: MusterError.stopped) { try export(target) } }
        }
        #expect(throws: MusterError.stopped) { try fresh.registry.exportPackage(to: new) { _ in false } }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["old"])
        #expect(try Data(contentsOf: URL(filePath: old)) == Data("before".utf8))
    }
}
