import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterDemo

final class ScaleTests {
    private static let enrollments = 2000
    private let folder = FileManager.default.temporaryDirectory.appending(path: "scale-\(UUID())")
    private let author = Authorship(author: "test")
    private let registry: Registry

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        registry = try Self.made(in: folder, "a.db")
    }

    private static func made(in folder: URL, _ name: String) throws -> Registry {
        let registry = try Registry.create(at: folder.appending(path: name).path)
        _ = try registry.loadReference(by: Authorship(author: "test"))
        return registry
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The bytes of a filled registry: made once a run; every test has its own file of them.
    private static let filledBytes = Result {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let registry = try made(in: folder, "filled.db")
        try registry.fill(enrollments: enrollments, by: Authorship(author: "test"))
        return try registry.bytes()
    }

    private func filled() throws -> Registry {
        let file = folder.appending(path: "filled.db")
        try Self.filledBytes.get().write(to: file)
        return try Registry(at: file.path, for: .writing)
    }

    private func count(_ sql: String, in registry: Registry) throws -> Int {
        try registry.read { try #require(try Int.fetchOne($0, sql: sql)) }
    }

    /// Every row of every table as text, except the revisions' times.
    private func dump(_ registry: Registry) throws -> [String] {
        try registry.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'grdb%' AND name <> 'seal' ORDER BY name
                    """)
            // The values of the proof are random, or derived from random ones.
            let proof: Set = ["nonce", "leaf"]
            return try tables.flatMap { table in
                let columns = try db.columns(in: table).map(\.name).filter {
                    (table, $0) != ("revision", "at") && !proof.contains($0)
                }
                let values = columns.map { "quote(\($0))" }.joined(separator: " || '|' || ")
                return try String.fetchAll(
                    db, sql: "SELECT '\(table)|' || \(values) AS line FROM \(table) ORDER BY line")
            }
        }
    }

    @Test(arguments: [-1, 0, 10_000_001])
    func `a number of enrollments out of range is refused`(enrollments: Int) throws {
        let refusal = #expect(throws: MusterError.self) { try registry.fill(enrollments: enrollments, by: author) }
        #expect(
            refusal?.said
                == "number of enrollments '\(enrollments)' is refused: give a whole number from 1 to 10000000")
    }

    @Test func `a registry without regions is refused and left as it was`() throws {
        let bare = try Registry.create(at: folder.appending(path: "bare.db").path)
        let refusal = #expect(throws: MusterError.self) { try bare.fill(enrollments: 1, by: author) }
        #expect(refusal?.said == "a region on the register is missing; load the reference regions first")
        #expect(try bare.newestRevision() == 0)
    }

    @Test func `a registry that has units is refused and left as it was`() throws {
        let registry = try filled()
        let before = try registry.newestRevision()
        let refusal = #expect(throws: MusterError.self) { try registry.fill(enrollments: 1, by: author) }
        #expect(refusal?.said == "a registry is filled while it has no units; make a new one to fill")
        #expect(try registry.newestRevision() == before)
    }

    @Test func `a registry has exactly as many enrollments as it was asked for`() throws {
        let registry = try filled()
        #expect(try count("SELECT count(*) FROM enrollment", in: registry) == Self.enrollments)
        #expect(try registry.enrollments().count == Self.enrollments)
    }

    @Test func `a filled registry is whole by SQLite's own checks`() throws {
        let registry = try filled()
        let faults = try registry.read { db in
            try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(\.description)
                + String.fetchAll(db, sql: "PRAGMA integrity_check")
        }
        #expect(faults == ["ok"])
    }

    @Test func `the same number makes the same rows`() throws {
        let registry = try filled()
        let twin = try Self.made(in: folder, "twin.db")
        _ = try twin.fill(enrollments: Self.enrollments, by: author)
        let (lines, twins) = (try dump(registry), try dump(twin))
        #expect(lines.count > Self.enrollments * 10)
        #expect(lines == twins)
    }

    @Test func `every region has a unit, sources and enrollments`() throws {
        let registry = try filled()
        #expect(try count("SELECT count(DISTINCT region_code) FROM unit", in: registry) == 83)
        #expect(try count("SELECT count(DISTINCT kind) FROM unit", in: registry) == UnitKind.allCases.count)
        #expect(
            try count(
                "SELECT count(DISTINCT u.region_code) FROM enrollment e JOIN unit u ON u.id = e.unit_id",
                in: registry) == 83)
    }

    @Test func `every value of a closed list occurs`() throws {
        let lists: [(table: String, column: String, values: [String])] = [
            ("event WHERE facet = 'state'", "value", EnrollmentState.allCases.map(\.rawValue)),
            ("event WHERE facet = 'tenure'", "value", Tenure.allCases.map(\.rawValue)),
            ("event WHERE facet = 'status'", "value", UnitStatus.allCases.map(\.rawValue)),
            ("event WHERE facet = 'form'", "value", UnitForm.allCases.map(\.rawValue)),
            ("enrollment", "standing", Standing.allCases.map(\.rawValue)),
            ("enrollment", "contract", ContractKind.allCases.map(\.rawValue)),
            ("enrollment", "concluded_by", ContractParty.allCases.map(\.rawValue)),
            ("post", "kind", PostKind.allCases.map(\.rawValue)),
            ("source", "kind", SourceKind.allCases.map(\.rawValue)),
            ("citation", "stance", Stance.allCases.map(\.rawValue)),
        ]
        let registry = try filled()
        for list in lists {
            let met = try registry.read { try String.fetchSet($0, sql: "SELECT \(list.column) FROM \(list.table)") }
            #expect(met == Set(list.values), "\(list.table)")
        }
    }

    @Test func `nothing is there that no clerk could enter`() throws {
        let registry = try filled()
        for rows in [
            "official o WHERE NOT EXISTS (SELECT 1 FROM post WHERE official_id = o.id)",
            "(SELECT 1 FROM enrollment WHERE official_id > 0 GROUP BY official_id, unit_id HAVING count(*) > 1)",
            "name WHERE official_id IS NOT NULL AND nature = 'primary' AND script <> 'Latn'",
            "name WHERE official_id IS NOT NULL AND nature = 'transliteration' AND script <> 'Cyrl'",
            "(SELECT title FROM source GROUP BY title, publisher, published HAVING count(*) > 1)",
        ] {
            #expect(try count("SELECT count(*) FROM \(rows)", in: registry) == 0, "\(rows)")
        }
    }

    @Test func `what is hard to answer occurs often enough`() throws {
        let kinds: [(rows: String, number: ClosedRange<Int>)] = [
            ("enrollment WHERE group_who IS NOT NULL", 150...250),
            ("enrollment WHERE group_most IS NOT NULL", 20...100),
            ("enrollment WHERE group_least IS NOT NULL AND group_most IS NULL", 50...200),
            ("event WHERE date IS NULL", 200...900), ("event WHERE date LIKE '%X%'", 100...600),
            ("event WHERE date LIKE '%/%'", 100...700), ("event WHERE date GLOB '*[?~]'", 50...500),
            ("citation WHERE stance = 'disputes'", 50...300), ("source WHERE derived_from IS NOT NULL", 20...200),
            ("name WHERE nature = 'transliteration' AND official_id IS NOT NULL", 400...1000),
            ("(SELECT 1 FROM enrollment WHERE official_id > 0 GROUP BY official_id HAVING count(*) > 1)", 50...400),
        ]
        let registry = try filled()
        for kind in kinds {
            #expect(
                kind.number.contains(try count("SELECT count(*) FROM \(kind.rows)", in: registry)), "\(kind.rows)")
        }
    }

    @Test func `a Russian designation names its region in Russian`() throws {
        let registry = try filled()
        let names = "name WHERE unit_id IS NOT NULL AND text LIKE 'БАРС, %'"
        #expect(try count("SELECT count(*) FROM \(names)", in: registry) > 80)
        #expect(try count("SELECT count(*) FROM \(names) AND script <> 'Cyrl'", in: registry) == 0)
    }
}
