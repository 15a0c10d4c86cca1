import GRDB
public import MusterValues

/// A citation as the listing of what it speaks of shows it.
public struct ListedCitation: Encodable, Hashable, Sendable {
    /// Its short id.
    public let id: RecordID
    /// The record, or the event of it, that it speaks of.
    public let record: RecordID
    /// The field that it speaks of.
    public let field: FieldName
    /// The source, by its title.
    public let source: NamedRecord
    /// The place in the source; nil for the whole of it.
    public let locator: String?
    /// The value as stated.
    public let stated: String
    /// A few of the source's words.
    public let quote: String?
    /// Whose word the source passes on; nil for its own.
    public let speaker: String?
    /// The way in which the source comes to say it.
    public let speech: Speech
    /// For or against what the registry holds.
    public let stance: Stance
    /// The registry's judgement of it.
    public let standing: Standing

    /// True if it speaks for what the registry holds and is not rejected.
    var supports: Bool { stance == .supports && standing != .rejected }

    /// The source, the place in it and the speaker, as "S1, paragraph 5, the governor".
    public var place: String {
        source.id.description + (locator.map { ", \($0)" } ?? "") + (speaker.map { ", \($0)" } ?? "")
    }
}

extension ListedCitation {
    /// The columns that a query selects of citation `c`, behind the number of the enrollment and that of the event.
    static let columns = """
        c.id AS citation, c.field, c.source_id, c.locator, c.stated, c.quote, c.speaker, c.speech, c.stance, c.standing
        """

    /// Reads the columns; the enrollment is the record if there is no event.
    init(row: inout RowReader, of enrollment: Int64, _ sources: inout SourceTitles) throws {
        let event: Int64? = try row.next()
        record = event.map { RecordID(.event, $0) } ?? RecordID(.enrollment, enrollment)
        id = try row.id(.citation)
        field = try row.list()
        source = try sources.source(row.next())
        locator = try row.next()
        stated = try row.next()
        quote = try row.next()
        speaker = try row.next()
        speech = try row.list()
        stance = try row.list()
        standing = try row.list()
    }
}

/// The titles of sources, each looked up once: many citations point into one.
struct SourceTitles {
    private let db: Database
    private var known: [Int64: NamedRecord] = [:]

    init(_ db: Database) { self.db = db }

    mutating func source(_ number: Int64) throws -> NamedRecord {
        if let source = known[number] { return source }
        let id = RecordID(.source, number)
        let source = NamedRecord(id: id, name: try id.row(there: db).get("title") as String)
        known[number] = source
        return source
    }
}
