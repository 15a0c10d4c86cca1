import GRDB
public import MusterValues

/// A source as a listing shows it.
public struct ListedSource: ListingRow {
    /// Its short id.
    public let id: RecordID
    /// Its kind.
    public let kind: SourceKind
    /// Its title.
    public let title: String
    /// Its publisher; nil if none is printed.
    public let publisher: String?
    /// The date on which it was published; nil if no date is printed.
    public let published: StatedDate?
    /// Its address; nil if it is not known.
    public let url: String?
    /// The source that it repeats; nil if it speaks for itself.
    public let derivedFrom: NamedRecord?
    /// The number of citations that point to it.
    public let citations: Int

    /// The columns of the listing.
    public static let columns: [Column<ListedSource>] = [
        Column("id") { .record($0.id) },
        Column(.kind) { .list($0.kind) },
        Column(.title) { .text($0.title) },
        Column(.publisher) { $0.publisher.map(Value.text) },
        Column(.published) { ($0.published?.edtf).map(Value.text) },
        Column(.url) { $0.url.map(Value.text) },
        Column(.derivedFrom) { ($0.derivedFrom?.id).map(Value.record) },
        Column("citations") { .number(Int64($0.citations)) },
    ]
}

extension Registry {
    /// The sources that match a filter, by id. With a region, unit, official or programme, they are those cited on it,
    /// on its posts, enrollments and units, or on their events.
    ///
    /// - Throws: `MusterError.usage` for a state, a standing or a day, which sources do not have, or an error for an
    ///   unknown name.
    public func sources(_ filter: Filter = Filter()) throws(MusterError) -> [ListedSource] {
        if filter.state != nil || filter.standing != nil || (filter.day != nil && filter.borders == nil) {
            throw .usage("sources have no state, standing or day", fix: .leaveOut([.state, .standing, .day]))
        }
        return try read { db in try ListedSource.all(ResolvedFilter(filter, db: db, today: today), db) }
    }
}

extension ListedSource {
    static func all(_ conditions: ResolvedFilter, _ db: Database) throws -> [ListedSource] {
        try conditions.read(db, SourceQuery(conditions: conditions).sql) { try ListedSource(row: &$0) }
    }

    fileprivate init(row: inout RowReader) throws {
        id = try row.id(.source)
        kind = try row.list()
        title = try row.next()
        publisher = try row.next()
        published = try row.date()
        url = try row.next()
        derivedFrom = try row.record(.source)
        citations = try row.next()
    }
}

extension [ListedSource] {
    /// These sources and the others, together with all sources that they derive from, over any number of steps, by id.
    func with(_ others: Set<RecordID>, _ db: Database) throws -> [ListedSource] {
        var all = self
        var known = Set(map(\.id))
        var missing = others.union(compactMap(\.derivedFrom?.id)).subtracting(known)
        while !missing.isEmpty {
            let numbers = missing.map { String($0.number) }.joined(separator: ", ")
            var found: [ListedSource] = []
            try db.makeStatement(sql: "\(SourceQuery.select) WHERE s.id IN (\(numbers))").eachRow([]) { row in
                found.append(try ListedSource(row: &row))
            }
            all += found
            known.formUnion(missing)
            missing = Set(found.compactMap(\.derivedFrom?.id)).subtracting(known)
        }
        return all.sorted { $0.id.number < $1.id.number }
    }
}

/// The SQL of the sources listing.
struct SourceQuery {
    let conditions: ResolvedFilter

    static let select = """
        SELECT s.id, s.kind, s.title, s.publisher, s.published, s.published_earliest, s.published_latest, s.url, \
        s.derived_from, d.title AS origin, (SELECT count(*) FROM citation WHERE source_id = s.id) AS citations \
        FROM source s LEFT JOIN source d ON d.id = s.derived_from
        """

    /// The condition on source `s`.
    var condition: String { (["s.id > 0"] + subjects.map { "s.id IN (\($0))" }).joined(separator: " AND ") }

    /// The listing itself.
    var sql: String { "\(Self.select) WHERE \(condition) ORDER BY s.id LIMIT :limit" }

    /// The SQL for each condition of the filter: the sources cited on the records that match it.
    private var subjects: [String] {
        var sets: [String] = []
        if let regions = conditions.inRegions("region_code") {
            sets.append(
                "SELECT source_id FROM citation WHERE \(regions) UNION "
                    + cited(units: "SELECT id FROM unit WHERE \(regions)")
                    + " UNION " + cited(posts: "SELECT id FROM post WHERE \(regions)"))
        }
        if conditions.programme != nil {
            sets.append(
                "SELECT source_id FROM citation WHERE programme_id = :programme UNION "
                    + cited(units: "SELECT id FROM unit WHERE programme_id = :programme"))
        }
        if conditions.unit != nil { sets.append(cited(units: ":unit")) }
        if conditions.official != nil {
            sets.append(
                "SELECT source_id FROM citation WHERE official_id = :official UNION "
                    + cited(posts: "SELECT id FROM post WHERE official_id = :official") + " UNION "
                    + cited(enrollments: "SELECT id FROM enrollment WHERE official_id = :official"))
        }
        return sets
    }

    private func cited(units: String) -> String {
        """
        SELECT source_id FROM citation WHERE unit_id IN (\(units)) UNION SELECT c.source_id FROM event v \
        JOIN citation c ON c.event_id = v.id WHERE v.unit_id IN (\(units)) UNION \
        \(cited(enrollments: "SELECT id FROM enrollment WHERE unit_id IN (\(units))"))
        """
    }

    private func cited(posts: String) -> String {
        """
        SELECT source_id FROM citation WHERE post_id IN (\(posts)) UNION SELECT c.source_id FROM event v \
        JOIN citation c ON c.event_id = v.id WHERE v.post_id IN (\(posts))
        """
    }

    private func cited(enrollments: String) -> String {
        """
        SELECT source_id FROM citation WHERE enrollment_id IN (\(enrollments)) UNION SELECT c.source_id FROM event v \
        JOIN citation c ON c.event_id = v.id WHERE v.enrollment_id IN (\(enrollments))
        """
    }
}
