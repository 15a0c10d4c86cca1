import GRDB
public import MusterValues

/// A record with everything that the registry and the sources say about it.
public struct Dossier: Encodable, Sendable {
    /// The record.
    public let id: RecordID
    /// Its kind, such as "unit".
    public let kind: RecordKind
    /// The words that describe it.
    public let title: String
    /// The registry's judgement; nil for regions, sources and citations, which have none.
    public let standing: Standing?
    /// The reason why the standing is not accepted; nil if none is given.
    public let standingNote: String?
    /// The revision that made or last changed it.
    public let revision: Int64
    /// Its fields, except those that have neither a value nor a citation.
    public let fields: [FieldOnRecord]
    /// Its names, the primary one first.
    public let names: [Variant]
    /// The events that happened to it, in the order in which they were recorded.
    public let events: [Event]
    /// The related records: those that belong to it, those that were merged into it, the members of a group, and the
    /// groups of a member.
    public let related: [RelatedRecord]
    /// The number of independent sources behind its citations: all sources that derive from the same one, over any
    /// number of steps, count once.
    public let origins: Int

    /// A spelling of a name.
    public struct Variant: Encodable, Sendable {
        /// The name as written.
        public let text: String
        /// The script, an ISO 15924 code.
        public let script: String
        /// Its relation to the record, such as alias.
        public let nature: NameNature
        /// The source that spells it so; nil for reference data.
        public let source: NamedRecord?
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
        /// The reason why the standing is not accepted; nil if none is given.
        public let standingNote: String?
        /// Its fields, with the sources' statements.
        public let fields: [FieldOnRecord]
    }

    /// The number of citations on it and its events.
    public var citations: Int { voices.count }
    /// The number of sources of those citations.
    public var sources: Int { Set(voices.map(\.source)).count }

    private var voices: [CitedStatement] { (fields + events.flatMap(\.fields)).flatMap(\.heard) }
}

extension Registry {
    /// A record with its citations, names, events and related records.
    ///
    /// - Throws: `MusterError` for a name that is unknown or that several records have.
    public func show(_ record: RecordReference) throws(MusterError) -> Dossier {
        try read { db in
            let id = try Resolver(db: db).resolve(record, among: RecordKind.allCases)
            return try DossierReader(db: db, id: id).dossier()
        }
    }
}

extension Dossier {
    /// A row of the dossier: one citation, or one field that has no citation.
    public struct Line: ListingRow {
        /// The record that the field belongs to, or its event.
        public let record: RecordID
        /// The field.
        public let field: FieldName
        /// The registry's value; nil if it holds none.
        public let value: FieldValue?
        /// The citation; nil if there is none.
        public let voice: CitedStatement?

        /// The columns.
        public static let columns: [Column<Line>] = [
            Column("record") { .record($0.record) },
            Column("field") { .list($0.field) },
            Column("value") { $0.value?.cell },
            Column("stance") { ($0.voice?.stance).map { .list($0) } },
            Column("standing") { ($0.voice?.standing).map { .list($0) } },
            Column("stated") { ($0.voice?.stated).map(Value.text) },
            Column("source") { ($0.voice?.source.id).map(Value.record) },
            Column("title") { $0.voice?.source.name.map(Value.text) },
            Column("locator") { ($0.voice?.locator).map(Value.text) },
            Column("speaker") { ($0.voice?.speaker).map(Value.text) },
            Column("speech") { ($0.voice?.speech).map { .list($0) } },
            Column("quote") { ($0.voice?.quote).map(Value.text) },
            Column("citation") { ($0.voice?.citation).map(Value.record) },
        ]
    }

    /// The dossier as rows: each field of the record and of its events, once for each citation.
    public var lines: [Line] {
        let all = fields.map { (id, $0) } + events.flatMap { event in event.fields.map { (event.id, $0) } }
        return all.flatMap { record, field in
            let voices: [CitedStatement?] = field.heard + field.rejected
            return (voices.isEmpty ? [nil] : voices).map {
                Line(record: record, field: field.field, value: field.value, voice: $0)
            }
        }
    }
}
