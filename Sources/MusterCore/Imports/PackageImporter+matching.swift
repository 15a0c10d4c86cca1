import GRDB
public import MusterValues

extension PackageImporter {
    /// The number of the record on the register that a row is; nil if it has none.
    ///
    /// - Throws: `MusterError.badFile` for an official of a name that is on the register with other posts: a person must decide.
    func twin(of row: PackageRow, in table: String, named name: String?, holding posts: Set<String>) throws -> Int64? {
        let values = try renumbered(row, of: tables[table]!, isKnown: false)
        switch table {
        case "programme":
            return try name.flatMap { try named($0, .programme).first }
        case "event":
            return try event(values)
        case "unit":
            guard let name else { return try unnamed(values) }
            return try named(name, .unit).first { number in
                let there = try RecordID(.unit, number).row(there: db)
                return ["region_code", "part_of"].allSatisfy { there[$0] as DatabaseValue == values[$0] ?? .null }
            }
        case "official":
            guard let name else { return nil }
            let found = try named(name, .official)
            let same = try found.first { number in
                let held = try Row.fetchAll(
                    db, sql: "SELECT title, region_code FROM post WHERE official_id = ?", arguments: [number])
                return try held.contains { try posts.contains(Self.post($0.get("title"), $0.get("region_code"))) }
            }
            let alike = try same == nil ? Searcher(db: db).lookalikes(of: name, among: .official) : []
            if let other = alike.first {
                let words = try RecordTitles(db: db).described(other.id).words
                throw MusterError.badFile(
                    path: row.file,
                    rule:
                        "line \(row.line): the official \(quoted(name)) looks like \(words), and holds no post that is on record of that one",
                    fix: "import this one from a table of officials, where you can say which it is")
            }
            return same
        default:
            guard let sameness = Sameness.of(RecordKind(name: table)!) else { return nil }
            return try sameness.twins(of: values, db).first?.get("id")
        }
    }

    /// The event on the register with the same owner, value and date, also if it has no date; two rows are never the same one.
    private func event(_ values: [String: DatabaseValue]) throws -> Int64? {
        let columns = tables["event"]!.columns.map(\.name).filter {
            ["facet", "value", "least", "most", "other_unit", "date"].contains($0)
        }
        guard let owner = RecordKind.withEvents.map(\.column).first(where: { values[$0] != nil }) else { return nil }
        let sql =
            "SELECT id FROM event WHERE \(owner) = ? AND \(columns.map { "+\($0) IS ?" }.joined(separator: " AND ")) ORDER BY id"
        let found = try Int64.fetchAll(
            db.cachedStatement(sql: sql),
            arguments: StatementArguments([values[owner]!] + columns.map { values[$0] ?? .null }))
        return found.first { events.insert($0).inserted }
    }

    private func unnamed(_ values: [String: DatabaseValue]) throws -> Int64? {
        let found = try Int64.fetchAll(
            db, sql: "SELECT id FROM unit WHERE kind = 'unnamed' AND region_code IS ?",
            arguments: [values["region_code"] ?? .null])
        return found.count == 1 ? found[0] : nil
    }

    private func named(_ name: String, _ kind: RecordKind) throws -> [Int64] {
        try Resolver(db: db).named(Text.folded(name), among: [kind]).map(\.number)
    }

    /// The primary names of the records of a kind in the package, by number.
    func primaryNames(of kind: String) throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        try each("name") { row in
            guard row.values["nature"] == NameNature.primary.rawValue.databaseValue,
                let owner = row.values["\(kind)_id"].flatMap(Int64.fromDatabaseValue)
            else { return }
            names[owner] = row.values["text"].flatMap(String.fromDatabaseValue)
        }
        return names
    }

    private static func post(_ title: String, _ region: String?) -> String { "\(region ?? "") \(Text.folded(title))" }

    /// The posts of each official in the package: region and title.
    func postsOfPackage() throws -> [Int64: Set<String>] {
        var titles: [Int64: Set<String>] = [:]
        try each("post") { row in
            guard let owner = row.values["official_id"].flatMap(Int64.fromDatabaseValue),
                let title = row.values["title"].flatMap(String.fromDatabaseValue)
            else { return }
            titles[owner, default: []].insert(
                Self.post(title, row.values["region_code"].flatMap(String.fromDatabaseValue)))
        }
        return titles
    }

    /// True if the register has the name of a record that it had already. Another name of that record is no longer its primary one.
    func isSpelt(_ row: PackageRow, _ values: inout [String: DatabaseValue]) throws -> Bool {
        for kind in [RecordKind.programme, .unit, .official] {
            guard let own = row.values[kind.column].flatMap(Int64.fromDatabaseValue),
                there[kind.name]?.contains(own) == true,
                let owner = values[kind.column]
            else { continue }
            let folded = values["folded"] ?? .null
            let isThere = try db.one(
                Bool.self, "SELECT EXISTS (SELECT 1 FROM name WHERE \(kind.column) = ? AND folded = ?)",
                arguments: [owner, folded])
            if isThere { return true }
            if values["nature"] == NameNature.primary.rawValue.databaseValue {
                values["nature"] = NameNature.alias.rawValue.databaseValue
            }
        }
        return false
    }

    /// True if the register has a row with the same values, whatever its id.
    ///
    /// Reference data is compared by its key alone: what this register says of a region stays.
    func isThere(_ values: [String: DatabaseValue], in table: RecordTable) throws -> Bool {
        // A record was held against those of its kind already.
        if Self.matched.contains(table.name) { return false }
        let isReference = ["region", "foreign_neighbour", "bloc_member"].contains(table.name)
        if !isReference, numbers == nil, table.name != "name" { return false }
        // The names of regions are there from the beginning, under ids of their own.
        if table.name == "name", numbers == nil, values["region_code"] == nil { return false }
        let left: Set = ["id", "standing", "standing_note", "weighed"]
        let columns = isReference ? table.key : table.columns.map(\.name).filter { !left.contains($0) }
        let given = columns.filter { values[$0]?.isNull == false }
        let absent = columns.filter { values[$0]?.isNull != false }
        let condition = (given.map { "\($0) = ?" } + absent.map { "\($0) IS NULL" }).joined(separator: " AND ")
        let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table.name) WHERE \(condition))")
        return try Bool.fetchOne(statement, arguments: StatementArguments(given.map { values[$0]! })) ?? false
    }
}

extension Registry {
    /// Imports a registry's data package in one revision: all of it or nothing.
    ///
    /// - Parameters:
    ///   - package: the package.
    ///   - authorship: the person who imports it, and the reason.
    ///   - progress: is called for each row; returns false to stop, after which nothing is changed.
    /// - Returns: what was done; rows that the register had already are counted as known.
    /// - Throws: `MusterError.badFile` with the line and the rule for a row that cannot be taken; nothing is changed then.
    public func importPackage(
        _ package: RecordPackage, by authorship: Authorship, progress: () -> Bool = { true }
    ) throws(MusterError) -> ImportResult {
        var taken: PackageImporter?
        let written = try write(authorship, doing: "import a data package") { transaction in
            let importer = try PackageImporter(package, transaction)
            try importer.run(progress)
            taken = importer
        }
        let added = taken?.added ?? [:]
        let kinds = RecordKind.allCases.compactMap { kind in added[kind.name].map { (kind, $0) } }
        return ImportResult(
            revision: written.revision, rows: [.added: added.values.reduce(0, +), .known: taken?.known ?? 0],
            added: Dictionary(uniqueKeysWithValues: kinds), looks: added["look", default: 0],
            names: added["name", default: 0], blank: 0, isStopped: false,
            isRehearsal: written.isRehearsal, remark: written.remark)
    }
}
