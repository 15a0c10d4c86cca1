import GRDB
package import MusterValues

extension Transaction {
    /// Finds the source of a piece of evidence and cleans its text.
    func checked(_ evidence: Evidence) throws -> CheckedEvidence {
        let source =
            try evidence.source.text == "-" ? lastSource() : Resolver(db: db).resolve(evidence.source, among: [.source])
        if memory?.usableSources.contains(source.number) != true {
            if let reason: String = try source.row(there: db).get("set_aside") {
                throw MusterError.refused(rule: "\(source) is set aside: \(reason)", fix: .bringBack(source))
            }
            memory?.usableSources.insert(source.number)
        }
        return CheckedEvidence(
            sourceID: source.number,
            locator: try RecordKind.citation.clean(evidence.locator, .locator),
            stated: try RecordKind.citation.clean(evidence.stated, .stated, as: "stated value"),
            quote: try RecordKind.citation.clean(evidence.quote, .quote),
            speaker: try RecordKind.citation.clean(evidence.speaker, .speaker),
            speech: evidence.speech ?? .states)
    }

    /// The source that the author cited last, or added, for a reference of one dash.
    private func lastSource() throws -> RecordID {
        let number = try Int64.fetchOne(
            db,
            sql: """
                SELECT source FROM (SELECT r.id AS id, coalesce((SELECT max(h.source_id) FROM citation_history h \
                WHERE h.revision = r.id AND h.deleted = 0), (SELECT max(h.id) FROM source_history h \
                WHERE h.revision = r.id AND h.deleted = 0)) AS source FROM revision r WHERE r.author = ? ORDER BY r.id DESC) \
                WHERE source IN (SELECT id FROM source) LIMIT 1
                """, arguments: [author])
        guard let number else {
            throw MusterError.missing(what: "a source that \(author) cited or added before", fix: .give(.source))
        }
        let source = RecordID(.source, number)
        if !entries.contains(where: { $0.id == source }) {
            note(source, .citedAgain(try RecordTitles(db: db).title(source)))
        }
        return source
    }

    /// The name of a record for a citation: as typed; or, if another letter case was typed, as on the register. If a short id or a
    /// code was typed, the source is not quoted: the register's name stands for what it says.
    func stated(_ reference: RecordReference, _ id: RecordID) throws -> StatedWords {
        let text = reference.text
        let title = try title(id)
        let isID = reference.id != nil || id.code.map(RecordID.regionCodes(typed: text).contains) == true
        if isID { return .notQuoted(title) }
        return .typed(Text.folded(text) == Text.folded(title) ? title : text)
    }

    /// Records one source's statement about one field of a record; the record itself may be inserted later in the same
    /// transaction.
    @discardableResult
    package func cite(
        _ subject: RecordID, _ field: FieldName, _ value: StatedWords, _ evidence: CheckedEvidence,
        stance: Stance = .supports, held: StoredDate? = nil
    ) throws -> RecordID {
        let number = try nextNumber(of: .citation)
        let stated = try RecordKind.citation.clean(value.text, .stated, as: "stated value")
        let quote = evidence.quote(on: value)
        let subjectValue: any DatabaseValueConvertible = subject.databaseKey
        try insert(
            "citation",
            [
                "id": number, "source_id": evidence.sourceID, subject.kind.column: subjectValue,
                "field": field.rawValue,
                "stated": stated, "wording": quote == nil ? value.wording?.rawValue : nil, "stance": stance.rawValue,
                "locator": evidence.locator, "quote": quote,
                "speaker": evidence.speaker, "speech": evidence.speech.rawValue, "held": held?.text,
                "held_earliest": held?.earliest, "held_latest": held?.latest,
            ])
        return RecordID(.citation, number)
    }

    /// The parts in which two citations of a record are one statement, beside the source.
    private static let saidParts = ["field", "stated", "stance", "locator", "quote", "speaker", "speech", "held"]

    /// The first citation of a record that says the same in every part, if it was not judged wrong; nil if there is none.
    ///
    /// - Parameters:
    ///   - said: the values of the parts and of `source_id`, by column; a missing one is NULL.
    ///   - subject: the record.
    ///   - own: the citation itself; nil if it is not on the register yet.
    /// - Returns: its short id.
    /// - Throws: an error of SQLite.
    private func citation(
        saying said: [String: DatabaseValue], of subject: RecordID, besides own: RecordID? = nil
    ) throws -> RecordID? {
        let same = Self.saidParts.map { "+\($0) IS :\($0)" }.joined(separator: " AND ")
        var arguments = Dictionary(uniqueKeysWithValues: Self.saidParts.map { ($0, said[$0, default: .null]) })
        arguments["subject"] = subject.databaseKey.databaseValue
        arguments["source"] = said["source_id", default: .null]
        arguments["own"] = (own?.number ?? 0).databaseValue
        let first = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT min(id) FROM citation WHERE \(subject.kind.column) = :subject AND +source_id = :source AND id <> :own \
                    AND +standing <> 'rejected' AND \(same)
                    """), arguments: StatementArguments(arguments))
        return first.map { RecordID(.citation, $0) }
    }

    /// True if the same place of a source is cited for a field already, with the same words and for the same time.
    func isCited(
        _ subject: RecordID, _ field: FieldName, _ words: StatedWords, _ evidence: CheckedEvidence, held: StoredDate?
    ) throws -> Bool {
        let said: [String: (any DatabaseValueConvertible)?] = [
            "source_id": evidence.sourceID, "field": field.rawValue, "stated": words.text,
            "stance": Stance.supports.rawValue, "locator": evidence.locator, "quote": evidence.quote(on: words),
            "speaker": evidence.speaker, "speech": evidence.speech.rawValue, "held": held?.text,
        ]
        return try citation(saying: said.mapValues { $0?.databaseValue ?? .null }, of: subject) != nil
    }

    /// Refuses a citation that says what another one does in every part: it was sent twice.
    func refuseRepeated(_ new: RecordID, of subject: RecordID) throws {
        let row = try new.row(there: db)
        let said = (Self.saidParts + ["source_id"]).map { ($0, row[$0] as DatabaseValue) }
        guard let id = try citation(saying: Dictionary(uniqueKeysWithValues: said), of: subject, besides: new) else {
            return
        }
        throw MusterError.taken(what: "the citation", value: try title(id), id: id, fix: .see(id))
    }

    /// Records one source's statement in the words that a clerk typed.
    @discardableResult
    package func cite(
        _ subject: RecordID, _ field: FieldName, _ typed: String, _ evidence: CheckedEvidence,
        stance: Stance = .supports, held: StoredDate? = nil
    ) throws -> RecordID {
        try cite(subject, field, .typed(typed), evidence, stance: stance, held: held)
    }

    /// Cleans a text for one field of a record and cites it; the record itself may be inserted later in the same
    /// transaction.
    ///
    /// - Returns: the clean text; nil if none was given.
    @discardableResult
    func cited(_ text: String?, as field: FieldName, of subject: RecordID, _ evidence: CheckedEvidence) throws
        -> String?
    {
        guard let text = try subject.kind.clean(text, field) else { return nil }
        try cite(subject, field, .typed(text), evidence)
        return text
    }
}
