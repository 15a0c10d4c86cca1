import Foundation
import GRDB
import GRDBSQLite
import MusterValues
import Testing

@testable import MusterCore

/// A registry in a new file, with reference data and one source, S1; the file is deleted with this object.
final class Fresh: Sendable {
    static let clerk = Authorship(author: "clerk", reason: "test")
    /// 2025-06-15T15:06:40Z.
    static let now = Date(timeIntervalSince1970: 1_750_000_000)
    static let dispatch = Evidence(source: "S1")

    let folder: URL
    let path: String
    let registry: Registry

    /// The content of the registry at the start.
    enum Start {
        /// All the reference data.
        case reference
        /// A few regions of it, and some records.
        case populated
    }

    convenience init(_ start: Start = .reference) throws {
        try self.init(of: start == .reference ? Self.reference.get() : Self.populated.get())
    }

    /// A file of its own with the bytes of one that was made before.
    init(of bytes: Data) throws {
        folder = try Self.newFolder()
        path = folder.appending(path: "registry.db").path
        try bytes.write(to: URL(fileURLWithPath: path))
        registry = try Registry(at: path, for: .writing, now: { Fresh.now })
    }

    /// The bytes of the two starts: made once a run; every test has its own file of them.
    private static let reference = Result { try bytes(of: .reference) }
    private static let populated = Result { try bytes(of: .populated) }

    private static func bytes(of start: Start) throws -> Data {
        let folder = try newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let registry = try Registry.create(at: folder.appending(path: "registry.db").path, now: { now })
        switch start {
        case .reference: _ = try registry.loadReference(by: clerk)
        case .populated: _ = try registry.loadReference(of: codes, through: folder)
        }
        _ = try registry.add(NewSource(kind: .regionalMedia, title: "Dispatch"), by: clerk)
        if start == .populated { try populate(registry) }
        return try registry.bytes()
    }

    /// The regions that tests name, and some whose codes are like theirs.
    private static let codes: Set<Substring> = [
        "RU-BEL", "RU-BRY", "RU-CHU", "RU-KB", "RU-KC", "RU-KDA", "RU-KGD", "RU-KRS", "RU-LEN", "RU-MOS", "RU-MOW",
        "RU-MUR", "RU-PSK", "RU-SPE", "RU-TUL",
    ]

    static func newFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Adds G1 BARS, U1 BARS-Kaliningrad (V1 announced), U2 BARS-Kursk, O1 Dmitry Novikov with P1 Governor (V2 in
    /// office), E1 of O1 in U1 (V3 announced), and E2 of a group in U1 (V4 joined).
    private static func populate(_ registry: Registry) throws {
        _ = try registry.add(NewProgramme(name: "BARS", evidence: dispatch), by: clerk)
        var unit = NewUnit(designation: "BARS-Kaliningrad", region: "RU-KGD", programme: "BARS", evidence: dispatch)
        unit.status = .announced
        _ = try registry.add(unit, by: clerk)
        _ = try registry.add(NewUnit(designation: "BARS-Kursk", region: "RU-KRS", evidence: dispatch), by: clerk)
        let post = NewPost(title: "Governor", kind: .headOfRegion, region: "RU-KGD", tenure: .inOffice)
        _ = try registry.add(NewOfficial(name: "Dmitry Novikov", post: post, evidence: dispatch), by: clerk)
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U1", state: .announced, date: "2025-05-31", evidence: dispatch),
            by: clerk)
        let group = NewGroup(who: "members of the regional government")
        _ = try registry.enroll(NewEnrollment(group: group, unit: "U1", evidence: dispatch), by: clerk)
    }

    /// A plain SQLite connection, with or without foreign keys: SQLite's shell has them off.
    func plain(foreignKeys: Bool = true) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = foreignKeys
        configuration.prepareDatabase { db in
            // As in the store: SQLite need not tell of each column that a statement reads.
            _ = sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
            DatabaseFunction.ofDoubt.forEach(db.add(function:))
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs plain SQL in one transaction that begins with a revision; `$R` is replaced with its number.
    func run(_ sql: String, foreignKeys: Bool = true) throws {
        try Self.run(sql, on: plain(foreignKeys: foreignKeys))
    }

    private static func run(_ sql: String, on database: DatabaseQueue) throws {
        try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO revision (id, at, author, reason)
                    SELECT id + 1, at, 'shell', 'plain SQL' FROM revision ORDER BY id DESC LIMIT 1
                    """)
            try db.execute(sql: sql.replacing("$R", with: "(SELECT max(id) FROM revision)"))
        }
    }

    /// SQLite's refusal of plain SQL; nil if it is accepted.
    func refusal(of sql: String, foreignKeys: Bool = true) throws -> String? {
        try Self.refusal(of: sql, on: plain(foreignKeys: foreignKeys))
    }

    /// The same on a connection that is there already.
    static func refusal(of sql: String, on database: DatabaseQueue) throws -> String? {
        do {
            try run(sql, on: database)
            return nil
        } catch let error as DatabaseError { return error.message }
    }

    /// Every row of every table, as text.
    func dump() throws -> [String] { try registry.read { try $0.lines() } }

    func count(_ sql: String) throws -> Int { try plain().read { try Int.fetchOne($0, sql: sql)! } }

    /// Expects a refusal: its case (nil if only the sentence matters), its sentence with the remedy in the command's
    /// words, its exit code, and that not one row changed.
    func expectRefusal(
        _ expected: MusterError?, _ message: String, exit: Int32, at location: SourceLocation = #_sourceLocation,
        _ change: (Registry) throws -> WriteResult
    ) throws {
        let before = try dump()
        let error = #expect(throws: MusterError.self, sourceLocation: location) { _ = try change(registry) }
        if let expected { #expect(error == expected, sourceLocation: location) }
        #expect(error?.said == message, sourceLocation: location)
        #expect(error?.exitCode == exit, sourceLocation: location)
        #expect(try dump() == before, sourceLocation: location)
    }
}

/// The places of this package's files.
enum Package {
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

    /// The text of a file, by its path in the package.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The Swift files under a folder of the package, by their paths in it.
    static func swiftFiles(under folder: String) throws -> [String: String] {
        let all =
            FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects as? [String] ?? []
        var texts: [String: String] = [:]
        for path in all where path.hasSuffix(".swift") {
            texts["\(folder)/\(path)"] = try String(
                contentsOf: root.appending(path: "\(folder)/\(path)"), encoding: .utf8)
        }
        return texts
    }
}

extension Registry {
    /// The bytes of the file, after everything in its log was taken over into it.
    func bytes() throws -> Data {
        try store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        return try Data(contentsOf: URL(fileURLWithPath: store.file.real))
    }
}

extension Fresh {
    /// Records what happened to a record.
    func happen(
        _ record: RecordReference, _ state: String, _ date: EDTF?, cause: String? = nil,
        by evidence: [Evidence] = [dispatch]
    ) throws {
        _ = try registry.add(
            NewEvent(record: record, state: state, date: date, cause: cause, evidence: evidence), by: Self.clerk)
    }
}
