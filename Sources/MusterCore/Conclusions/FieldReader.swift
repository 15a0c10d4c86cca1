import GRDB
import MusterValues

/// Reads the fields of a record, each with its value and the sources for it and against it.
struct FieldReader {
    let db: Database
    let id: RecordID
    /// The decisions about the record.
    let conclusions: [FieldName: Conclusion]
    /// True to count the independent voices, which compares names and reads the sources' origins; false leaves them at 0.
    let countsOrigins: Bool
    /// Who denies an enrollment; nil if that is not read yet.
    private let denials: Denials?
    /// What is kept for records that are read together; nil for one that is read alone.
    private let memory: SideMemory?

    init(db: Database, id: RecordID) throws {
        self.init(db: db, id: id, conclusions: id.kind.citedFields.isEmpty ? [:] : try Conclusion.all(of: id, db))
    }

    /// Takes the decisions, and who denies an enrollment, that were read for many records at once.
    init(
        db: Database, id: RecordID, conclusions: [FieldName: Conclusion], denials: Denials? = nil,
        memory: SideMemory? = nil, countsOrigins: Bool = true
    ) {
        (self.db, self.id, self.conclusions, self.countsOrigins) = (db, id, conclusions, countsOrigins)
        (self.denials, self.memory) = (denials, memory)
    }

    /// The readers of records of one kind that are read together, by record; what they need of all is read at once.
    static func together(_ kind: RecordKind, _ ids: [RecordID], _ db: Database) throws -> [RecordID: FieldReader] {
        let memory = SideMemory(kind, ids, db)
        let numbers = ids.map(\.number)
        let conclusions = try kind == .region ? [:] : Conclusion.all(of: kind, numbers, db)
        let denials = try kind == .enrollment ? Denials.all(of: numbers, db) : [:]
        let readers = try ids.map { id in
            let own = try kind == .region ? Conclusion.all(of: id, db) : conclusions[id.number] ?? [:]
            return (
                id,
                FieldReader(
                    db: db, id: id, conclusions: own, denials: denials[id.number] ?? Denials.none, memory: memory)
            )
        }
        return Dictionary(readers) { first, _ in first }
    }

    /// The fields that have a value or a citation, from the record's row. The fields of a source or a citation are never cited.
    func all(in row: Row) throws -> [FieldOnRecord] {
        let cited = id.kind.citedFields
        let statements = cited.isEmpty ? [:] : try CitedStatement.all(of: id, db)
        let kept = memory ?? SideMemory(id.kind, [id], db)
        return try (cited.isEmpty ? id.kind.fields : cited).compactMap { field in
            let value = try value(of: field, in: row)
            let all = statements[field.name.rawValue] ?? []
            return value == nil && all.isEmpty ? nil : try read(field, value: value, all, kept)
        }
    }

    /// One field with its value and its citations; nil if the record's kind does not have it.
    func field(_ name: FieldName) throws -> FieldOnRecord? {
        guard let field = id.kind.field(name) else { return nil }
        let value = try value(of: field, in: id.row(there: db))
        return try read(field, value: value, CitedStatement.all(of: id, db)[name.rawValue] ?? [])
    }

    /// Those of other statements that speak of another time, and so not against the value: of days that are over; or without a
    /// day, and recorded before a source said since when the value is as it is.
    private func earlier(
        among others: [CitedStatement], recorded: [CitedStatement], _ supporting: [CitedStatement]
    ) throws -> [CitedStatement] {
        if others.isEmpty { return [] }
        let today = try String.fetchOne(db, sql: "SELECT substr(max(at), 1, 10) FROM revision") ?? ""
        let against = Set(recorded.filter { $0.stance == .disputes }.map(\.citation))
        let dated = supporting.filter { $0.standing == .accepted && $0.span?.begins == true }
        let (began, newest) = (dated.map(\.citation.number).min(), dated.compactMap { $0.span?.first }.max())
        let earlier = others.filter { other in
            if against.contains(other.citation) { return false }
            guard let span = other.span else { return began.map { other.citation.number < $0 } ?? false }
            // What goes on ends where the value on record begins.
            return span.last.map { $0.description < today } ?? false
                || newest.map { newest in span.first.map { $0 < newest } ?? true } ?? false
        }
        // Two values for the same days contradict each other, whenever that was.
        return earlier.filter { one in
            !earlier.contains { other in
                guard let span = one.span, let second = other.span, Text.folded(one.stated) != Text.folded(other.stated)
                else { return false }
                return span.surelyMeets(second)
            }
        }
    }

    /// A field with its value and its citations; `kept` is what the fields of a record that is read alone keep for each other.
    func read(_ field: Field, value: FieldValue?, _ statements: [CitedStatement], _ kept: SideMemory? = nil) throws
        -> FieldOnRecord
    {
        let conclusion = conclusions[field.name]
        let counted = statements.filter { $0.standing != .rejected }
        let sides = SideReader(db: db, id: id, conclusions: conclusions, memory: memory ?? kept)
        let sided = try sides.sided(counted, on: field, value)
        let supporting = sided.filter { $0.statement.stance == .supports }
        let others = sided.map(\.statement).filter { $0.stance == .disputes }
        let earlier = try value == nil ? [] : earlier(among: others, recorded: counted, supporting.map(\.statement))
        let disputing = others.filter { !earlier.contains($0) }
        let isStated = value.map { sides.isStated($0, of: field, by: supporting) } ?? false
        let isInference = value != nil && !isStated && (conclusion?.inferred != nil || !statements.isEmpty)
        let origins = try countsOrigins ? origins(of: sides.giving(value, of: field, supporting)) : 0
        let weighed = conclusion?.weighed ?? 0
        let isSettled = !disputing.isEmpty && disputing.allSatisfy { $0.citation.number <= weighed }
        return FieldOnRecord(
            field: field.name, value: value, isStated: isStated, isInference: isInference,
            inferred: isInference ? conclusion?.inferred : nil,
            isInDispute: !isSettled && disputing.contains { $0.standing == .accepted }, isSettled: isSettled,
            origins: origins, supporting: supporting.map(\.statement), disputing: disputing,
            earlier: earlier,
            rejected: statements.filter { $0.standing == .rejected })
    }

    /// The number of independent voices behind statements. Who denies an enrollment is none behind anything of it.
    private func origins(of all: [CitedStatement]) throws -> Int {
        var statements = all
        if id.kind == .enrollment, !all.isEmpty,
            let denials = try denials ?? Denials.all(of: [id.number], db)[id.number]
        {
            statements.removeAll(where: denials.contains)
        }
        let voices = statements.map { SourceOrigins.Statement(source: $0.source.id.number, speaker: $0.speaker) }
        if voices.count < 2 { return voices.count }
        return try SourceOrigins(of: voices.map(\.source), db).voices(of: voices).count
    }
}
