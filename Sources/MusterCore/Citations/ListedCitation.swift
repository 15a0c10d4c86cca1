import GRDB
public import MusterValues

/// A citation, as the listing of the records it speaks of shows it.
public struct ListedCitation: Codable, Hashable, Sendable {
    /// Its short id.
    public let id: RecordID
    /// The record that it speaks of, or that record's event.
    public let record: RecordID
    /// The field that it speaks of.
    public let field: FieldName
    /// The source, with its title.
    public let source: NamedRecord
    /// The place in the source; nil for the whole of it.
    public let locator: String?
    /// The value as the source states it.
    public let stated: String
    /// Whose words that is, if not the source's; nil if it is the source's, as far as the clerk typed them.
    public let wording: Wording?
    /// A few of the source's words; nil if none are quoted.
    public let quote: String?
    /// The person whose statement the source passes on; nil if it is the source's own.
    public let speaker: String?
    /// The way in which the source comes to its statement.
    public let speech: Speech
    /// The side that the source takes, for or against the registry's value: about an event as it states it, and about the
    /// record itself as it was recorded.
    public private(set) var stance: Stance
    /// The registry's verdict on the citation.
    public let standing: Standing

    /// False if the source denies what it states, or calls it unclear.
    var isOrigin: Bool { CitedStatement.isOrigin(speech, stated) }

    /// True if the citation supports the registry's value and is not rejected.
    var supports: Bool { stance == .supports && standing != .rejected }

    /// The source, the place in it and the speaker, such as "S1, paragraph 5, the governor".
    public var place: String { source.id.description + placeInSource }

    /// The place without the source, such as ", paragraph 5, the governor".
    var placeInSource: String { (locator.map { ", \($0)" } ?? "") + (speaker.map { ", \($0)" } ?? "") }
}

extension ListedCitation {
    /// The citations on records that events happen to and on their events, by record, in the order in which they were
    /// recorded.
    static func all(of kind: RecordKind, _ numbers: [Int64], _ db: Database) throws -> [Int64: [ListedCitation]] {
        var sources = SourceTitles(db)
        return try sql(of: kind, numbers).byOwner(db) { row, number in
            try ListedCitation(row: &row, of: RecordID(kind, number), &sources, db)
        }.mapValues { $0.sorted { $0.id.number < $1.id.number } }
    }

    /// The citations by record, each with the value and the date of its event.
    static func sql(of kind: RecordKind, _ numbers: [Int64]) -> SQL {
        let (list, column) = (SQL.list(numbers), SQL(sql: kind.column))
        let own: SQL = """
            SELECT c.\(column) AS record, NULL AS event, \(columns), \
            NULL AS facet, NULL AS value, NULL AS least, NULL AS most, NULL AS date, NULL AS earliest, NULL AS latest \
            FROM citation c WHERE c.\(column) IN \(list)
            """
        if !kind.hasEvents { return own }
        return """
            \(own) UNION ALL \
            SELECT v.\(column), v.id, \(columns), v.facet, v.value, v.least, v.most, v.date, v.earliest, v.latest \
            FROM event v JOIN citation c ON c.event_id = v.id WHERE v.\(column) IN \(list)
            """
    }

    /// The columns of citation `c`; the record's number and the event's come before them.
    private static let columns: SQL = """
        c.id AS citation, c.field, c.source_id, c.locator, c.stated, c.wording, c.quote, c.speaker, c.speech, c.stance, c.standing
        """

    /// Reads the columns; the record is the event, if there is one.
    private init(row: inout RowReader, of owner: RecordID, _ sources: inout SourceTitles, _ db: Database) throws {
        let event: Int64? = try row.next()
        record = event.map { RecordID(.event, $0) } ?? owner
        id = try row.id(.citation)
        field = try row.list()
        source = try sources.source(row.next())
        locator = try row.next()
        stated = try row.next()
        wording = try row.optionalList()
        quote = try row.next()
        speaker = try row.next()
        speech = try row.list()
        stance = try row.list()
        standing = try row.list()
        if event != nil, let value = try Self.value(of: field, &row), let field = RecordKind.event.field(field) {
            // The date as it is on record says for itself that it is the same; reading it again takes a tenth of a long listing.
            if case .date(let date) = value, date.edtf == stated, stance == .supports { return }
            stance = try SideReader(db: db, id: record).side(of: CitedStatement(self), on: field, value)
        }
    }

    /// The value of the event that a citation on one of its fields is held against; nil for a field that is not compared.
    private static func value(of field: FieldName, _ row: inout RowReader) throws -> FieldValue? {
        let (facet, state): (String, String?) = (try row.next(), try row.next())
        let (least, most): (Int?, Int?) = (try row.next(), try row.next())
        let date = try row.date()
        switch field {
        case .value: return EventValue(facet: facet, value: state, least: least, most: most).map(FieldValue.event)
        case .date: return date.map(FieldValue.date)
        default: return nil
        }
    }
}

extension [ListedCitation] {
    /// Those that support their records, each place in a source once, by source.
    var places: [ListedCitation] {
        var places: [(key: (Int64, String), citation: ListedCitation)] = []
        for citation in self where citation.supports {
            let key = (citation.source.id.number, citation.place)
            if !places.contains(where: { $0.key == key }) { places.append((key, citation)) }
        }
        return places.sorted { $0.key < $1.key }.map(\.citation)
    }
}

/// The titles of sources. Each is looked up only once, because many citations point to the same source.
struct SourceTitles {
    private let db: Database
    private var known: [Int64: NamedRecord] = [:]

    init(_ db: Database) { self.db = db }

    mutating func source(_ number: Int64) throws -> NamedRecord {
        if let source = known[number] { return source }
        let id = RecordID(.source, number)
        let title = try String.fetchOne(
            db.cachedStatement(sql: "SELECT title FROM source WHERE id = ?"), arguments: [number])
        let source = NamedRecord(id: id, name: try title ?? id.row(there: db).get("title"))
        known[number] = source
        return source
    }
}
