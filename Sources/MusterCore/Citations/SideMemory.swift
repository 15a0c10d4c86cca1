import GRDB
import MusterValues

/// What reading the sides of statements looks up, kept for records of one kind that are read together: words that many of them state are
/// looked up once, and the versions of all are read when those of the first are asked for.
final class SideMemory {
    private let db: Database
    private let kind: RecordKind
    private let records: [RecordID]
    private var named: [Name: RecordID?] = [:]
    private var suggested: [Name: Set<RecordID>] = [:]
    private var versions: [RecordID: [Row]]?
    private var begun: [FieldName: [Int64: Int64]] = [:]

    /// A text that names a record of a kind.
    private struct Name: Hashable {
        let text: String
        let kind: RecordKind
    }

    /// Reads nothing yet.
    ///
    /// - Parameters:
    ///   - kind: the kind of the records.
    ///   - records: the records.
    ///   - db: the registry, which must not change while the memory is in use.
    init(_ kind: RecordKind, _ records: [RecordID], _ db: Database) {
        (self.kind, self.records, self.db) = (kind, records, db)
    }

    /// The keys of the records, to be put after IN.
    private var keys: SQL {
        get throws {
            try kind == .region ? SQL.list(records.compactMap(\.code)) : SQL.list(records.map(\.number))
        }
    }

    /// The one record of a kind that a text names exactly; nil if there is none, or if several have the name.
    func record(_ text: String, of kind: RecordKind) throws -> RecordID? {
        let name = Name(text: text, kind: kind)
        if let known = named[name] { return known }
        let found = try Resolver(db: db).exact(text, of: kind)
        named[name] = .some(found)
        return found
    }

    /// The records of a kind that a text suggests.
    func suggestions(_ text: String, of kind: RecordKind) throws -> Set<RecordID> {
        let name = Name(text: text, kind: kind)
        if let known = suggested[name] { return known }
        let found = try Set(Searcher(db: db).hits(text, among: [kind], suggests: true).map(\.id))
        suggested[name] = found
        return found
    }

    /// The versions of a record in which it is not deleted, by revision.
    func versions(of record: RecordID) throws -> [Row] {
        if let versions { return versions[record] ?? [] }
        let key = SQL(sql: kind.key)
        let sql: SQL = """
            SELECT * FROM \(sql: kind.name)_history WHERE \(key) IN \(try keys) AND deleted = 0 ORDER BY \(key), revision
            """
        var all: [RecordID: [Row]] = [:]
        for row in try sql.rows(db) {
            if let id = try kind.reference(kind.key, in: row) { all[id, default: []].append(row) }
        }
        versions = all
        return all[record] ?? []
    }

    /// The revision with which a citation came; nil for a citation that was never on the register. Those of a field of several records
    /// are read at once.
    func beginning(of citation: RecordID, on field: FieldName) throws -> Int64? {
        if records.count > 1 {
            if begun[field] == nil { begun[field] = try beginnings(on: field) }
            if let known = begun[field]?[citation.number] { return known }
        }
        return try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT min(revision) FROM citation_history WHERE id = ?"),
            arguments: [citation.number])
    }

    private func beginnings(on field: FieldName) throws -> [Int64: Int64] {
        let sql: SQL = """
            SELECT c.id, (SELECT min(h.revision) FROM citation_history h WHERE h.id = c.id) AS revision FROM citation c \
            WHERE c.\(sql: kind.column) IN \(try keys) AND c.field = \(field.rawValue)
            """
        return try Dictionary(uniqueKeysWithValues: sql.all(db) { (try $0.next() as Int64, try $0.next() as Int64) })
    }
}
