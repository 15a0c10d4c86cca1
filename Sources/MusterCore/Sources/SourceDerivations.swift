import GRDB
import MusterValues

/// The sources that one source repeats, by number.
///
/// The row of the source has a place for one of them, and the table `derivation` holds the others. It makes no difference
/// which of them is where.
struct SourceDerivations {
    /// The sources, by number.
    let items: [Item]

    /// One of the sources.
    struct Item: Hashable {
        /// Its row in the table of derivations; nil if the row of the source that repeats it names it.
        let row: Int64?
        /// Its number.
        let source: Int64
        /// The way in which it is repeated.
        let relation: SourceRelation
    }

    /// The numbers of the sources, in order.
    var sources: [Int64] { items.map(\.source) }

    /// Reads the sources that a source repeats.
    init(of id: RecordID, _ db: Database) throws {
        let sql: SQL = """
            SELECT id, NULL, derived_from, relation FROM source WHERE id = \(id.number) AND derived_from IS NOT NULL \
            UNION ALL SELECT source_id, id, derived_from, relation FROM derivation WHERE source_id = \(id.number) ORDER BY 3
            """
        items = try sql.all(db) { row in
            _ = try row.id(.source)
            return try Item(row: row.next(), source: row.next(), relation: row.list())
        }
    }

    /// The sources that each of these repeats, by number, each with its title.
    static func all(of sources: [Int64], _ db: Database) throws -> [Int64: [Derivation]] {
        let sql: SQL = """
            SELECT s.id, s.derived_from, d.title, s.relation FROM source s LEFT JOIN source d ON d.id = s.derived_from \
            WHERE s.id IN \(SQL.list(sources)) AND s.derived_from IS NOT NULL \
            UNION ALL SELECT x.source_id, x.derived_from, d.title, x.relation FROM derivation x \
            LEFT JOIN source d ON d.id = x.derived_from WHERE x.source_id IN \(SQL.list(sources)) ORDER BY 1, 2
            """
        var all: [Int64: [Derivation]] = [:]
        try sql.each(db) { row in
            let id = try row.id(.source)
            let (other, title): (Int64, String) = (try row.next(), try row.next())
            all[id.number, default: []].append(
                Derivation(id: RecordID(.source, other), name: title, relation: try row.list()))
        }
        return all
    }

    /// Every two sources of which one repeats the other.
    static func pairs(_ db: Database) throws -> Set<Set<Int64>> {
        let sql: SQL = """
            SELECT id, derived_from FROM source WHERE derived_from IS NOT NULL \
            UNION ALL SELECT source_id, derived_from FROM derivation
            """
        return Set(try sql.all(db) { [try $0.next(), try $0.next()] })
    }

    /// The start of a statement in which `way` has the numbers that a query gives and, over any number of steps, those of
    /// the sources that they derive from.
    static func way(from start: SQL) -> SQL {
        """
        WITH RECURSIVE way (id) AS (\(start) \
        UNION SELECT s.derived_from FROM way JOIN source s ON s.id = way.id WHERE s.derived_from IS NOT NULL \
        UNION SELECT d.derived_from FROM way JOIN derivation d ON d.source_id = way.id)
        """
    }

    /// The sources that go back to one of these, over any number of steps, and these themselves.
    static func goingBack(to sources: some Sequence<Int64>, _ db: Database) throws -> [Int64] {
        let sql: SQL = """
            WITH RECURSIVE way (id) AS (SELECT value FROM \(SQL.list(Set(sources).sorted())) \
            UNION SELECT s.id FROM way JOIN source s ON s.derived_from = way.id \
            UNION SELECT d.source_id FROM way JOIN derivation d ON d.derived_from = way.id) SELECT id FROM way ORDER BY id
            """
        return try sql.all(db) { try $0.next() }
    }

    /// Refuses a source that would derive from itself, over any number of steps, if it derived from these.
    static func refuseCircle(of id: RecordID, from others: some Sequence<Int64>, _ db: Database) throws {
        let sql: SQL = """
            \(way(from: "SELECT value FROM \(SQL.list(Set(others).sorted()))")) \
            SELECT EXISTS (SELECT 1 FROM way WHERE id = \(id.number))
            """
        if try sql.all(db, { try $0.next() as Int64 }) == [1] {
            throw MusterError.refused(rule: "\(id) would be derived from itself; no source is its own origin")
        }
    }
}

extension SourceDerivations {
    /// The sources that texts name. One text can name several by their short ids, with commas between.
    ///
    /// - Throws: `MusterError.usage` if a source is named twice, or an error for an unknown or ambiguous one.
    static func resolved(_ references: [RecordReference], _ db: Database) throws -> [Int64] {
        var numbers: [Int64] = []
        for reference in references.flatMap(split) {
            let id = try Resolver(db: db).resolve(reference, among: [.source])
            if numbers.contains(id.number) {
                throw MusterError.usage("\(id) is given twice; a source is derived from another only once")
            }
            numbers.append(id.number)
        }
        return numbers
    }

    /// "S1,S3" as two references; any other text as one, because titles and addresses can have commas.
    private static func split(_ reference: RecordReference) -> [RecordReference] {
        let parts = reference.text.split { $0 == "," || $0 == " " }.map { RecordReference(String($0)) }
        let isList = reference.text.contains(",") && parts.allSatisfy { $0.id?.kind == .source }
        return isList && !parts.isEmpty ? parts : [reference]
    }
}
