import GRDB
import MusterValues

/// Reads what is due from the store.
struct DueReader {
    let db: Database
    let day: Day
    /// What was last heard of before this day is due.
    let limit: Day
    let today: Day

    /// A record that is due, before its name is read.
    private struct Found {
        let kind: DueKind
        let id: RecordID
        var heard: LastHeard?
        var note: String?
        var until: Day?
    }

    func all() throws -> [Due] {
        try (needingWork() + plansPassed() + overdue() + silent(first: .max).found + uncaptured()).map(named)
    }

    /// What is due by kind, in the order of `all`: the number, and the first of them.
    func groups(first: Int) throws -> [DueGroup] {
        let (work, plans, over) = (try needingWork(), try plansPassed(), try overdue())
        let (silent, copies) = (try silent(first: first), try uncaptured())
        let groups: [(DueKind, Int, [Found])] = [
            (.needsWork, work.count, work), (.planPassed, plans.count, plans), (.termOver, over.count, over),
            (.notHeard, silent.count, silent.found), (.notCaptured, copies.count, copies),
        ]
        return try groups.filter { $0.1 > 0 }.map { kind, count, found in
            DueGroup(kind: kind, count: count, first: try found.prefix(first).map(named))
        }
    }

    private func needingWork() throws -> [Found] {
        try RecordKind.allCases.filter { $0.field(.standing) != nil }.flatMap { kind in
            let query: SQL = """
                SELECT id, standing_note FROM \(sql: kind.name) WHERE standing = \(Standing.needsWork.rawValue) ORDER BY id
                """
            return try query.all(db) { row in Found(kind: .needsWork, id: try row.id(kind), note: try row.next()) }
        }
    }

    /// The events that were foretold and whose last day is before the day, the earliest first. One after which the same record has a
    /// fact of the same facet is left out, and an end after which it has any: that is the later word.
    private func plansPassed() throws -> [Found] {
        let (began, ended) = (Sightings.began("v"), Sightings.ended("v"))
        let ends = SQL.list(stored: Exclusion.all(.ends).map { $0.rawValue })
        let parts: [SQL] = RecordKind.withEvents.map { kind in
            let column = SQL(sql: kind.column)
            return """
                SELECT v.id, v.date, coalesce(\(ended), \(began)) AS last FROM event v WHERE v.\(column) IN (\(Self.judged(kind))) \
                AND v.standing <> 'rejected' AND coalesce(\(ended), \(began)) < \(day.description) \
                AND \(Sightings.isAfterSources("v")) AND NOT EXISTS (SELECT 1 FROM event n WHERE n.\(column) = v.\(column) \
                AND n.id <> v.id AND n.standing <> 'rejected' \
                AND (\(Sightings.began("n")) > coalesce(\(ended), \(began)) AND (n.facet = v.facet OR v.value IN \(ends)) \
                OR n.facet = v.facet AND n.value IS v.value AND coalesce(\(Sightings.ended("n")), \(Sightings.began("n"))) >= \(began)) \
                AND \(Exclusion.isFact("n", by: today)))
                """
        }
        let query: SQL = "SELECT id, date FROM (\(parts.joined(separator: " UNION ALL "))) ORDER BY last, id"
        return try query.all(db) { row in Found(kind: .planPassed, id: try row.id(.event), note: try row.next()) }
    }

    /// The enrollments whose contract has run out by the day, and of which nothing was heard since, the longest over first.
    private func overdue() throws -> [Found] {
        let query: SQL = """
            SELECT id, over FROM (SELECT e.id, \(Term.end(of: "e")) AS over FROM enrollment e \
            WHERE (e.term IS NOT NULL OR e.ends IS NOT NULL) AND e.standing <> \(Standing.rejected.rawValue)) \
            WHERE over < \(day.description) ORDER BY over, id
            """
        let ends = try query.all(db) { row in (try row.next() as Int64, try row.next() as String) }
        let states = try StatesOnRecord.all(
            of: .enrollment, ends.map(\.0), on: AskedDay(Period(day), today: today), db)
        return ends.compactMap { number, end in
            guard let state = states[number], state.grade != .no, state.lastHeard.map({ $0.day <= end }) ?? true else {
                return nil
            }
            return Found(
                kind: .termOver, id: RecordID(.enrollment, number), heard: state.lastHeard, note: "until \(end)",
                until: Day(end))
        }
    }

    /// What was not heard of, the longest silent first. Only the first of them are kept: a large register may have very many.
    private func silent(first: Int) throws -> (count: Int, found: [Found]) {
        var filter = Filter()
        filter.day = day
        let conditions = try ResolvedFilter(filter, db: db, today: today)
        var (count, silent): (Int, [(id: RecordID, heard: LastHeard)]) = (0, [])
        func keepFirst() {
            silent.sort { ($0.heard.day, $0.id) < ($1.heard.day, $1.id) }
            if silent.count > first { silent.removeLast(silent.count - first) }
        }
        for kind in RecordKind.withEvents {
            let numbers = try Self.judged(kind).all(db) { row in try row.next() as Int64 }
            // A batch keeps the events of a large register from being in memory at once.
            for start in stride(from: 0, to: numbers.count, by: 500) {
                let batch = Array(numbers[start..<min(start + 500, numbers.count)])
                for (number, state) in try StatesOnRecord.withPeople(of: kind, batch, conditions, db) {
                    guard let heard = state.lastHeard, heard.day < limit.description, state.grade != .no else {
                        continue
                    }
                    count += 1
                    silent.append((RecordID(kind, number), heard))
                }
                if silent.count / 2 > first { keepFirst() }
            }
        }
        keepFirst()
        return (count, silent.map { Found(kind: .notHeard, id: $0.id, heard: $0.heard) })
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

    private func uncaptured() throws -> [Found] {
        let query: SQL = "SELECT id, url FROM source WHERE captured IS NULL AND sha256 IS NULL ORDER BY id"
        return try query.all(db) { row in Found(kind: .notCaptured, id: try row.id(.source), note: try row.next()) }
    }

    private func named(_ found: Found) throws -> Due {
        let name = try RecordTitles(db: db).title(found.id)
        return Due(
            kind: found.kind, record: NamedRecord(id: found.id, name: name), lastHeard: found.heard, note: found.note,
            until: found.until)
    }
}
