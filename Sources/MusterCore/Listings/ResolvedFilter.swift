import GRDB
import MusterValues

/// A filter with its names resolved to ids, as SQL conditions with named arguments.
struct ResolvedFilter {
    let filter: Filter
    let region: String?
    let country: String?
    let bloc: String?
    let district: String?
    let programme: Int64?
    let unit: Int64?
    let official: Int64?
    /// The day for which membership of a bloc is read; nil if the filter names no bloc.
    let blocDay: String?

    init(_ filter: Filter, db: Database, today: @autoclosure () -> Day) throws {
        let resolver = Resolver(db: db)
        self.filter = filter
        region = try filter.region.map { try resolver.resolve($0, among: [.region]).code! }
        programme = try filter.programme.map { try resolver.resolve($0, among: [.programme]).number }
        unit = try filter.unit.map { try resolver.resolve($0, among: [.unit]).number }
        official = try filter.official.map { try resolver.resolve($0, among: [.official]).number }
        (country, bloc) = try Self.neighbour(filter.borders, db)
        blocDay = bloc == nil ? nil : (filter.day ?? today()).description
        district = try filter.federalDistrict.map { try Self.federalDistrict($0, db) }
        if filter.sea, filter.borders == nil {
            throw MusterError.usage("borders at sea count only in a question about borders", fix: .giveToo(.borders))
        }
        try Filter.check(limit: filter.limit)
    }

    /// Whether the filter has any condition besides a standing, a day or a limit.
    var isNarrowed: Bool {
        region != nil || district != nil || country != nil || bloc != nil || programme != nil || unit != nil
            || official != nil || filter.state != nil
    }

    /// The condition on a column of standings; nil if the filter has no standing. Most rows have the same standing, so
    /// its index helps only if nothing else narrows the listing; otherwise a plus sign keeps SQLite from using it.
    func hasStanding(_ column: String) -> String? {
        guard filter.standing != nil else { return nil }
        return "\(isNarrowed ? "+" : "")\(column) = :standing"
    }

    /// The rows of a query that uses the conditions' named arguments.
    func fetchAll(_ db: Database, _ sql: String) throws -> [Row] {
        try Row.fetchAll(db, sql: sql, arguments: arguments(of: sql))
    }

    /// The rows of a query that uses the conditions' named arguments, each read as soon as SQLite reaches it.
    func read<Element>(
        _ db: Database, _ sql: String, _ read: (inout RowReader) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try db.makeStatement(sql: sql).eachRow(arguments(of: sql)) { elements.append(try read(&$0)) }
        return elements
    }

    /// Reads parts of records, such as citations, and sorts them by the number of the record that owns them.
    ///
    /// The query must return that number as its first column, and must take the owners' numbers from the JSON array
    /// `:ids`. `read` is given the owner's number and reads the other columns.
    func readByOwner<Element>(
        _ db: Database, _ sql: String, ids: [Int64], _ read: (inout RowReader, Int64) throws -> Element
    ) throws -> [Int64: [Element]] {
        var elements: [Int64: [Element]] = [:]
        // The rows of one owner mostly come together, so the dictionary is accessed only when the owner changes.
        var last: (owner: Int64, own: [Element])?
        func file() {
            if let last { elements[last.owner, default: []] += last.own }
        }
        try db.makeStatement(sql: sql).eachRow(arguments(of: sql, ids: ids)) { row in
            let owner: Int64 = try row.next()
            let element = try read(&row, owner)
            if last?.owner == owner {
                last?.own.append(element)
            } else {
                file()
                last = (owner, [element])
            }
        }
        file()
        return elements
    }

    /// The named arguments that an SQL text uses; GRDB refuses any others.
    func arguments(of sql: String, ids: [Int64] = []) -> StatementArguments {
        let all: [(String, (any DatabaseValueConvertible)?)] = [
            ("region", region), ("district", district), ("country", country), ("bloc", bloc),
            ("blocDay", blocDay), ("programme", programme), ("unit", unit), ("official", official),
            ("standing", filter.standing?.rawValue), ("day", filter.day?.description), ("limit", filter.limit ?? -1),
            ("ids", "[\(ids.map(String.init).joined(separator: ","))]"),
        ]
        var words: Set<Substring> = []
        for part in sql.split(separator: ":").dropFirst() {
            words.insert(part.prefix { $0.isASCII && $0.isLetter })
        }
        return StatementArguments(Dictionary(uniqueKeysWithValues: all.filter { words.contains(Substring($0.0)) }))
    }

    /// The condition that a column of region codes is in the filter's regions; nil if the filter names none.
    func inRegions(_ column: String) -> String? {
        var sets: [String] = []
        if region != nil {
            sets.append(
                "SELECT code FROM region WHERE code = :region UNION ALL SELECT code FROM region WHERE parent = :region")
        }
        if filter.federalDistrict != nil {
            sets.append(
                """
                SELECT code FROM region WHERE federal_district = :district UNION ALL \
                SELECT d.code FROM region r JOIN region d ON d.parent = r.code WHERE r.federal_district = :district
                """)
        }
        if country != nil || bloc != nil {
            let land = filter.sea ? "" : " AND n.border = 'land'"
            let member = """
                n.country IN (SELECT country FROM bloc_member \
                WHERE bloc = :bloc AND since <= :blocDay AND (until IS NULL OR until >= :blocDay))
                """
            let borders = (country == nil ? member : "n.country = :country") + land
            sets.append(
                """
                SELECT n.region_code FROM foreign_neighbour n WHERE \(borders) UNION ALL \
                SELECT d.code FROM foreign_neighbour n JOIN region d ON d.parent = n.region_code WHERE \(borders)
                """)
        }
        if sets.isEmpty { return nil }
        return sets.map { "\(column) IN (\($0))" }.joined(separator: " AND ")
    }

    private static func neighbour(_ text: String?, _ db: Database) throws -> (country: String?, bloc: String?) {
        guard let text else { return (nil, nil) }
        let name = text.uppercased()
        if try db.one(Bool.self, "SELECT EXISTS (SELECT 1 FROM bloc_member WHERE bloc = ?)", arguments: [name]) {
            return (nil, name)
        }
        if try db.one(Bool.self, "SELECT EXISTS (SELECT 1 FROM foreign_neighbour WHERE country = ?)", arguments: [name])
        {
            return (name, nil)
        }
        let known = try String.fetchAll(
            db,
            sql:
                "SELECT DISTINCT bloc FROM bloc_member UNION ALL SELECT DISTINCT country FROM foreign_neighbour ORDER BY 1"
        )
        throw MusterError.outside(list: "neighbour or bloc on the register", value: text, allowed: known)
    }

    private static func federalDistrict(_ text: String, _ db: Database) throws -> String {
        let known = try String.fetchAll(
            db,
            sql:
                "SELECT DISTINCT federal_district FROM region WHERE federal_district IS NOT NULL ORDER BY federal_district"
        )
        guard let district = known.first(where: { Text.folded($0) == Text.folded(text) }) else {
            throw MusterError.outside(list: "federal district on the register", value: text, allowed: known)
        }
        return district
    }
}
