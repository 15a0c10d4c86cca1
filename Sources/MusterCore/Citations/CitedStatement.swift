import GRDB
public import MusterValues

/// One source's statement about one field: a citation with its source's title.
public struct CitedStatement: Codable, Hashable, Sendable {
    /// The citation's short id.
    public let citation: RecordID
    /// The source, by its title.
    public let source: NamedRecord
    /// The place in the source; nil for the whole of it.
    public let locator: String?
    /// The value as the source states it.
    public let stated: String
    /// Whose words that is, if not the source's; nil if it is the source's, as far as the clerk typed them.
    public let wording: Wording?
    /// When it was so, as the source states; nil if it does not say, and for what is said of an event.
    public let held: StatedDate?
    /// The side that the source takes, for or against the registry's value: as `SideReader` reads it from the values, or, in
    /// a statement that it has not read, as it was recorded.
    public internal(set) var stance: Stance
    /// The person whose statement the source passes on; nil if it is the source's own.
    public let speaker: String?
    /// The way in which the source comes to its statement.
    public let speech: Speech
    /// A few of the source's words; nil if none are quoted.
    public let quote: String?
    /// The registry's verdict on the citation; a rejected citation counts neither for nor against.
    public let standing: Standing
    /// The reason for a standing that is not accepted; nil if none is given.
    public let standingNote: String?

    /// The source, the place, the speaker, the way of saying, when it was so and whether the source is quoted, such as "S1,
    /// paragraph 5, the governor, attributed, for 2014-03/.." and "S2, not quoted".
    public var attribution: String {
        var parts = [source.id.description]
        if let locator { parts.append(locator) }
        if let speaker { parts.append(speaker) }
        if speech != .states { parts.append(speech.words) }
        if let held { parts.append("for \(held.edtf)") }
        if let wording { parts.append(wording.words) }
        return parts.joined(separator: ", ")
    }

    /// False if the source denies what it states, or calls it unclear: it is no origin of that. A source is one of its own denial.
    var isOrigin: Bool { Self.isOrigin(speech, stated) }

    static func isOrigin(_ speech: Speech, _ stated: String) -> Bool {
        if !Speech.denials.contains(speech) { return true }
        return EnrollmentState(word: stated).map(EnrollmentState.uncounted.contains) ?? false
    }

    /// The days of which it speaks; nil if it does not say.
    var span: HeldSpan? { held?.span }

    /// The same statement on a side.
    func on(_ stance: Stance) -> CitedStatement {
        var other = self
        other.stance = stance
        return other
    }

    init(row: Row) throws {
        citation = RecordID(.citation, try row.get("id"))
        source = NamedRecord(id: RecordID(.source, try row.get("source_id")), name: try row.get("title"))
        locator = try row.get("locator")
        stated = try row.get("stated")
        wording = try row.optionalList("wording", Wording.self)
        held = try row.date(["held", "held_earliest", "held_latest"])
        stance = try row.list("stance", Stance.self)
        speaker = try row.get("speaker")
        speech = try row.list("speech", Speech.self)
        quote = try row.get("quote")
        standing = try row.list("standing", Standing.self)
        standingNote = try row.get("standing_note")
    }
}

extension CitedStatement {
    /// The columns that `init(row:)` reads, and where they come from.
    private static let columns = """
        c.id, c.field, c.source_id, s.title, c.locator, c.stated, c.wording, c.held, c.held_earliest, c.held_latest, c.stance, c.speaker, \
        c.speech, c.quote, c.standing, c.standing_note FROM citation c JOIN source s ON s.id = c.source_id
        """

    /// The citations on the values of events, by event, in the order in which they were recorded.
    static func all(ofValuesOf events: some Sequence<Int64>, _ db: Database) throws -> [Int64: [CitedStatement]] {
        let sql: SQL = """
            SELECT c.event_id AS owner, \(sql: columns) WHERE c.event_id IN \(SQL.list(events)) AND c.field = 'value' ORDER BY +c.id
            """
        return try Dictionary(grouping: sql.rows(db)) { try $0.get("owner") as Int64 }.mapValues {
            try $0.map(CitedStatement.init(row:))
        }
    }

    /// The citations of a source, each with its field, in the order in which they were recorded.
    static func all(from source: Int64, limit: Int, _ db: Database) throws
        -> [(field: FieldName, statement: CitedStatement)]
    {
        let sql: SQL = "SELECT \(sql: columns) WHERE c.source_id = \(source) ORDER BY c.id LIMIT \(limit)"
        return try sql.rows(db).map { (try $0.list("field", FieldName.self), try CitedStatement(row: $0)) }
    }

    /// The citations of a record by field, in the order in which they were recorded.
    static func all(of id: RecordID, _ db: Database) throws -> [String: [CitedStatement]] {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT \(columns) WHERE c.\(id.kind.column) = ? ORDER BY c.id"),
            arguments: [id.databaseKey])
        return try Dictionary(grouping: rows) { try $0.get("field") as String }.mapValues {
            try $0.map(CitedStatement.init(row:))
        }
    }
}

extension CitedStatement {
    /// The statement of a citation that a listing shows.
    init(_ listed: ListedCitation) {
        (citation, source, locator, stated) = (listed.id, listed.source, listed.locator, listed.stated)
        (stance, speaker, speech, quote) = (listed.stance, listed.speaker, listed.speech, listed.quote)
        (standing, wording) = (listed.standing, listed.wording)
        (standingNote, held) = (nil, nil)
    }
}

extension StatedDate {
    /// The days on which something was so, if the date says when; nil for one that cannot be read.
    var span: HeldSpan? { (try? EDTF(edtf)).map { HeldSpan($0) } }
}
