import GRDB
public import MusterValues

extension Registry {
    /// Records that a source says what the register holds of a record: of an enrollment the unit, the person or group and the
    /// newest state; of a unit the name and the newest form, status and strength; of a post the title, the region and the newest
    /// tenure; of an official the name, and the post if there is only one; of an event all that it holds.
    ///
    /// What the source says already is not recorded again.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - evidence: the source, without a stated value and a quote, which are of one field.
    ///   - authorship: the person who says so, and the reason.
    /// - Returns: a citation for each thing that the source confirms.
    /// - Throws: `MusterError` for an unknown or ambiguous record or source, or a source that says all of it already.
    public func corroborate(_ record: RecordReference, evidence: Evidence, by authorship: Authorship)
        throws(MusterError) -> WriteResult
    {
        try write(authorship, doing: "cite a source") { transaction in
            let kinds: [RecordKind] = [.unit, .official, .post, .enrollment, .event, .programme]
            let id = try Resolver(db: transaction.db).resolve(record, among: kinds)
            if let speech = evidence.speech, Speech.denials.contains(speech) {
                throw MusterError.refused(
                    rule: "a source that denies \(id), or calls it unclear, does not say what stands on record of it",
                    fix: id.kind == .enrollment
                        ? .recordEvent(id, value: speech.rawValue)
                        : "cite it on the one field that it speaks of")
            }
            try transaction.corroborate(id, transaction.checked(evidence))
        }
    }
}

extension Transaction {
    fileprivate func corroborate(_ id: RecordID, _ evidence: CheckedEvidence) throws {
        let new = try unsaid(of: id, by: evidence.sourceID)
        if new.isEmpty {
            throw MusterError.refused(
                rule: "\(RecordID(.source, evidence.sourceID)) says all that stands on record of \(id) already",
                fix: .see(id))
        }
        for (record, name, stated) in new {
            note(try cite(record, name, .notQuoted(stated), evidence), .cited(name, of: record, stated: stated))
        }
    }

    /// True if a source can confirm a record: none of the events that it would report is later, and it does not say all of it already.
    func canCorroborate(_ id: RecordID, by source: Int64) throws -> Bool {
        do { return try !unsaid(of: id, by: source).isEmpty } catch is MusterError { return false }
    }

    /// What a source would say anew by confirming a record: the fields with the values as they would be stated.
    ///
    /// - Throws: `MusterError.refused` if it is older than an event that it would report.
    private func unsaid(of id: RecordID, by sourceID: Int64) throws -> [(RecordID, FieldName, String)] {
        var new: [(RecordID, FieldName, String)] = []
        for (record, fields) in try confirmed(of: id) {
            if record.kind == .event, try isOlder(sourceID, than: record) {
                let source = try RecordTitles(db: db).described(RecordID(.source, sourceID)).words
                throw MusterError.refused(
                    rule:
                        "\(source) is older than \(record) \(try RecordTitles(db: db).title(record)), and cannot report it",
                    fix: .cite(record, field: "value"))
            }
            for name in fields {
                guard let field = try FieldReader(db: db, id: record).field(name), let value = field.value else {
                    continue
                }
                let isSaid = field.supporting.contains { $0.source.id.number == sourceID }
                if !isSaid { new.append((record, name, try words(of: value))) }
            }
        }
        return new
    }

    /// The fields that a source confirms by speaking of a record, and those of its newest events.
    private func confirmed(of id: RecordID) throws -> [(RecordID, [FieldName])] {
        switch id.kind {
        case .event: return [(id, [.value, .otherUnit, .date])]
        case .programme: return [(id, [.name, .launched])]
        case .official:
            let posts = try Int64.fetchAll(
                db, sql: "SELECT id FROM post WHERE official_id = ? AND standing <> 'rejected'", arguments: [id.number])
            let own: [(RecordID, [FieldName])] = [(id, [.name])]
            return try posts.count == 1 ? own + confirmed(of: RecordID(.post, posts[0])) : own
        case .unit: return try [(id, [.name])] + newest(of: id)
        case .post: return try [(id, [.title, .region])] + newest(of: id)
        default: return try [(id, [.unit, .official, .group])] + newest(of: id)
        }
    }

    /// The newest event of each facet of a record; plans are left out.
    private func newest(of id: RecordID) throws -> [(RecordID, [FieldName])] {
        let query = StateQuery(id.kind, on: AskedDay(nil, today: today))
        let seen = try query.seen(of: [id.number]).byOwner(db) { row, _ in try Seen(row: &row) }[id.number] ?? []
        var facets: Set<String> = []
        return seen.compactMap { one in
            guard let event = one.event, !one.isPlan, EventValue.seenFacets(of: id.kind).contains(one.facet),
                facets.insert(one.facet).inserted
            else { return nil }
            return (RecordID(.event, event), [.value, .otherUnit, .date])
        }
    }

    /// A value as a source would state it: a record by its name.
    private func words(of value: FieldValue) throws -> String {
        switch value {
        case .record(let record): try RecordTitles(db: db).title(record.id)
        case .region(let region): try RecordTitles(db: db).title(RecordID(region: region.code))
        case .date(let date): date.edtf
        default: value.words
        }
    }
}
