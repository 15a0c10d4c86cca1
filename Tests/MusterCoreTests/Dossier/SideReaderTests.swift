import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// What is looked up to tell on which side a statement is, is looked up once for a record.
final class SideReaderTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private static let versions = "SELECT * FROM enrollment_history WHERE id IN"

    @Test func `the versions of a record are read once for all that is said of it`() throws {
        for (number, words) in ["the whole government", "nearly all", "most of them"].enumerated() {
            _ = try registry.add(NewSource(kind: .ngo, title: "Note \(number)"), by: Fresh.clerk)
            try fresh.cite("E2", "group_size", words, in: RecordReference("S\(number + 2)"))
        }
        let heard = Heard()
        try registry.read { db in
            db.trace { event in
                if case .statement(let statement) = event, statement.sql.contains(Self.versions) { heard.count += 1 }
            }
        }
        _ = try registry.show("E2")
        try registry.read { $0.trace(options: []) }
        #expect(heard.count == 1)
    }

    @Test func `a statement of another record is taken for what was on record when it was made`() throws {
        try registry.read { db in
            let joined = try #require(try CitedStatement.all(of: RecordID(.event, 4), db)["value"]?.first)
            let size = try #require(RecordKind.enrollment.field(.groupSize))
            let reader = SideReader(db: db, id: RecordID(.enrollment, 2))
            #expect(try reader.side(of: joined, on: size, .people(least: 2, most: nil)) == .supports)
        }
    }
}

/// The number of statements that were heard.
private final class Heard: @unchecked Sendable {
    var count = 0
}
