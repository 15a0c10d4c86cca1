import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterDemo

/// The sample dispatch: every assertion is on the register or listed with a reason, and nothing else is on the
/// register.
final class DispatchTests {
    /// The folder for the registries of one test.
    let folder: URL
    let dispatch: SampleDispatch
    let registry: Registry

    init() throws {
        dispatch = try SampleDispatch()
        folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        registry = try Self.emptyRegistry(at: folder.appending(path: "dispatch.db").path)
        _ = try registry.recordDispatch(by: "test")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    static func emptyRegistry(at path: String) throws -> Registry {
        let registry = try Registry.create(at: path)
        _ = try registry.loadReference(by: Authorship(author: "test"))
        return registry
    }

    /// The ids of all assertions, from the fixture.
    static func assertions() throws -> [String] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let fixture = try String(contentsOf: tests.appending(path: "Fixtures/seed_assertions.csv"), encoding: .utf8)
        return fixture.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    }

    private func holds(_ condition: String, in registry: Registry) throws -> Bool {
        try registry.read { try Bool.fetchOne($0, sql: "\(DispatchChecks.tables) SELECT \(condition)")! }
    }

    private func texts(_ sql: String) throws -> [String] { try registry.read { try String.fetchAll($0, sql: sql) } }

    // MARK: refusals

    @Test func `a registry without the reference regions is refused and left empty`() throws {
        let bare = try Registry.create(at: path("bare.db"))
        #expect(throws: MusterError.unknownRegion("RU-BEL", nearest: [])) { try bare.recordDispatch() }
        #expect(try bare.newestRevision() == 0)
    }

    @Test func `a second recording is refused and changes nothing`() throws {
        let before = try registry.newestRevision()
        #expect(
            throws: MusterError.refused(
                rule: "the sample dispatch goes into a registry without a source; make a new registry for it")
        ) { try registry.recordDispatch() }
        #expect(try registry.newestRevision() == before)
    }

    @Test func `a step without a change, or with two, is refused`() {
        for change in ["", #", "edit": {"record": "S1", "values": {}}, "region": {"name": "X"}"#] {
            let json = #"{"assertions": ["S01"], "reason": "x"\#(change)}"#
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(SampleDispatch.Step.self, from: Data(json.utf8))
            }
        }
    }

    // MARK: every assertion

    @Test func `each of the 48 assertions is represented or listed with a reason, never both`() throws {
        let assertions = try Self.assertions()
        #expect(assertions.count == 48)
        for id in assertions {
            let remarks = dispatch.commentary.filter { $0.assertion == id }
            #expect(dispatch.steps(for: id).isEmpty != remarks.isEmpty, "\(id)")
            #expect(remarks.count <= 1 && remarks.allSatisfy { $0.why.count >= 10 }, "\(id)")
            #expect(dispatch.steps(for: id).isEmpty == (DispatchChecks.conditions[id] == nil), "\(id)")
        }
        #expect(dispatch.steps.allSatisfy { !$0.assertions.isEmpty && Set($0.assertions).isSubset(of: assertions) })
        #expect(Set(dispatch.commentary.map(\.assertion)).isSubset(of: assertions))
    }

    @Test func `each represented assertion is on the register`() throws {
        for (id, conditions) in DispatchChecks.conditions {
            for condition in conditions { #expect(try holds(condition, in: registry), "\(id): \(condition)") }
        }
    }

    @Test func `the check of an assertion fails where any one of its steps is left out`() throws {
        let before = try Self.emptyRegistry(at: path("before.db"))
        for (index, missing) in dispatch.steps.enumerated() {
            let partial = try Registry.create(at: path("partial \(index).db"))
            try before.store.main.backup(to: partial.store.main)
            // Steps that need the one left out are refused, which is what leaving it out means.
            for step in dispatch.steps.dropFirst(index + 1) {
                _ = try? step.apply(to: partial, by: Authorship(author: "test"))
            }
            for id in missing.assertions {
                let held = try DispatchChecks.conditions[id]!.allSatisfy { try holds($0, in: partial) }
                #expect(!held, "\(id) without: \(missing.reason)")
            }
            _ = try missing.apply(to: before, by: Authorship(author: "test"))
        }
    }

    @Test func `each step is one revision with its reason, also in a file`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "dispatch-\(UUID().uuidString).muster").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let recorded = try Self.emptyRegistry(at: path).recordDispatch()
        #expect(recorded.map(\.written.revision) == dispatch.steps.indices.map { Int64($0 + 2) })
        #expect(recorded.allSatisfy { !$0.written.records.isEmpty })
        let reasons = try Registry(at: path, for: .reading).read {
            try String.fetchAll($0, sql: "SELECT reason FROM revision WHERE author = 'muster demo' ORDER BY id")
        }
        #expect(reasons == dispatch.steps.map(\.reason))
    }

    // MARK: nothing beyond it

    @Test func `the register holds these records and no others`() throws {
        let counts = ["source": 2, "programme": 1, "unit": 2, "official": 3, "post": 3, "enrollment": 4, "event": 11]
        for (table, count) in counts {
            #expect(try holds("(SELECT count(*) FROM \(table)) = \(count)", in: registry), "\(table)")
        }
        #expect(try texts("SELECT code FROM region WHERE parent IS NOT NULL") == ["RU-KRS/konyshevsky"])
        #expect(try texts("SELECT DISTINCT s.title FROM citation c JOIN source s ON s.id = c.source_id").count == 1)
    }

    @Test func `no date has a year`() throws {
        let dates = try texts(
            """
            SELECT published FROM source WHERE published NOT NULL UNION ALL SELECT captured FROM source WHERE captured NOT NULL
            UNION ALL SELECT launched FROM programme WHERE launched NOT NULL
            UNION ALL SELECT date FROM event WHERE date NOT NULL
            """)
        #expect(dates == ["XXXX-04"])
        #expect(try texts("SELECT stated FROM citation WHERE stated GLOB '*[0-9][0-9][0-9][0-9]*'") == [])
    }

    @Test func `the minister has no given name, no enrollment, and no unit in his region`() throws {
        #expect(try texts("SELECT text FROM name WHERE text LIKE '%Ikonnikov%'") == ["Ikonnikov"])
        #expect(
            try registry.enrollments().map(\.who).sorted() == [
                "Alexei Besprozvannikov", "Dmitry Novikov", "heads of municipalities",
                "members of the regional government",
            ])
        #expect(
            try texts("SELECT text FROM name WHERE unit_id NOT NULL ORDER BY text") == [
                "BARS-Kaliningrad", "BARS-Kursk",
            ])
        #expect(try texts("SELECT id FROM unit WHERE region_code = 'RU-BEL'") == [])
    }

    @Test func `names are the dispatch's own and it has one expansion`() throws {
        #expect(
            try texts("SELECT text FROM name WHERE programme_id NOT NULL ORDER BY text") == [
                "BARS", "Battle Armored Reserve of the Army",
            ])
        #expect(
            try texts("SELECT text FROM name WHERE official_id NOT NULL ORDER BY text") == [
                "Alexei Besprozvannikov", "Dmitry Novikov", "Ikonnikov",
            ])
    }

    @Test func `established and still forming stand beside each other, one disputed`() throws {
        let status = "SELECT value || ', ' || standing FROM event WHERE facet = 'status' ORDER BY id"
        #expect(try texts(status) == ["established, disputed", "forming, accepted"])
        let words =
            "SELECT stated FROM citation c JOIN event v ON v.id = c.event_id WHERE value = 'established' AND stance = "
        #expect(try texts(words + "'supports'") == ["established"])
        #expect(try texts(words + "'disputes'") == ["continues to take shape"])
        #expect(
            try texts("SELECT text FROM name JOIN event v USING (unit_id) WHERE facet = 'form'") == ["BARS-Kaliningrad"]
        )
    }

    @Test func `quotes are a few words and come with a paragraph`() throws {
        let quotes = try texts("SELECT quote FROM citation WHERE quote NOT NULL UNION SELECT stated FROM citation")
        for text in quotes {
            #expect(text.split(separator: " ").count <= 8 && text.count <= 60, "\(text)")
        }
        #expect(try texts("SELECT id FROM citation WHERE coalesce(locator, '') NOT GLOB 'paragraph [1-9]*'") == [])
    }
}
