import GRDB
import MusterValues

/// The evidence for what a report shows.
struct ReportEvidence {
    /// All that is dated, and the names, each with its sources.
    let timeline: [TimelineLine]
    /// The other fields, each with its sources.
    let fields: [ReportedField]
    /// The values that no source states.
    let suspects: [Suspect]

    /// All sources that speak of it.
    var sources: Set<RecordID> {
        var all = Set(timeline.lazy.flatMap(\.sources).map(\.source.id))
        for own in fields { all.formUnion(own.field.statements.map(\.source.id)) }
        return all
    }
}

/// The records that a report shows and reads the evidence of.
struct ReportedRecords {
    let units: [ListedUnit]
    /// The enrollments with their officials and units, those that never count too.
    let enrollments: [(id: RecordID, official: NamedRecord?, unit: NamedRecord)]
    let posts: [ReportedPost]

    /// The official of each post and enrollment.
    var officials: [RecordID: RecordID] {
        let enrolled = enrollments.compactMap { one in one.official.map { (one.id, $0.id) } }
        return Dictionary(enrolled + posts.map { ($0.id, $0.official.id) }) { first, _ in first }
    }

    /// The records by their ids, as others refer to them.
    var named: [RecordID: NamedRecord] {
        let all = enrollments.map(\.unit) + enrollments.compactMap(\.official) + posts.map(\.official)
        return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    }
}

extension ReportReader {
    /// The evidence for the records of a report.
    ///
    /// A national report is a summary: it has the evidence for units and territories, and each region's report that for the
    /// people too.
    func evidence(of records: ReportedRecords) throws -> ReportEvidence {
        // The page of a unit or an official is not about the programme.
        let isOfOne = [.unit, .official].contains(subject?.kind)
        let programmes = isOfOne ? [] : Set(records.units.compactMap(\.programme?.id)).sorted()
        var told = programmes + records.units.map(\.id)
        var fields = try regionFields() + self.fields(of: told)
        if subject != nil {
            let posts = records.posts.map(\.id.number).sorted()
            let enrollments = records.enrollments.map(\.id.number).sorted()
            let named = records.named
            fields += try self.fields(of: .post, posts, named: named)
            fields += try self.fields(of: .enrollment, enrollments, named: named)
            told += Set(records.officials.values).sorted() + posts.map { RecordID(.post, $0) }
            told += enrollments.map { RecordID(.enrollment, $0) }
        }
        let timeline = try TimelineReader(db: db, query: TimelineQuery(onlyOf: told), today: day.today).all()
        return ReportEvidence(
            timeline: timeline, fields: fields, suspects: try inferences(among: timeline, fields))
    }

    /// The values that no accepted citation states: of fields, then of events, except those judged wrong.
    private func inferences(among timeline: [TimelineLine], _ fields: [ReportedField]) throws -> [Suspect] {
        let own = fields.filter(\.field.isInference).map { Suspect(record: $0.record, event: nil, field: $0.field) }
        return try own
            + timeline.flatMap { line -> [Suspect] in
                guard let event = line.event, line.rejected.isEmpty else { return [] }
                return try [FieldName.value, .date, .cause].compactMap { name in
                    guard let value = line.value(of: name), !line.isStated(value.words, as: name),
                        let field = RecordKind.event.field(name)
                    else { return nil }
                    let said = line.sources.filter { $0.field == name }.compactMap(CitedStatement.init)
                    let read = try FieldReader(db: db, id: event).read(field, value: value, said)
                    return read.isInference ? Suspect(record: line.record, event: event, field: read) : nil
                }
            }
    }
}

extension TimelineLine {
    /// True if an accepted citation for a field has the text word for word.
    fileprivate func isStated(_ text: String, as field: FieldName) -> Bool {
        sources.contains {
            $0.field == field && $0.stated == text && $0.stance == .supports && $0.standing == .accepted
        }
    }
}
