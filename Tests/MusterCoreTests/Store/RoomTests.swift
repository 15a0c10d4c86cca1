import Foundation
import Testing

/// The folders of MusterCore and of MusterEditions are rooms in an order: a file uses only types of its own room and of the rooms
/// below it.
///
/// Two rooms that use each other cannot be read, tested or moved apart. The compiler sees one module and accepts it.
struct RoomTests {
    /// The rooms of each module from the lowest to the highest; `Registry` is the file of that name, which is in no folder.
    static let orders = [
        "MusterCore": core, "MusterEditions": ["Words", "Tiles", "Model", "Makers", "Pages", "Formats", "Verifying"],
    ]

    private static let core = [
        "Records", "Index", "Chain", "Store", "Registry", "Finding", "Exchange", "Listings", "Access", "Citations",
        "Sources",
        "Conclusions", "Events", "Regions", "Programmes", "Units", "Officials", "Enrollments", "Dossier", "Disputes",
        "Timeline", "Due", "Editing", "History", "Merging", "Search", "Editions", "Exports", "Imports",
        "Keeping",
    ]

    @Test(arguments: orders)
    func `a room uses the types of rooms below it alone`(module: String, order: [String]) throws {
        let files = try Package.swiftFiles(under: "Sources/\(module)").mapValues(Self.code)
        #expect(Set(files.keys.map(Self.room)) == Set(order))
        let homes = Self.homes(of: files)
        #expect(homes.count > 30)
        #expect(Self.faults(in: files, homes, order) == [])
    }

    @Test func `a use of a higher room is seen`() {
        let files = [
            "Sources/MusterCore/Records/A.swift": "struct A { let b: B }",
            "Sources/MusterCore/Chain/B.swift": "struct B {}",
        ]
        #expect(Self.faults(in: files, Self.homes(of: files), Self.core) == ["Records/A.swift uses B of Chain"])
        #expect(Self.code("let a = \"B \\(c)\" // B") == "let a =  c  ")
    }

    private static func room(of path: String) -> String {
        let parts = path.split(separator: "/").dropFirst(2)
        // The files of a type that stand in no folder are its own room.
        return String(parts.count == 1 ? parts.first!.prefix { $0 != "." && $0 != "+" } : parts.first!)
    }

    /// The room of each type that is declared at the top level of a file.
    private static func homes(of files: [String: String]) -> [String: String] {
        var homes: [String: String] = [:]
        let declaration = #/(?m)^(?:(?:public|package|final|indirect) )*(?:struct|enum|class|protocol) (\w+)/#
        for (path, text) in files {
            for match in text.matches(of: declaration) { homes[String(match.1)] = room(of: path) }
        }
        return homes
    }

    private static func faults(in files: [String: String], _ homes: [String: String], _ order: [String]) -> [String] {
        let type = #/\b[A-Z]\w+\b|\b[A-Z]\b/#
        return files.flatMap { (path: String, text: String) -> [String] in
            let own = room(of: path)
            let used = Set(text.matches(of: type).map { String($0.output) })
            return used.sorted().compactMap { (name: String) -> String? in
                guard let home = homes[name], let place = order.firstIndex(of: home),
                    let limit = order.firstIndex(of: own), place > limit
                else { return nil }
                return "\(path.split(separator: "/").dropFirst(2).joined(separator: "/")) uses \(name) of \(home)"
            }
        }.sorted()
    }

    /// A file's text without comments and, inside strings, with only the interpolated code.
    private static func code(_ text: String) -> String {
        // A regex that stands in the loop would be made ready again for each line.
        let literal = #/\"(?:\\\([^\"]*\)|\\.|[^\"\\])*\"/#
        let interpolation = #/\\\(([^)]*)\)/#
        let comment = #/\/\/.*/#
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line).replacing(literal) { string in
                string.output.matches(of: interpolation).map { " \($0.1)" }.joined() + " "
            }.replacing(comment, with: "")
        }.joined(separator: "\n")
    }
}
