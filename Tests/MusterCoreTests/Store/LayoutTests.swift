import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Promises of the package's layout that the compiler does not check.
struct LayoutTests {
    @Test func `the folder of migrations holds the listed ones, byte for byte`() throws {
        let folder = Package.root.appending(path: "migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
        #expect(files.sorted() == Migrations.all.map { "\($0.name).sql" })
        for step in Migrations.all {
            #expect(try Data(contentsOf: folder.appending(path: "\(step.name).sql")) == Data(step.sql.utf8))
        }
    }

    @Test func `migrations are numbered from one without a gap`() {
        let numbers = Migrations.all.map { Int($0.name.prefix(4)) }
        #expect(numbers == (1...Migrations.all.count).map { $0 })
    }

    @Test(arguments: [
        ("GRDB", ["MusterCore/"]), ("ArgumentParser", ["muster/"]), ("CMusterMigrations", ["MusterCore/Store/"]),
        ("Crypto", ["MusterCore/Chain/"]), ("GRDBSQLite", ["MusterCore/"]), ("CMusterSheets", ["MusterSheets/"]),
        ("MusterSheets", ["muster/", "MusterWeb/"]), ("MusterHTML", ["MusterEditions/", "MusterWeb/Pages/"]),
        ("MusterEditions", ["muster/", "MusterSheets/", "MusterWeb/"]), ("MusterDemo", ["muster/"]), ("SQLite3", []),
        ("Hummingbird", ["MusterWeb/"]), ("NIOCore", ["MusterWeb/"]), ("NIOPosix", ["MusterWeb/"]),
        ("Configuration", ["muster-server/"]), ("MusterWeb", ["muster-server/"]),
        ("FoundationNetworking", ["MusterWeb/Following/"]),
    ])
    func `a module is imported in its own layers alone`(module: String, layers: [String]) throws {
        let imports = try Self.imports.get()
        #expect(imports.count > 50)
        let importing = imports.filter { $0.value.contains(module) }.keys
        let others = importing.filter { path in !layers.contains { path.hasPrefix("Sources/\($0)") } }
        #expect(others.sorted() == [])
    }

    @Test func `dates are read without Foundation, and MusterCore knows no front`() throws {
        let imports = try Self.imports.get()
        func under(_ folder: String) -> [String: [String]] { imports.filter { $0.key.hasPrefix("Sources/\(folder)/") } }
        let dates = under("MusterValues/Dates")
        #expect(!dates.isEmpty)
        #expect(dates.filter { !$0.value.isEmpty }.keys.sorted() == [])
        let allowed: Set = [
            "Crypto", "Foundation", "GRDB", "GRDBSQLite", "CMusterMigrations", "MusterValues", "Synchronization",
        ]
        #expect(Set(under("MusterCore").values.joined()).subtracting(allowed) == [])
        #expect(Set(under("MusterValues").values.joined()) == ["Foundation", "Synchronization"])
        #expect(Set(under("MusterDemo").values.joined()) == ["Foundation", "MusterCore", "MusterValues"])
        // The writer of HTML knows nothing of the register, so that later pages can use it.
        #expect(under("MusterHTML").count > 2)
        #expect(Set(under("MusterHTML").values.joined()).subtracting(["Foundation"]) == [])
        #expect(
            Set(under("MusterEditions").values.joined()).subtracting(["Foundation", "MusterHTML"])
                == ["MusterCore", "MusterValues"])
    }

    @Test func `no line of the libraries names an option or a command`() throws {
        for target in [
            "MusterCore", "MusterValues", "MusterDemo", "MusterSheets", "MusterHTML", "MusterEditions",
        ] {
            // The variables of a style sheet begin with two dashes, too.
            for (path, text) in try Package.swiftFiles(under: "Sources/\(target)") where !path.contains("/Style/") {
                #expect(Self.frontWords(in: text) == [], "\(path)")
            }
        }
        let code = "a(\"give --new\")\n/// `--new`\nb(\"see 'muster show'\")\nx -= 1"
        #expect(Self.frontWords(in: code) == ["a(\"give --new\")", "b(\"see 'muster show'\")"])
    }

    /// The lines of code with an option or a command in a string; comments may name them.
    private static func frontWords(in text: String) -> [String] {
        // A regex that stands in the loop would be made ready again for each line.
        let front = #/"[^"]*(?:'muster |--[a-z])/#
        return text.split(whereSeparator: \.isNewline).map(String.init).filter { line in
            !line.drop(while: \.isWhitespace).hasPrefix("//") && line.contains(front)
        }
    }

    @Test func `the imports of a text are seen`() {
        let text = "@testable import A\nimport struct B.C\n@preconcurrency public import D\n// import E\nimport F.G"
        #expect(Self.imports(of: text) == ["A", "B", "D", "F"])
    }

    @Test func `nothing is added to the visible top level`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Package.root.path)
            .filter { !$0.hasPrefix(".") && !$0.contains(".db") }  // the demo's registry, which git ignores
        let known: Set = ["Package.swift", "Package.resolved", "Sources", "Tests", "migrations", "README.md"]
        #expect(Set(names).subtracting(known) == [])
    }

    /// The imports of every source file; read once a run.
    private static let imports = Result { try Package.swiftFiles(under: "Sources").mapValues(imports(of:)) }

    private static func imports(of text: String) -> [String] {
        let pattern = #/^\s*(?:@?\w+ )*import (?:(?:struct|class|enum|func|protocol|typealias|let|var) )?(\w+)/#
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            line.firstMatch(of: pattern).map { String($0.1) }
        }
    }
}
