import GRDB
public import MusterValues

/// A source as a listing shows it.
public struct ListedSource: ListingRow, Decodable {
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
    /// The reason why it is set aside; nil if it counts.
    public let setAside: String?
    /// The sources that it repeats, by id; empty if it speaks for itself.
    public internal(set) var derivedFrom: [Derivation] = []
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
        Column(.derivedFrom) { .each($0.derivedFrom.map { .record($0.id) }) },
        Column(.setAside) { $0.setAside.map(Value.text) },
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
        try all(.sources, filter)
    }
}

extension Listing where Row == ListedSource {
    /// The sources, by id.
    public static let sources = Listing(of: .source) {
        try SourceQuery($0)
    }
}

extension ListedSource {
    init(row: inout RowReader) throws {
        id = try row.id(.source)
        kind = try row.list()
        title = try row.next()
        publisher = try row.next()
        published = try row.date()
        url = try row.next()
        setAside = try row.next()
        citations = try row.next()
    }
}

extension [ListedSource] {
    /// Adds what each of them repeats.
    mutating func addDerivations(_ db: Database) throws {
        let derivations = try SourceDerivations.all(of: map(\.id.number), db)
        for index in indices { self[index].derivedFrom = derivations[self[index].id.number] ?? [] }
    }
}

extension ListedSource {
    /// Some sources, together with all that they derive from, over any number of steps, by id.
    static func all(of ids: Set<RecordID>, _ db: Database) throws -> [ListedSource] {
        let start = ids.map(\.number).sorted()
        let sql: SQL = """
            \(SourceDerivations.way(from: "SELECT value FROM \(SQL.list(start))")) \
            \(SourceQuery.select) WHERE s.id IN (SELECT id FROM way) ORDER BY s.id
            """
        var all = try sql.all(db) { try ListedSource(row: &$0) }
        try all.addDerivations(db)
        return all
    }
}
