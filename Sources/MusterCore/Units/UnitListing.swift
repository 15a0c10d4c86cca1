import GRDB
public import MusterValues

/// A unit as a listing shows it.
public struct ListedUnit: ListingRow {
    /// Its short id.
    public let id: RecordID
    /// Its designation; nil for an unnamed unit.
    public let designation: String?
    /// How it is named.
    public let kind: UnitKind
    /// Its region's code; nil if it has none.
    public let region: String?
    /// Its region's name.
    public let regionName: String?
    /// Its programme's name.
    public let programme: String?
    /// Its form: the newest, or all possible ones on the day asked about.
    public let form: String?
    /// Its status: the newest, or all possible ones on the day asked about.
    public let status: String?
    /// Its number of people as sources have it: the newest, or all possible ones on the day asked about.
    public let strength: String?
    /// How certainly the state asked for held on the day asked about; nil if no state on a day was asked for.
    public let certainty: Certainty?
    /// The place in the order of founding claimed for it.
    public let ordinal: Int?
    /// The people on record as having joined, or as being in it on the day asked about.
    public let people: Headcount
    /// The registry's judgement.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns = [
        "id", "designation", "kind", "region", "region_name", "programme", "form", "status", "strength", "certainty",
        "ordinal", "people", "standing",
    ]

    /// The columns that a table for people leaves out.
    public static let detailColumns: Set<String> = ["kind", "region_name", "ordinal"]

    /// The values in the order of the columns.
    public var cells: [String?] {
        [
            id.description, designation, kind.words, region, regionName, programme, form?.spaced, status?.spaced,
            strength, certainty?.rawValue, ordinal.map(String.init), people.words, standing.words,
        ]
    }
}

extension Registry {
    /// The units that a filter leaves, by region, designation and id.
    ///
    /// - Throws: `MusterError` for a region, programme, unit, official or state that is not known.
    public func units(_ filter: Filter = Filter()) throws(MusterError) -> [ListedUnit] {
        try read { db in try ListedUnit.all(ResolvedFilter(filter, db: db, today: today), db) }
    }
}

extension ListedUnit {
    static func all(_ conditions: ResolvedFilter, _ db: Database) throws -> [ListedUnit] {
        let query = try UnitQuery(conditions)
        let people = try query.headcounts(db)
        return try conditions.fetchAll(db, query.sql).map {
            try ListedUnit(row: $0, people: people[try $0.get("id")] ?? .none)
        }
    }

    private init(row: Row, people: Headcount) throws {
        id = RecordID(.unit, try row.get("id"))
        designation = try row.get("designation")
        kind = try row.list("kind", UnitKind.self)
        region = try row.get("region_code")
        regionName = try row.get("region_name")
        programme = try row.get("programme")
        form = try row.get("form")
        status = try row.get("status")
        strength = try row.get("strength")
        certainty = (try row.get("certainty") as Int?).map(Certainty.init(rank:))
        ordinal = try row.get("ordinal")
        self.people = people
        standing = try row.list("standing", Standing.self)
    }
}

/// The SQL of the units listing.
struct UnitQuery {
    let conditions: ResolvedFilter
    private let state: (facet: String, value: String)?
    private var onDay: Bool { conditions.filter.day != nil }

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

    /// How certainly the unit was in the state on the day; nil if no state on a day is asked for.
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
        SELECT u.id, n.text AS designation, u.kind, u.region_code, r.text AS region_name, p.text AS programme, u.ordinal, \
        u.standing, \(shown("form")) AS form, \(shown("status")) AS status, \
        \(shown("strength")) AS strength, \(certainty ?? "NULL") AS certainty \
        FROM unit u LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
        LEFT JOIN name r ON r.region_code = u.region_code AND r.nature = 'primary' \
        LEFT JOIN name p ON p.programme_id = u.programme_id AND p.nature = 'primary' \
        WHERE \(condition) ORDER BY u.region_code IS NULL, u.region_code, designation, u.id LIMIT :limit
        """
    }

    /// The numbers of people of the units listed.
    var headcountSQL: String {
        HeadcountQuery(onDay: onDay).sql(
            by: "e.unit_id", from: "unit u JOIN enrollment e ON e.unit_id = u.id", where: condition)
    }

    func headcounts(_ db: Database) throws -> [Int64: Headcount] {
        let rows = try conditions.fetchAll(db, headcountSQL)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("key"), try Headcount(row: $0)) })
    }
}
