import GRDB
import MusterValues

/// Finds what contradicts itself on the register. Nothing of it is stored: it is computed from the values, so it goes when they
/// agree.
struct DisputeReader {
    let db: Database
    let scope: DisputeScope
    /// Today by the registry's clock, or the day of the revision that is asked about.
    let today: Day

    /// Every dispute, settled or not: first those of values, by kind of record and number, then those of events.
    func all() throws -> [Dispute] {
        try values() + contradictions() + judged()
    }

    /// Those that are about events and claims, and not about the values of one field.
    func contradictions() throws -> [Dispute] {
        try exclusive() + twoUnits() + sameOrdinal() + afterDeath() + afterEnd() + beforeBeginning() + afterSources()
    }

    /// The fields of which sources state values that cannot be one.
    private func values() throws -> [Dispute] {
        try RecordKind.allCases.filter { !$0.citedFields.isEmpty }.flatMap { kind in
            try contradicted(kind).compactMap { id, field in
                try FieldReader(db: db, id: id).field(field).flatMap { try dispute(of: id, $0) }
            }
        }
    }

    /// The fields of records of a kind that may be contradicted, by number and field: sources state several texts, or another one
    /// than the record holds, or one speaks against it, or somebody decided on the value. Of any other, all that is stated is the
    /// text on record. `FieldReader` says which of them are.
    func contradicted(_ kind: RecordKind) throws -> [(RecordID, FieldName)] {
        let column = SQL(sql: kind.column)
        let others: [SQL] = try kind.citedFields.compactMap { field in
            try field.isOtherText().map { "WHEN '\(sql: field.name.rawValue)' THEN \($0)" }
        }
        let isOther: SQL = others.isEmpty ? "0" : "CASE c.field \(others.joined(separator: " ")) END"
        let sql: SQL = """
            SELECT key, field FROM (SELECT c.\(column) AS key, c.field AS field, count(DISTINCT c.stated) AS several, \
            max(c.stance = 'disputes') AS against, max(\(isOther)) AS other FROM citation c \
            JOIN \(sql: kind.name) r ON r.\(sql: kind.key) = c.\(column) WHERE c.\(column) IN (\(scope.records(of: kind))) \
            AND c.standing <> 'rejected' GROUP BY 1, 2) WHERE against OR other OR several > 1 AND field <> 'name' \
            UNION SELECT n.\(column), n.field FROM conclusion n WHERE n.\(column) IN (\(scope.records(of: kind))) ORDER BY 1, 2
            """
        return try sql.rows(db).map { row in
            let id = kind == .region ? RecordID(region: try row.get("key")) : RecordID(kind, try row.get("key"))
            return (id, try row.list("field", FieldName.self))
        }
    }

    private func dispute(of id: RecordID, _ field: FieldOnRecord) throws -> Dispute? {
        guard field.isInDispute || field.isSettled else { return nil }
        var sides: [(words: String, citations: [CitedStatement])] = []
        for statement in field.notRejected.sorted(by: { $0.citation.number < $1.citation.number }) {
            if let known = sides.firstIndex(where: {
                $0.words == statement.stated && $0.citations[0].stance == statement.stance
            }) {
                sides[known].citations.append(statement)
            } else {
                sides.append((statement.stated, [statement]))
            }
        }
        return Dispute(
            kind: .values, record: try named(id), field: field.field, value: field.value, isSettled: !field.isInDispute,
            settlement: field.isInDispute ? nil : try settlement(of: id, field), reason: field.inferred,
            sides: sides.map { side in
                let isDenied = sides.contains { $0.words == side.words && $0.citations[0].stance == .supports }
                return Dispute.Side(
                    words: side.words, record: nil, isDenial: isDenied && side.citations[0].stance == .disputes,
                    citations: side.citations)
            })
    }

    /// The records whose standing somebody set to disputed.
    func judged() throws -> [Dispute] {
        try RecordKind.allCases.filter { ![.region, .source, .citation].contains($0) }.flatMap { kind in
            let sql: SQL = """
                SELECT id, standing_note FROM \(sql: kind.name) WHERE standing = 'disputed' \
                AND id IN (\(scope.records(of: kind))) ORDER BY id
                """
            return try sql.rows(db).map { row in
                Dispute(
                    kind: .standing, record: try named(RecordID(kind, try row.get("id"))), field: nil, value: nil,
                    isSettled: false, settlement: nil, reason: try row.get("standing_note"), sides: [])
            }
        }
    }

    func named(_ id: RecordID) throws -> NamedRecord { NamedRecord(id: id, name: try RecordTitles(db: db).title(id)) }
}
