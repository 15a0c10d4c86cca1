import Foundation
import MusterCore
import MusterValues

/// The registry that is written, and the file into which its pages are copied.
struct FollowedPrimary {
    let registry: Registry
    private let folder: URL
    private let copied: URL

    init(in folder: URL, copied: String) throws {
        (self.folder, self.copied) = (folder, URL(fileURLWithPath: copied))
        let path = folder.appending(path: "primary.db")
        try TestServer.dispatch.get().write(to: path)
        registry = try Registry(at: path.path, for: .writing)
    }

    func add(_ title: String) throws {
        _ = try registry.add(NewSource(kind: .other, title: title), by: TestServer.clerk)
    }

    /// Writes the pages into the followed file, or puts a new file in its place. A forged one has another author of a revision,
    /// past the hashes.
    func replicate(inPlace: Bool = true, forging: Bool = false) throws {
        let whole = folder.appending(path: UUID().uuidString)
        _ = try registry.backUp(to: whole.path)
        if forging {
            try Tampering.run(
                """
                rules = c.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%revision%'").fetchall()
                for name, _ in rules: c.execute(f'DROP TRIGGER "{name}"')
                c.execute("UPDATE revision SET author = 'somebody else' WHERE id = 2")
                for _, rule in rules: c.execute(rule)
                """, on: whole.path)
        }
        let bytes = try Data(contentsOf: whole)
        if !inPlace { return try bytes.write(to: copied, options: .atomic) }
        let handle = try FileHandle(forWritingTo: copied)
        try handle.write(contentsOf: bytes)
        try handle.close()
    }
}
