import GRDB
import MusterValues

/// Reads numbers of people: each named official once, and the least and the most of each group. `HeadcountTally` adds them up.
///
/// Enrollments that are judged wrong, denied or unclear never count. Without a day, everyone on record as having joined
/// counts, even those who left later. With a day, those who are in the unit on that day count, by the grade of that.
struct HeadcountQuery {
    /// The day that the count is for; without one everyone on record counts.
    let day: AskedDay

    /// How many enrollments are in memory at a time.
    private static let batch = 20_000

    /// The ranks of enrollments on the day asked about as common table expressions, of which the last is `ranked`, with the columns `id`; `ever`, the
    /// rank of the grade that one counts on any day; and `rank`, that it counts on the day asked about.
    ///
    /// - Parameter enrollments: a query for their ids.
    /// - Returns: the tables, without WITH.
    func ranks(of enrollments: SQL) -> SQL {
        """
            \(InUnit(day: day).tables(of: enrollments)), \
            possible AS (SELECT in_unit.id, in_unit.rank, \(everRank) AS ever FROM in_unit CROSS JOIN enrollment e ON e.id = in_unit.id), \
            ranked AS MATERIALIZED (SELECT id, ever, CASE ever WHEN 0 THEN 0 WHEN 1 THEN min(1, rank) ELSE rank END AS rank \
            FROM possible)
        """
    }

    /// The ranks of enrollments: `ever`, that one counts on any day, and `now`, that it counts on the day asked about. One that
    /// never counts is left out.
    func ranks(ofEach enrollments: Set<Int64>, _ db: Database) throws -> [Int64: (ever: Int, now: Int)] {
        if enrollments.isEmpty { return [:] }
        let pairs = try ranks(ofEach: enrollments.sorted()).all(db) { row in
            try (row.next() as Int64, (row.next() as Int, row.next() as Int))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The query for that, with the columns `id`, `ever` and `rank`. Its text is the same whoever asks, so a connection
    /// prepares it once.
    func ranks(ofEach enrollments: [Int64]) -> SQL {
        let list = SQL.list(enrollments)
        if day.given == nil {
            // The limit keeps SQLite from working the rank out again for each place that names it.
            return """
                SELECT id, ever, ever AS rank FROM (SELECT e.id, \(everRank) AS ever FROM enrollment e WHERE e.id IN \(list) \
                LIMIT -1) WHERE ever > 0
                """
        }
        return "WITH \(ranks(of: "SELECT value AS id FROM \(list)")) SELECT id, ever, rank FROM ranked WHERE ever > 0"
    }

    /// The ranks of the grades that enrollments had one of some states, as common table expressions, of which the last has the name that is
    /// given and the columns `id` and `rank`. Who was not in the unit at all was in it in no state.
    ///
    /// - Parameters:
    ///   - enrollments: a query for their ids.
    ///   - states: the states.
    ///   - name: the name of the last table.
    /// - Returns: the tables, without WITH.
    func ranks(of enrollments: SQL, in states: [EnrollmentState], named name: SQL) -> SQL {
        let inside = states.filter { EnrollmentState.inUnit.contains($0) }
        let outside = states.filter { !EnrollmentState.inUnit.contains($0) }
        func seen(_ states: [EnrollmentState], _ table: SQL) -> SQL {
            StateQuery(.enrollment, "state", on: day)
                .grades("IN (\(enrollments))", .any(states.map(\.rawValue)), named: table)
        }
        if inside.isEmpty {
            return "\(seen(outside, "\(name)_seen")), \(name) AS (SELECT subject AS id, rank FROM \(name)_seen)"
        }
        let within: SQL = """
            SELECT ranked.id AS id, CASE WHEN ranked.rank = 0 THEN 0 ELSE \(name)_seen.rank END AS rank FROM \(name)_seen \
            JOIN ranked ON ranked.id = \(name)_seen.subject
            """
        let tables: SQL = "\(seen(inside, "\(name)_seen")), \(ranks(of: enrollments))"
        if outside.isEmpty { return "\(tables), \(name) AS (\(within))" }
        return """
            \(tables), \(seen(outside, "\(name)_gone")), \(name) AS (SELECT id, max(rank) AS rank FROM (\(within) \
            UNION ALL SELECT subject, rank FROM \(name)_gone) GROUP BY id)
            """
    }

    /// The rank of the grade that enrollment `e` counts at all, on any day: 0 if it is judged wrong, denied or unclear, and 1
    /// if it may be denied or unclear, or was only foretold.
    var everRank: SQL {
        let counted = EnrollmentState.allCases.filter { !EnrollmentState.uncounted.contains($0) }.map(\.rawValue)
        let now = AskedDay(nil, today: day.today)
        let newest = StateQuery(.enrollment, "state", on: now).grade(of: "e.id", .any(counted))
        let foretold = Sightings.isAfterSources("x")
        // The inner tests are a few index probes; the newest state is worked out only for the few enrollments that fail the first.
        // An enrollment with every state rejected has no newest state, and does not count.
        return """
            (CASE WHEN e.standing = 'rejected' OR e.unit_id IN (SELECT id FROM unit WHERE standing = 'rejected') \
            OR e.official_id IN (SELECT id FROM official WHERE standing = 'rejected') THEN 0 \
            WHEN NOT EXISTS (SELECT 1 FROM event x WHERE x.enrollment_id = e.id AND x.facet = 'state' \
            AND (x.value IN \(SQL.list(EnrollmentState.uncounted)) OR x.standing = 'rejected' \
            OR x.earliest > \(day.today.description))) THEN CASE WHEN NOT EXISTS (SELECT 1 FROM event x \
            WHERE x.enrollment_id = e.id AND x.facet = 'state') OR EXISTS (SELECT 1 FROM event x \
            WHERE x.enrollment_id = e.id AND x.facet = 'state' AND NOT \(foretold)) THEN 3 ELSE 1 END \
            ELSE \(newest) END)
            """
    }

    /// The counts of enrollments `e` by a key.
    ///
    /// - Parameters:
    ///   - key: an SQL expression over the joined tables; what it gives no value for is left out.
    ///   - tables: the text after FROM; it must name `enrollment e`.
    ///   - condition: the condition on the enrollments.
    ///   - cap: the rank of the grade that its key is an enrollment's own; it counts by no greater one.
    ///   - total: a key under which everybody counts too, also where the expression gives no value; nil for none.
    ///   - db: the registry.
    ///   - read: reads the key.
    ///   - use: takes each enrollment that counts on some day, with the rank by which it counts under the key on the day asked about.
    /// - Returns: the counts by key; a key without people who count is left out.
    /// - Throws: `MusterError.unreadable` for numbers that cannot be added up.
    func counts<Key: Hashable>(
        by key: SQL, from tables: SQL, where condition: SQL, cap: SQL = "3", total: Key? = nil,
        _ db: Database, _ read: (inout RowReader) throws -> Key?, ranked use: (Int64, Int) -> Void = { _, _ in }
    ) throws -> [Key: Headcount] {
        let asked: SQL = """
            SELECT \(key) AS key, e.id, e.official_id, e.group_least, e.group_most, \(cap) AS cap \
            FROM \(tables) WHERE \(condition)
            """
        var tally = HeadcountTally<Key>()
        // A group that never counts can still tell that two others may be the same.
        var groups: Set<Int64> = []
        var waiting: [HeadcountTally<Key>.Person] = []
        func addUp() throws {
            // Whoever is in a subunit is asked about under the whole unit too.
            let ranks = try ranks(ofEach: Set(waiting.map(\.id)), db)
            for person in waiting {
                guard let rank = ranks[person.id] else { continue }
                tally.add(person, rank: rank.now)
                use(person.id, min(person.cap, rank.now))
            }
            waiting.removeAll(keepingCapacity: true)
        }
        try asked.each(db) { row in
            let key = try read(&row)
            guard let first = key ?? total else { return }
            let person = try HeadcountTally.Person(under: first, &row)
            if let total, key != nil { waiting.append(person.under(total)) }
            if person.group != nil { groups.insert(person.id) }
            waiting.append(person)
            if waiting.count >= Self.batch { try addUp() }
        }
        try addUp()
        return try tally.counts(GroupsApart(groups, self, db))
    }
}
