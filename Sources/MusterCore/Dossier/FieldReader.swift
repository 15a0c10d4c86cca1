import GRDB
import MusterValues

/// Reads which side each citation of a field takes, by comparing what it states with the value on record.
///
/// - A citation that states a value that can be the one on record is for it; one that states another is against it.
/// - If the stated text cannot be compared, as a name or a free text, the side that was recorded with the citation counts, as
///   long as the value is the one that was on record then. Since the value changed, only the same text is for it.
/// - A citation that was recorded against the very value that it states denies it, and is against it.
///
/// Nothing of this is stored, so a citation needs no change when the value on record changes.
struct FieldReader {
    let db: Database
    let id: RecordID
    /// The decisions about the record.
    let conclusions: [FieldName: Conclusion]

    init(db: Database, id: RecordID) throws {
        self.init(db: db, id: id, conclusions: id.kind.citedFields.isEmpty ? [:] : try Conclusion.all(of: id, db))
    }

    /// Takes the decisions that were read for many records at once.
    init(db: Database, id: RecordID, conclusions: [FieldName: Conclusion]) {
        (self.db, self.id, self.conclusions) = (db, id, conclusions)
    }

    /// A field with its value and its citations.
    func read(_ field: Field, value: FieldValue?, _ statements: [CitedStatement]) throws -> FieldOnRecord {
        let conclusion = conclusions[field.name]
        let counted = statements.filter { $0.standing != .rejected }
        let sided = try counted.map { $0.on(try side(of: $0, field, value, counted)) }
        let supporting = sided.filter { $0.stance == .supports }
        let disputing = sided.filter { $0.stance == .disputes }
        let isStated = supporting.contains { $0.standing == .accepted }
        let isInference = value != nil && !isStated && (conclusion?.inferred != nil || !statements.isEmpty)
        let voices = supporting.map { SourceOrigins.Statement(source: $0.source.id.number, speaker: $0.speaker) }
        let weighed = conclusion?.weighed ?? 0
        let isSettled = !disputing.isEmpty && disputing.allSatisfy { $0.citation.number <= weighed }
        return FieldOnRecord(
            field: field.name, value: value, isInference: isInference,
            inferred: isInference ? conclusion?.inferred : nil,
            isInDispute: !isSettled && disputing.contains { $0.standing == .accepted }, isSettled: isSettled,
            origins: voices.count < 2
                ? voices.count : try SourceOrigins(of: voices.map(\.source), db).voices(of: voices).count,
            supporting: supporting, disputing: disputing, rejected: statements.filter { $0.standing == .rejected })
    }

    private func side(of statement: CitedStatement, _ field: Field, _ value: FieldValue?, _ all: [CitedStatement])
        throws
        -> Stance
    {
        guard let value else { return try side(of: statement, field, among: all) }
        let isSame: Bool
        if let held = StatedValue(value),
            let stated = try StatedValue.read(statement.stated, of: field, held: value, db)
        {
            isSame = stated.canBe(held)
        } else {
            isSame = isSameText(statement.stated, value)
            if !isSame {
                if statement.stance == .disputes { return .disputes }
                return try isChanged(field, since: statement) ? .disputes : .supports
            }
        }
        if !isSame { return .disputes }
        if statement.stance == .supports { return .supports }
        return try isChanged(field, since: statement) ? .supports : .disputes
    }

    /// The side where nothing is concluded: against, if the source states another value than the first one that counts.
    private func side(of statement: CitedStatement, _ field: Field, among all: [CitedStatement]) throws -> Stance {
        guard statement.stance == .supports, let first = all.first(where: { $0.stance == .supports }),
            first.citation != statement.citation,
            let one = try StatedValue.read(first.stated, of: field, held: nil, db),
            let other = try StatedValue.read(statement.stated, of: field, held: nil, db)
        else { return statement.stance }
        return one.canBe(other) ? .supports : .disputes
    }

    private func isSameText(_ stated: String, _ value: FieldValue) -> Bool {
        let held = if case .names(let names) = value { names } else { [value.words] }
        return held.contains { Text.folded($0) == Text.folded(stated) }
    }

    /// True if the value on record is another than when the citation was made. A name counts as unchanged: what it was before
    /// is kept as another name of the record.
    private func isChanged(_ field: Field, since statement: CitedStatement) throws -> Bool {
        if case .name = field.type { return false }
        let isConcluded = field.columns.isEmpty
        if isConcluded, conclusions[field.name] == nil { return false }
        let (table, key) = isConcluded ? ("conclusion", id.kind.column) : (id.kind.name, id.kind.key)
        let columns = isConcluded ? ["value"] : field.columns
        let row = isConcluded ? "id" : id.kind.key
        let sql = """
            SELECT (\(columns.map { "h.\($0)" }.joined(separator: ", "))) \
            IS NOT (\(columns.map { "n.\($0)" }.joined(separator: ", "))) \
            FROM \(table)_history h JOIN \(table) n ON n.\(row) = h.\(row) WHERE n.\(key) = :id \
            \(isConcluded ? "AND n.field = '\(field.name.rawValue)'" : "") AND h.deleted = 0 \
            AND h.revision <= (SELECT min(revision) FROM citation_history WHERE id = :citation) \
            ORDER BY h.revision DESC LIMIT 1
            """
        return try Bool.fetchOne(
            db.cachedStatement(sql: sql), arguments: ["id": id.databaseKey, "citation": statement.citation.number])
            ?? isConcluded
    }
}
