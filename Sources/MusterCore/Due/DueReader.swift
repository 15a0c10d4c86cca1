import GRDB
import MusterValues

/// Reads what is due from the store.
struct DueReader {
    let db: Database
    let day: Day
    /// What was last heard of before this day is due.
    let limit: Day
    let today: Day

    func all() throws -> [Due] { try needingWork() + silent() + uncaptured() }

    private func needingWork() throws -> [Due] {
        try RecordKind.allCases.filter { $0.field(.standing) != nil }.flatMap { kind in
            let query: SQL = """
                SELECT id, standing_note FROM \(sql: kind.name) WHERE standing = \(Standing.needsWork.rawValue) ORDER BY id
                """
            return try query.all(db) { row in try due(.needsWork, row.id(kind), note: row.next()) }
        }
    }

    private func silent() throws -> [Due] {
        var filter = Filter()
        filter.day = day
        let conditions = try ResolvedFilter(filter, db: db, today: today)
        var silent: [Due] = []
        func take(_ id: RecordID, _ heard: LastHeard?, _ grade: Grade?) throws {
            guard let heard, heard.day < limit.description, grade != .no else { return }
            silent.append(try due(.notHeard, id, heard))
        }
        _ = try Listing.units.each(conditions, after: nil, db) { unit in
            if unit.standing != .rejected { try take(unit.id, unit.lastHeard, unit.grade) }
        }
        _ = try Listing.officials.each(conditions, after: nil, db) { official in
            if official.standing == .rejected { return }
            for post in official.posts { try take(post.id, post.lastHeard, post.grade) }
        }
        _ = try Listing.enrollments(withCitations: false).each(conditions, after: nil, db) { enrollment in
            if enrollment.standing != .rejected {
                try take(enrollment.id, enrollment.lastHeard, enrollment.grade)
            }
        }
        return silent.sorted { ($0.lastHeard!.day, $0.record.id) < ($1.lastHeard!.day, $1.record.id) }
    }

    private func uncaptured() throws -> [Due] {
        let query: SQL = "SELECT id, url FROM source WHERE captured IS NULL AND sha256 IS NULL ORDER BY id"
        return try query.all(db) { row in try due(.notCaptured, row.id(.source), note: row.next()) }
    }

    private func due(_ kind: DueKind, _ id: RecordID, _ heard: LastHeard? = nil, note: String? = nil) throws -> Due {
        Due(
            kind: kind, record: NamedRecord(id: id, name: try RecordTitles(db: db).title(id)), lastHeard: heard,
            note: note)
    }
}
