import GRDB
public import MusterValues

/// A unit as a listing shows it.
public struct ListedUnit: ListingRow {
    /// Its short id.
    public let id: RecordID
    /// Its designation; nil for an unnamed unit.
    public let name: String?
    /// The way it is named.
    public let kind: UnitKind
    /// Its region; nil if none is stated.
    public let region: NamedRegion?
    /// Its programme; nil if none is stated.
    public let programme: NamedRecord?
    /// The unit that it is part of; nil if it is not a subunit.
    public let partOf: NamedRecord?
    /// The place in the order of founding that a source claims for it; nil if none does.
    public let ordinal: Int?
    /// Its form: the newest, or every one possible on the day asked about.
    public let forms: [UnitForm]
    /// Its status: the newest, or every one possible on the day asked about.
    public let statuses: [UnitStatus]
    /// Its number of people as sources state it: the newest, or every one possible on the day asked about.
    public let strengths: [Strength]
    /// The certainty that it had the state asked for on the day asked about; nil unless both are asked for.
    public let certainty: Certainty?
    /// The people on record as having joined, or those in the unit on the day asked about.
    public let people: Headcount
    /// The registry's verdict on it.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns: [Column<ListedUnit>] = [
        Column("id") { .record($0.id) },
        Column("designation") { $0.name.map(Value.text) },
        Column(.kind, isDetail: true) { .list($0.kind) },
        Column(.region) { ($0.region?.code).map(Value.text) },
        Column("region_name", isDetail: true) { ($0.region?.name).map(Value.text) },
        Column(.programme) { ($0.programme?.name).map(Value.text) },
        Column("form") { .alternatives($0.forms) },
        Column("status") { .alternatives($0.statuses) },
        Column("strength") { $0.strength },
        Column("certainty") { $0.certainty.map { .word($0.rawValue) } },
        Column(.ordinal, isDetail: true) { $0.ordinal.map { .number(Int64($0)) } },
        Column("people") { .people($0.people) },
        Column(.standing) { .list($0.standing) },
    ]

    /// The strengths joined by "or"; nil if there are none.
    var strength: Value? {
        strengths.isEmpty ? nil : .several(strengths.map { .text($0.words) }, separator: " or ")
    }
}

extension Registry {
    /// The units that match a filter, by region, designation and id.
    ///
    /// - Throws: `MusterError` for an unknown region, programme, unit, official or state.
    public func units(_ filter: Filter = Filter()) throws(MusterError) -> [ListedUnit] {
        try read { db in try ListedUnit.all(ResolvedFilter(filter, db: db, today: today), db) }
    }
}

extension ListedUnit {
    static func all(_ conditions: ResolvedFilter, _ db: Database) throws -> [ListedUnit] {
        let query = try UnitQuery(conditions)
        let people = try query.headcounts(db)
        let regions = try RegionNames(db)
        return try conditions.read(db, query.sql) { row in
            let id = try row.id(.unit)
            return try ListedUnit(
                id: id, name: row.next(), kind: row.list(), region: row.region(in: regions),
                programme: row.record(.programme), partOf: row.record(.unit), ordinal: row.next(),
                forms: row.states(onDay: query.onDay), statuses: row.states(onDay: query.onDay),
                strengths: row.strengths(), certainty: row.certainty(), people: people[id.number] ?? .none,
                standing: row.list())
        }
    }
}

extension RowReader {
    /// The next column as strengths, ordered by their words.
    fileprivate mutating func strengths() throws -> [Strength] {
        try array([Int?].self).map { ends in
            guard ends.count == 2, let least = ends[0] else { throw unreadable() }
            return Strength(least: least, most: ends[1])
        }.sorted { $0.words < $1.words }
    }
}

/// The SQL of the units listing.
struct UnitQuery {
    let conditions: ResolvedFilter
    private let state: (facet: String, value: String)?
    /// True if the filter has a day.
    var onDay: Bool { conditions.filter.day != nil }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        state = try conditions.filter.state.map { text in
            let stored = try EventValue(typed: text, to: .unit).stored
            guard let value = stored.value else {
                throw MusterError.usage("a unit is asked for by its status or form; a strength is no state")
            }
            return (stored.facet, value)
        }
    }

    private func states(_ facet: String) -> StateQuery { StateQuery(kind: .unit, facet: facet, subject: "u.id") }
    private func shown(_ facet: String) -> String { onDay ? states(facet).possibleValues : states(facet).newestValue }

    /// The certainty that the unit had the state on the day; nil unless both are asked for.
    private var certainty: String? {
        state.flatMap { onDay ? states($0.facet).certainty(of: "'\($0.value)'") : nil }
    }

    /// The condition on unit `u`.
    var condition: String {
        var parts = ["u.id > 0"]
        if let regions = conditions.inRegions("u.region_code") { parts.append(regions) }
        if conditions.programme != nil { parts.append("u.programme_id = :programme") }
        if conditions.unit != nil { parts.append("u.id = :unit") }
        if let standing = conditions.hasStanding("u.standing") { parts.append(standing) }
        if conditions.official != nil {
            let inUnit = onDay ? " AND \(HeadcountQuery(onDay: true).isPossible)" : ""
            parts.append("u.id IN (SELECT e.unit_id FROM enrollment e WHERE e.official_id = :official\(inUnit))")
        }
        if let state {
            parts.append(
                "u.id IN (SELECT unit_id FROM event WHERE facet = '\(state.facet)' AND value = '\(state.value)')")
            if let certainty {
                parts.append("\(certainty) > 0")
            } else {
                parts.append("\(states(state.facet).newestValue) = '\(state.value)'")
            }
        }
        return parts.joined(separator: " AND ")
    }

    /// The listing itself.
    var sql: String {
        """
        SELECT u.id, n.text AS designation, u.kind, u.region_code, u.programme_id, p.text AS programme, u.part_of, \
        w.text AS whole, u.ordinal, \(shown("form")) AS form, \(shown("status")) AS status, \
        \(states("strength").ranges(onDay: onDay)) AS strength, \(certainty ?? "NULL") AS certainty, u.standing \
        FROM unit u LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
        LEFT JOIN name p ON p.programme_id = u.programme_id AND p.nature = 'primary' \
        LEFT JOIN name w ON w.unit_id = u.part_of AND w.nature = 'primary' \
        WHERE \(condition) ORDER BY u.region_code IS NULL, u.region_code, designation, u.id LIMIT :limit
        """
    }

    /// The counts of people for the listed units.
    var headcountSQL: String {
        HeadcountQuery(onDay: onDay).sql(
            by: "e.unit_id", from: "unit u JOIN enrollment e ON e.unit_id = u.id", where: condition)
    }

    func headcounts(_ db: Database) throws -> [Int64: Headcount] {
        let rows = try conditions.fetchAll(db, headcountSQL)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("key"), try Headcount(row: $0)) })
    }
}
