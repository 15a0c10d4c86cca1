import GRDB
import MusterValues

/// The records that a record's dossier names besides it.
extension DossierReader {
    /// The records that point to this one, by kind; the districts of a region are left out.
    func belonging() throws -> [RelatedRecord] {
        // A doubt about two groups is told apart from what belongs to a record.
        try id.kind.references.filter { $0.kind != .region && ($0.kind, id.kind) != (.enrollment, .enrollment) }.flatMap
        { kind, column in
            // A source repeats several by rows of their own.
            let more = kind == .source ? "UNION SELECT source_id FROM derivation WHERE derived_from = :id " : ""
            return try Int64.fetchAll(
                db, sql: "SELECT id FROM \(kind.name) WHERE \(column) = :id \(more)ORDER BY 1",
                arguments: ["id": id.databaseKey]
            ).map { try related(RecordID(kind, $0), by: .belongs) }
        }
    }

    private func related(_ id: RecordID, by relation: RelatedRecord.Relation) throws -> RelatedRecord {
        RelatedRecord(
            id: id, name: try RecordTitles(db: db).title(id), relation: relation,
            standing: try id.row(there: db).optionalList("standing"), revision: nil)
    }

    /// The groups that are perhaps the same as this one: a doubt holds both ways, whichever of the two records it.
    func doubts() throws -> [RelatedRecord] {
        guard id.kind == .enrollment else { return [] }
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT perhaps_same_as FROM enrollment WHERE id = :id AND perhaps_same_as IS NOT NULL \
                UNION SELECT id FROM enrollment WHERE perhaps_same_as = :id ORDER BY 1
                """, arguments: ["id": id.number]
        ).map { try related(RecordID(.enrollment, $0), by: .perhaps) }
    }

    /// The named members of a group, and the groups that an official's enrollment belongs to.
    func members() throws -> [RelatedRecord] {
        guard id.kind == .enrollment else { return [] }
        let queries: [(String, String, RelatedRecord.Relation)] = [
            ("group_id", "member_id", .ofTheGroup), ("member_id", "group_id", .group),
        ]
        return try queries.flatMap { own, other, relation in
            try Int64.fetchAll(
                db, sql: "SELECT \(other) FROM group_member WHERE \(own) = ? ORDER BY \(other)", arguments: [id.number]
            ).map { number in
                var related = try related(RecordID(.enrollment, number), by: relation)
                related.sources = try sources(naming: relation == .group ? id.number : number)
                return related
            }
        }
    }

    /// The sources that name the official of an enrollment as one of a group. They do not say of which, if there are two.
    private func sources(naming enrollment: Int64) throws -> [NamedRecord] {
        let query: SQL = """
            SELECT DISTINCT s.id, s.title FROM citation c JOIN source s ON s.id = c.source_id \
            WHERE c.enrollment_id = \(enrollment) AND c.field = 'group' AND c.stance = 'supports' AND c.standing <> 'rejected' \
            ORDER BY s.id
            """
        return try query.all(db) { row in NamedRecord(id: try row.id(.source), name: try row.next()) }
    }

    /// The events of other records that end this one too: the death of the official of a post or an enrollment, and the
    /// disbanding of a unit that a subunit is inside of.
    func ends() throws -> [RelatedRecord] {
        let events: SQL
        switch id.kind {
        case .post, .enrollment:
            events = """
                SELECT v.id FROM \(sql: id.kind.name) kept JOIN enrollment y ON y.official_id = kept.official_id \
                JOIN event v ON v.enrollment_id = y.id AND v.value = 'killed' WHERE kept.id = \(id.number) \
                AND y.standing <> 'rejected' AND v.standing <> 'rejected' \
                AND NOT (\(id.kind == .enrollment) AND y.id = kept.id) ORDER BY \(SQL.byDay("v"))
                """
        case .unit:
            events = """
                SELECT v.id FROM unit kept JOIN event v ON v.unit_id IN (\(Sightings.wholes(of: "kept"))) \
                AND v.value = 'disbanded' WHERE kept.id = \(id.number) AND kept.part_of IS NOT NULL \
                AND v.standing <> 'rejected' ORDER BY \(SQL.byDay("v"))
                """
        default: return []
        }
        return try events.all(db) { try related(RecordID(.event, $0.next()), by: .end) }
    }

    func merged() throws -> [RelatedRecord] {
        try MergeLookup(db: db).merged(into: id).map {
            RelatedRecord(id: $0.id, name: nil, relation: .merged, standing: nil, revision: $0.revision)
        }
    }
}
