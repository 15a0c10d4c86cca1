import GRDB
public import MusterValues

/// A record with everything the registry holds on it and every source's word.
public struct Dossier: Encodable, Sendable {
    /// The record.
    public let id: RecordID
    /// Its kind, as "unit".
    public let kind: String
    /// Its words.
    public let title: String
    /// The registry's judgement; nil for regions, sources and citations, which have none.
    public let standing: Standing?
    /// Why the standing is not accepted.
    public let standingNote: String?
    /// The revision that made or last changed it.
    public let revision: Int64
    /// Its fields, those without a value and without citations left out.
    public let fields: [FieldOnRecord]
    /// Its names, the primary one first.
    public let names: [Variant]
    /// What happened to it, in the order in which it was recorded.
    public let events: [Event]
    /// The records that belong to it, what was merged into it, and, of a group and its members, the others.
    public let related: [RelatedRecord]
    /// How many sources its citations go back to: sources that are derived from one, in any number of steps, are one voice.
    public let origins: Int

    /// A spelling of a name.
    public struct Variant: Encodable, Sendable {
        /// The name as written.
        public let text: String
        /// ISO 15924.
        public let script: String
        /// What it is to the record.
        public let nature: NameNature
        /// Who spells it so; nil for reference data.
        public let source: RecordID?
    }

    /// An event of the record, with its own fields and citations.
    public struct Event: Encodable, Sendable {
        /// Its short id.
        public let id: RecordID
        /// The state that it changed to.
        public let value: EventValue
        /// Its date; nil if no date is stated.
        public let date: StatedDate?
        /// The registry's judgement of it.
        public let standing: Standing
        /// Why the standing is not accepted.
        public let standingNote: String?
        /// What the sources say of it.
        public let fields: [FieldOnRecord]
    }

    /// How many citations there are on it and its events.
    public var citations: Int { voices.count }
    /// How many sources they point into.
    public var sources: Int { Set(voices.map(\.source)).count }

    private var voices: [CitedStatement] {
        (fields + events.flatMap(\.fields)).flatMap { $0.supporting + $0.disputing }
    }
}

extension Registry {
    /// A record with its citations, names, events and what belongs to it.
    ///
    /// - Throws: `MusterError` for a name that is unknown or that several records answer to.
    public func show(_ record: RecordReference) throws(MusterError) -> Dossier {
        try read { db in
            let id = try Resolver(db: db).resolve(record, among: RecordKind.allCases)
            return try DossierReader(db: db, id: id).dossier()
        }
    }
}

extension Dossier {
    /// One citation of a dossier, or one field that has none, as a row.
    public struct Line: ListingRow {
        /// The record, or the event of it, that the field belongs to.
        public let record: RecordID
        /// The field.
        public let field: FieldName
        /// What the registry holds.
        public let value: FieldValue?
        /// What a source says of it.
        public let voice: CitedStatement?

        /// The columns.
        public static let columns: [Column<Line>] = [
            Column("record") { .record($0.record) },
            Column("field") { .list($0.field) },
            Column("value") { $0.value?.cell },
            Column("stance") { ($0.voice?.stance).map { .list($0) } },
            Column("standing") { ($0.voice?.standing).map { .list($0) } },
            Column("stated") { ($0.voice?.stated).map(Value.text) },
            Column("source") { ($0.voice?.source).map(Value.record) },
            Column("title") { ($0.voice?.title).map(Value.text) },
            Column("locator") { ($0.voice?.locator).map(Value.text) },
            Column("speaker") { ($0.voice?.speaker).map(Value.text) },
            Column("speech") { ($0.voice?.speech).map { .list($0) } },
            Column("quote") { ($0.voice?.quote).map(Value.text) },
            Column("citation") { ($0.voice?.citation).map(Value.record) },
        ]
    }

    /// The dossier as rows: each field of the record and of its events, once for every citation.
    public var lines: [Line] {
        let all = fields.map { (id, $0) } + events.flatMap { event in event.fields.map { (event.id, $0) } }
        return all.flatMap { record, field in
            let voices: [CitedStatement?] = field.supporting + field.disputing + field.rejected
            return (voices.isEmpty ? [nil] : voices).map {
                Line(record: record, field: field.field, value: field.value, voice: $0)
            }
        }
    }
}
