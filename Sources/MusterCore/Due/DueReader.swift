import GRDB
import MusterValues

/// Reads what is due from the store.
struct DueReader {
    let db: Database
    let day: Day
    /// What was last heard of before this day is due.
    let limit: Day
    let today: Day

    func all() throws -> [Due] { try needingWork() + overdue() + silent() + uncaptured() }

    private func needingWork() throws -> [Due] {
        try RecordKind.allCases.filter { $0.field(.standing) != nil }.flatMap { kind in
            let query: SQL = """
                SELECT id, standing_note FROM \(sql: kind.name) WHERE standing = \(Standing.needsWork.rawValue) ORDER BY id
                """
            return try query.all(db) { row in try due(.needsWork, row.id(kind), note: row.next()) }
        }
    }

    /// The enrollments whose contract has run out by the day, and of which nothing was heard since, the longest over first.
    private func overdue() throws -> [Due] {
        let query: SQL = """
            SELECT id, over FROM (SELECT e.id, \(Term.end(of: "e")) AS over FROM enrollment e \
            WHERE (e.term IS NOT NULL OR e.ends IS NOT NULL) AND e.standing <> \(Standing.rejected.rawValue)) \
            WHERE over < \(day.description) ORDER BY over, id
            """
        let ends = try query.all(db) { row in (try row.next() as Int64, try row.next() as String) }
        let states = try StatesOnRecord.all(
            of: .enrollment, ends.map(\.0), on: AskedDay(Period(day), today: today), db)
        return try ends.compactMap { number, end in
            guard let state = states[number], state.grade != .no, state.lastHeard.map({ $0.day <= end }) ?? true else {
                return nil
            }
            return try due(
                .termOver, RecordID(.enrollment, number), state.lastHeard, note: "until \(end)", until: Day(end))
        }
    }

    private func silent() throws -> [Due] {
        var filter = Filter()
        filter.day = day
        let conditions = try ResolvedFilter(filter, db: db, today: today)
        var silent: [(id: RecordID, heard: LastHeard)] = []
        for kind in RecordKind.withEvents {
            let numbers = try Self.judged(kind).all(db) { row in try row.next() as Int64 }
            // A batch keeps the events of a large register from being in memory at once.
            for start in stride(from: 0, to: numbers.count, by: 500) {
                let batch = Array(numbers[start..<min(start + 500, numbers.count)])
                for (number, state) in try StatesOnRecord.withPeople(of: kind, batch, conditions, db) {
                    guard let heard = state.lastHeard, heard.day < limit.description, state.grade != .no else {
                        continue
                    }
                    silent.append((RecordID(kind, number), heard))
                }
            }
        }
        return try silent.sorted { ($0.heard.day, $0.id) < ($1.heard.day, $1.id) }.map { try due(.notHeard, $0, $1) }
    }

    /// The numbers of the records that are not judged wrong, nor is the official who holds a post.
    private static func judged(_ kind: RecordKind) -> SQL {
        let holder: SQL =
            kind != .post
            ? "" : " AND official_id NOT IN (SELECT id FROM official WHERE standing = \(Standing.rejected.rawValue))"
        return """
            SELECT id FROM \(sql: kind.name) WHERE standing <> \(Standing.rejected.rawValue)\(holder) ORDER BY id
            """
    }

    private func uncaptured() throws -> [Due] {
        let query: SQL = "SELECT id, url FROM source WHERE captured IS NULL AND sha256 IS NULL ORDER BY id"
        return try query.all(db) { row in try due(.notCaptured, row.id(.source), note: row.next()) }
    }

    private func due(
        _ kind: DueKind, _ id: RecordID, _ heard: LastHeard? = nil, note: String? = nil, until: Day? = nil
    ) throws -> Due {
        Due(
            kind: kind, record: NamedRecord(id: id, name: try RecordTitles(db: db).title(id)), lastHeard: heard,
            note: note, until: until)
    }
}
