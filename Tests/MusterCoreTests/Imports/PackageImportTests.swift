import Foundation
import GRDB
import MusterDemo
import MusterValues
import Testing

@testable import MusterCore

final class PackageImportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "muster-package-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func exported(_ registry: Registry, as name: String = "package") throws -> String {
        let path = folder.appending(path: name).path
        try registry.exportPackage(to: path)
        return path
    }

    /// The tables of a package as text.
    private func tables(_ path: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".csv") }
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, try String(contentsOf: URL(fileURLWithPath: path).appending(path: $0), encoding: .utf8))
            })
    }

    private func empty(_ name: String) throws -> Registry {
        try Registry.create(at: folder.appending(path: name).path)
    }

    @Test func `an empty registry gets the same records, citations and standings`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.edit(
            Edit(record: "E2", values: ["standing": "disputed", "note": "said twice"]), by: Fresh.clerk)
        let package = try exported(fresh.registry)
        let copy = try empty("copy.db")
        let result = try copy.importPackage(RecordPackage(package), by: Fresh.clerk)
        #expect(result.revision != nil)
        #expect(try tables(exported(copy, as: "again")) == tables(package))
        _ = try copy.verify()
        #expect(try copy.officials().map(\.name) == fresh.registry.officials().map(\.name))
        #expect(try copy.enrollments().map(\.standing) == fresh.registry.enrollments().map(\.standing))
    }

    @Test func `a registry that has the records already stays as it is`() throws {
        let fresh = try Fresh(.populated)
        let package = try exported(fresh.registry)
        let before = try fresh.dump()
        let result = try fresh.registry.importPackage(RecordPackage(package), by: Fresh.clerk)
        #expect(result.revision == nil && result.rows[.added] == 0)
        #expect(try fresh.dump() == before)
    }

    @Test func `records that are new to another registry get new ids, and what they refer to goes along`() throws {
        let fresh = try Fresh(.populated)
        let other = try Fresh(.populated)
        _ = try other.load(
            "official,post,post_region,unit,unit_region,state\nAnna Petrova,Mayor,RU-TUL,BARS-Tula,RU-TUL,joined\n")
        _ = try fresh.load("official,post,post_region,unit,state\nBoris Petrov,Mayor,RU-BRY,BARS-Kursk,serving\n")
        let result = try fresh.registry.importPackage(RecordPackage(exported(other.registry)), by: Fresh.clerk)
        #expect(result.added[.official] == 1 && result.added[.unit] == 1 && result.added[.enrollment] == 1)
        let anna = try #require(try fresh.registry.enrollments().first { $0.official?.name == "Anna Petrova" })
        #expect(anna.unit.name == "BARS-Tula")
        #expect(anna.states == [.joined])
        _ = try fresh.registry.verify()
    }

    @Test(arguments: [
        ("event.csv", "2025-05-31", "2025-13-31", "line 4: "),
        ("unit.csv", "U1,", "O1,", "line 2, column id: 'O1' is not the short id of a unit"),
        ("official.csv", "accepted", "perfect", "line 2: a standing is accepted, disputed, needs work or rejected"),
        ("source.csv", "title", "titel", "the table source has no column 'titel' (near it: title)"),
    ])
    func `a package that somebody broke is refused with its line, and nothing of it is kept`(
        name: String, text: String, other: String, rule: String
    ) throws {
        let package = try exported(Fresh(.populated).registry)
        let file = URL(fileURLWithPath: package).appending(path: name)
        let whole = try String(contentsOf: file, encoding: .utf8)
        #expect(whole.contains(text))
        let place = whole.range(of: text)!
        try whole.replacingCharacters(in: place, with: other).write(to: file, atomically: true, encoding: .utf8)
        let copy = try empty("broken.db")
        let error = #expect(throws: MusterError.self) {
            try copy.importPackage(RecordPackage(package), by: Fresh.clerk)
        }
        #expect(error?.rule.contains(rule) == true, "\(String(describing: error))")
        #expect(try copy.newestRevision() == 0)
    }

    @Test func `a column that is left out is made anew, and what a clerk could not type is refused`() throws {
        let package = try exported(Fresh(.populated).registry)
        let event = URL(fileURLWithPath: package).appending(path: "event.csv")
        let lines = try String(contentsOf: event, encoding: .utf8).components(separatedBy: "\r\n").filter {
            !$0.isEmpty
        }
        let heading = lines[0].components(separatedBy: ",")
        let kept = heading.indices.filter { !["earliest", "latest"].contains(heading[$0]) }
        let cut = lines.map { line in
            let cells = line.components(separatedBy: ",")
            return kept.map { cells[$0] }.joined(separator: ",")
        }
        try (cut.joined(separator: "\r\n") + "\r\n").write(to: event, atomically: true, encoding: .utf8)
        let copy = try empty("cut.db")
        _ = try copy.importPackage(RecordPackage(package), by: Fresh.clerk)
        #expect(try tables(exported(copy, as: "whole"))["event.csv"] == lines.joined(separator: "\r\n") + "\r\n")
        let name = URL(fileURLWithPath: package).appending(path: "name.csv")
        let names = try String(contentsOf: name, encoding: .utf8)
        for (other, rule) in [
            ("U5", "reads as a record's short id"), ("Dmitry\u{1B}[31m Novikov", "invisible character"),
        ] {
            try names.replacing("Dmitry Novikov", with: other).write(to: name, atomically: true, encoding: .utf8)
            let error = #expect(throws: MusterError.self) {
                try self.empty("\(other.count).db").importPackage(RecordPackage(package), by: Fresh.clerk)
            }
            #expect(error?.rule.contains(rule) == true, "\(String(describing: error))")
        }
    }

    @Test(arguments: [
        ("{}", "it is no descriptor"),
        (#"{"resources":[{"name":"unit","path":"../unit.csv"}]}"#, "leads out of its folder"),
        (#"{"resources":[{"name":"unit","path":"/etc/passwd"}]}"#, "leads out of its folder"),
    ])
    func `a descriptor that is none, or leads elsewhere, is refused`(json: String, rule: String) throws {
        try json.write(to: folder.appending(path: "datapackage.json"), atomically: true, encoding: .utf8)
        let error = #expect(throws: MusterError.self) { try RecordPackage(folder.path) }
        #expect(error?.rule.contains(rule) == true)
    }

    @Test func `a chain of sources is taken in any order, and the worst one takes no longer than the best`() throws {
        let clock = ContinuousClock()
        let forwards = try clock.measure { try self.importChain(of: 4_000, as: "forwards") { $0 - 1 } }
        let backwards = try clock.measure { try self.importChain(of: 4_000, as: "backwards") { $0 + 1 } }
        // A search among all rows that wait takes three times as long and more.
        #expect(backwards < forwards * 2, "\(forwards) \(backwards)")
    }

    @Test func `sources that go round in a circle are refused`() throws {
        #expect(throws: MusterError.self) { try importChain(of: 3, as: "circle") { $0 % 3 + 1 } }
    }

    /// Imports sources of which each derives from the one with the number that is given for it, if there is one.
    private func importChain(of count: Int, as name: String, origin: (Int) -> Int) throws {
        let registry = try empty("\(name).db")
        let path = try exported(registry, as: name)
        let file = URL(fileURLWithPath: path).appending(path: "source.csv")
        let heading = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")[0]
        let columns = heading.components(separatedBy: ",")
        let lines = (1...count).map { number in
            var values = ["id": "S\(number)", "kind": "other", "title": "Source \(number)"]
            if (1...count).contains(origin(number)) {
                values["derived_from"] = "S\(origin(number))"
                values["relation"] = "rewrites"
            }
            return columns.map { values[$0] ?? "" }.joined(separator: ",")
        }
        try ([heading] + lines + [""]).joined(separator: "\r\n").write(to: file, atomically: true, encoding: .utf8)
        let result = try registry.importPackage(RecordPackage(path), by: Fresh.clerk)
        #expect(result.added[.source] == count)
    }
}
