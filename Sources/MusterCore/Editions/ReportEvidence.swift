import GRDB
import MusterValues

/// The evidence for what a report shows.
struct ReportEvidence {
    /// All that is dated, and the names, each with its sources.
    let timeline: [TimelineLine]
    /// The other fields, each with its sources.
    let fields: [ReportedField]
    /// What is doubtful.
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
        let programmes = Set(records.units.compactMap(\.programme?.id)).sorted()
        var told = programmes + records.units.map(\.id)
        var fields = try regionFields() + self.fields(of: told)
        if conditions.region != nil {
            let posts = records.posts.map(\.id.number).sorted()
            let enrollments = records.enrollments.map(\.id.number).sorted()
            let named = records.named
            fields += try self.fields(of: .post, posts, named: named)
            fields += try self.fields(of: .enrollment, enrollments, named: named)
            told += Set(records.officials.values).sorted() + posts.map { RecordID(.post, $0) }
            told += enrollments.map { RecordID(.enrollment, $0) }
        }
        let timeline = try TimelineReader(db: db, query: TimelineQuery(onlyOf: told)).all()
        return ReportEvidence(
            timeline: timeline, fields: fields, suspects: try suspects(among: timeline, fields, records))
    }

    /// What is doubtful of the evidence: inferences first, then dates that cannot be.
    private func suspects(
        among timeline: [TimelineLine], _ fields: [ReportedField], _ records: ReportedRecords
    ) throws -> [Suspect] {
        let inferences = Inferences(db)
        let (officials, wholes) = (records.officials, try wholes(of: records.units))
        // What happened elsewhere can make a date here impossible.
        let shown = Set(timeline.map(\.record.id))
        var (elsewhere, owners) = (Set(wholes.values.joined()), officials)
        if conditions.region != nil {
            for (enrollment, official) in try deaths(of: Set(officials.values)) {
                elsewhere.insert(enrollment)
                owners[enrollment] = official
            }
        }
        let other = elsewhere.subtracting(shown)
        let others = try TimelineReader(db: db, query: TimelineQuery(onlyOf: other)).all()
        let all = timeline + others
        let dates = ImpossibleDates(all, known: try known(by: all), today: day.today.description)
        let units = Dictionary(records.enrollments.map { ($0.id, $0.unit.id) }) { first, _ in first }
        let impossible = dates.laterThanSources() + dates.afterDeath(owners) + dates.outsideOfUnits(units, wholes)
        return try inferences.among(fields) + inferences.among(timeline)
            + impossible.filter { !other.contains($0.record.id) }
    }

    /// The units that each subunit is inside of, over any number of steps.
    private func wholes(of units: [ListedUnit]) throws -> [RecordID: [RecordID]] {
        let subunits = units.filter { $0.partOf != nil }.map(\.id.number)
        if subunits.isEmpty { return [:] }
        let sql: SQL = """
            WITH RECURSIVE above(id, whole) AS (SELECT id, part_of FROM unit WHERE id IN \(SQL.list(subunits)) \
            AND part_of IS NOT NULL UNION SELECT above.id, x.part_of FROM above JOIN unit x ON x.id = above.whole \
            WHERE x.part_of IS NOT NULL) SELECT id, whole FROM above ORDER BY id, whole
            """
        let pairs = try sql.all(db) { (RecordID(.unit, try $0.next()), RecordID(.unit, try $0.next())) }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The enrollments that record an official's death, with the official.
    private func deaths(of officials: Set<RecordID>) throws -> [(RecordID, RecordID)] {
        let sql: SQL = """
            SELECT DISTINCT y.id, y.official_id FROM enrollment y CROSS JOIN event v ON v.enrollment_id = y.id \
            AND v.facet = 'state' AND v.value = 'killed' WHERE y.official_id IN \(SQL.list(officials.map(\.number))) \
            ORDER BY y.id
            """
        return try sql.all(db) { (RecordID(.enrollment, try $0.next()), RecordID(.official, try $0.next())) }
    }

    /// The last day of which each source of some lines can know: it was published or captured by then.
    private func known(by lines: [TimelineLine]) throws -> [RecordID: String] {
        let sources = Set(lines.lazy.flatMap(\.sources).map(\.source.id.number))
        let sql: SQL = """
            SELECT id, min(coalesce(published_latest, captured), coalesce(captured, published_latest)) AS day FROM source \
            WHERE id IN \(SQL.list(sources)) AND coalesce(published_latest, captured) IS NOT NULL ORDER BY id
            """
        return Dictionary(uniqueKeysWithValues: try sql.all(db) { (try $0.id(.source), try $0.next() as String) })
    }
}
