import GRDB
import MusterValues

/// The tables of units and names as they were on the day that is asked about.
///
/// Where statements say when a unit was in a region, in a programme or in another unit, or when a unit or a person had a name,
/// the tables `unit` and `name` of the connection are hidden behind views that show what was so on the day. Every query then
/// runs unchanged. Without such statements nothing is made.
///
/// The views last until the end of the transaction, which must be rolled back: `Store.read` does that.
struct DayTables {
    let db: Database
    let day: AskedDay

    /// True if the units of the connection have the regions of a day, which `place_then` lists: the columns `unit_id`,
    /// `region_code` and `rank`, with a row for each region in which a unit may have been. Units of which no statement tells a time are
    /// not in it.
    static func hasPlaces(_ db: Database) throws -> Bool { try isThere("place_then", db) }

    /// A unit of which it is open on the day, or changed in the period, in which programme or unit it was; nil if there is none.
    static func open(_ field: FieldName, _ db: Database) throws -> RecordID? {
        guard try isThere("doubt_then", db) else { return nil }
        let sql = "SELECT min(unit_id) FROM temp.doubt_then WHERE field = ?"
        return try Int64.fetchOne(db, sql: sql, arguments: [field.rawValue]).map { RecordID(.unit, $0) }
    }

    /// The units of which statements say when they had their values, by number; empty if no tables were made.
    static func moved(_ db: Database) throws -> Set<Int64> {
        guard try isThere("moved_then", db) else { return [] }
        return try Set(Int64.fetchAll(db, sql: "SELECT id FROM temp.moved_then"))
    }

    /// Makes the views for a day; once in a transaction, whose questions are all about one day.
    static func make(for day: AskedDay, _ db: Database) throws {
        guard let period = day.given, try !isThere("unit_then", db), try !isThere("name_then", db) else { return }
        let reader = try DatedReader(db)
        if reader.isEmpty { return }
        let tables = DayTables(db: db, day: day)
        try tables.makeUnits(reader, on: period.last)
        try tables.makeNames(reader, on: period.last)
    }

    /// Shows units and names as they are on record again, for what is read later in the transaction. The regions of the day
    /// can still be asked for.
    static func hide(_ db: Database) throws {
        for table in ["unit", "name"] where try isThere("\(table)_then", db) {
            try db.execute(sql: "DROP VIEW temp.\(table)")
            if let before = try String.fetchOne(db, sql: "SELECT sql FROM temp.\(table)_before") {
                try db.execute(sql: "CREATE TEMP VIEW \(table) AS \(before)")
            }
        }
    }

    /// Removes the tables of a day that are hidden already, so that another day can be asked about in the same read.
    static func drop(_ db: Database) throws {
        for table in ["unit_then", "moved_then", "doubt_then", "place_then", "name_then", "unit_before", "name_before"]
        {
            try db.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
        }
    }

    private static func isThere(_ table: String, _ db: Database) throws -> Bool {
        try db.one(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM temp.sqlite_master WHERE name = ?)", arguments: [table])
    }

    private func makeUnits(_ reader: DatedReader, on last: Day) throws {
        let units = try reader.units()
        if units.isEmpty { return }
        var (rows, places, doubts): ([[DatabaseValue]], [[DatabaseValue]], [[DatabaseValue]]) = ([], [], [])
        let wholes = try wholes(of: units, on: last)
        for (id, unit) in units.sorted(by: { $0.key < $1.key }) {
            rows.append([
                id.databaseValue, unit.region.shown(on: last).databaseValue,
                unit.programme.shown(on: last).databaseValue, (wholes[id] ?? nil).databaseValue,
            ])
            for (field, isOpen) in [
                (FieldName.programme, unit.programme.isOpen(day)), (.partOf, unit.whole.isOpen(day)),
            ] where isOpen {
                doubts.append([id.databaseValue, field.rawValue.databaseValue])
            }
            if unit.region.dated.isEmpty { continue }
            let regions = unit.region.ranks(day)
            for (region, rank) in regions.sorted(by: { $0.key < $1.key }) {
                places.append([id.databaseValue, region.databaseValue, rank.databaseValue])
            }
            // A unit in no region that is known is in the table, too, so that it is not taken to be in its newest one.
            if regions.isEmpty { places.append([id.databaseValue, .null, 0.databaseValue]) }
        }
        try table("moved_then", ["id", "region_code", "programme_id", "part_of"], rows)
        if !doubts.isEmpty { try table("doubt_then", ["unit_id", "field"], doubts) }
        if !places.isEmpty { try table("place_then", ["unit_id", "region_code", "rank"], places) }
        try replace(
            "unit", by: ["region_code", "programme_id", "part_of"], from: "moved_then",
            indices: ["id", "region_code", "programme_id", "part_of"])
    }

    /// The units that units were inside of, by unit. Where statements about one day lead in a circle, the unit that is looked at
    /// first is in none.
    private func wholes(of units: [Int64: DatedReader.Unit], on last: Day) throws -> [Int64: Int64?] {
        var wholes = units.mapValues { $0.whole.shown(on: last) }
        for start in units.keys.sorted() {
            var (seen, next): (Set<Int64>, Int64?) = ([start], wholes[start] ?? nil)
            while let unit = next {
                if !seen.insert(unit).inserted {
                    wholes[start] = .some(nil)
                    break
                }
                next =
                    try wholes[unit]
                    ?? Int64.fetchOne(
                        db.cachedStatement(sql: "SELECT part_of FROM unit WHERE id = ?"), arguments: [unit])
            }
        }
        return wholes
    }

    private func makeNames(_ reader: DatedReader, on last: Day) throws {
        var rows: [[DatabaseValue]] = []
        for names in try reader.names() {
            guard let then = names.shown(on: last), let primary = names.concluded, then != primary else { continue }
            rows.append([then.databaseValue, NameNature.primary.rawValue.databaseValue])
            rows.append([primary.databaseValue, NameNature.alias.rawValue.databaseValue])
        }
        if rows.isEmpty { return }
        try table("name_then", ["id", "nature"], rows)
        let columns = try columns(of: "name").map {
            $0 == "nature"
                ? "coalesce((SELECT t.nature FROM temp.name_then t WHERE t.id = b.id), b.nature) AS nature" : "b.\($0)"
        }
        // A join or a copy would cost a pass over all names; with a look-up for each row the indices are still used.
        try hide("name", behind: "SELECT \(columns.joined(separator: ", ")) FROM \(base(of: "name")) b")
    }

    /// Hides a table behind a copy in which columns of some rows have other values. The copy has indices; a view that joins
    /// the two would be read whole for each row that looks for its parts.
    private func replace(_ name: String, by changed: [String], from table: String, indices: [String]) throws {
        let columns = try columns(of: name).map { column in
            changed.contains(column)
                ? "CASE WHEN t.id IS NULL THEN b.\(column) ELSE t.\(column) END AS \(column)" : "b.\(column)"
        }
        let copy = "\(name)_then"
        try db.execute(
            sql: """
                CREATE TEMP TABLE \(copy) AS SELECT \(columns.joined(separator: ", ")) FROM \(base(of: name)) b \
                LEFT JOIN temp.\(table) t ON t.id = b.id
                """)
        for column in indices { try db.execute(sql: "CREATE INDEX temp.\(copy)_\(column) ON \(copy) (\(column))") }
        try hide(name, behind: "SELECT * FROM temp.\(copy)")
    }

    private func hide(_ name: String, behind select: String) throws {
        let before = try before(name)
        try db.execute(
            sql: "CREATE TEMP TABLE \(name)_before AS SELECT * FROM (SELECT :sql AS sql) WHERE sql IS NOT NULL",
            arguments: ["sql": before])
        if before != nil { try db.execute(sql: "DROP VIEW temp.\(name)") }
        try db.execute(sql: "CREATE TEMP VIEW \(name) AS \(select)")
    }

    /// The query of the view that hides the table already, because the past is read; nil if none does.
    private func before(_ name: String) throws -> String? {
        let sql = try String.fetchOne(
            db, sql: "SELECT sql FROM temp.sqlite_master WHERE type = 'view' AND name = ?", arguments: [name])
        return sql.flatMap { sql in sql.firstRange(of: " AS ").map { String(sql[$0.upperBound...]) } }
    }

    private func base(of name: String) throws -> String { try before(name).map { "(\($0))" } ?? "main.\(name)" }

    private func columns(of name: String) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT name FROM pragma_table_info(?, 'main') ORDER BY cid", arguments: [name])
    }

    /// A temporary table with the rows and an index on its first column.
    private func table(_ name: String, _ columns: [String], _ rows: [[DatabaseValue]]) throws {
        let values = rows.map { "(\($0.map(\.sqlLiteral).joined(separator: ", ")))" }.joined(separator: ", ")
        try db.execute(
            sql:
                "CREATE TEMP TABLE \(name) AS WITH given(\(columns.joined(separator: ", "))) AS (VALUES \(values)) SELECT * FROM given"
        )
        try db.execute(sql: "CREATE INDEX temp.\(name)_key ON \(name) (\(columns[0]))")
    }
}

extension DatabaseValue {
    /// The value as SQL writes it.
    fileprivate var sqlLiteral: String {
        switch storage {
        case .null: "NULL"
        case .int64(let number): "\(number)"
        default: "'\((String.fromDatabaseValue(self) ?? "").replacing("'", with: "''"))'"
        }
    }
}
