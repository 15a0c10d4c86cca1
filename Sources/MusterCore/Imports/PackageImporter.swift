import GRDB
import MusterValues

/// Takes the tables of a registry's data package into a register, in one transaction.
///
/// A register without records takes each row under its own id. Another one finds the records that it has already by the rules of
/// sameness, and gives the others new ids.
final class PackageImporter {
    let transaction: Transaction
    private let files: [String: TableFile]
    let tables: [String: RecordTable]
    /// The new number of each record by its number in the package; nil for a register without records, where each keeps its own.
    var numbers: [String: [Int64: Int64]]?
    /// The records that the register has already.
    var there: [String: Set<Int64>] = [:]
    /// The rows by the record on the register that each was found to be.
    private var twins: [String: [Int64: Int64]] = [:]
    /// The events on the register that rows were found to be.
    var events: Set<Int64> = []
    private(set) var added: [String: Int] = [:]
    private(set) var known = 0

    /// The tables in the order in which their rows are inserted: a record's names and citations stand before it, because the register
    /// takes no record without them.
    static let order = [
        "source", "derivation", "name", "citation", "region", "foreign_neighbour", "bloc_member", "programme", "post",
        "official", "unit", "enrollment", "group_member", "event", "conclusion", "look", "distinction", "merge",
    ]
    /// The tables whose records can be on the register already, each after those that it refers to.
    static let matched = ["source", "programme", "unit", "official", "post", "enrollment", "event"]

    init(_ package: RecordPackage, _ transaction: Transaction) throws {
        self.transaction = transaction
        var files: [String: TableFile] = [:]
        for (name, file) in package.tables where files.updateValue(file, forKey: name) != nil {
            throw MusterError.badFile(path: file.path, rule: "the package has two tables of the name \(quoted(name))")
        }
        self.files = files
        tables = Dictionary(uniqueKeysWithValues: try RecordTable.all(transaction.db).map { ($0.name, $0) })
        let isEmpty = try Self.matched.allSatisfy { table in
            try transaction.db.one(Bool.self, "SELECT NOT EXISTS (SELECT 1 FROM \(table)_history)")
        }
        numbers = isEmpty ? nil : [:]
    }

    var db: Database { transaction.db }

    /// Takes all tables.
    func run(_ progress: () -> Bool) throws {
        for name in files.keys.sorted() where tables[name] == nil && name != RecordTable.selected.name {
            throw MusterError.badFile(
                path: files[name]!.path, rule: "the register has no table \(quoted(name))",
                fix: "it has \(tables.keys.sorted().joined(separator: ", "))")
        }
        if numbers != nil { for name in Self.matched { try number(name) } }
        for name in Self.order { try insert(name, progress) }
        try each("enrollment") { row in
            let number = try row.id()
            let id = RecordID(.enrollment, numbers?["enrollment"]?[number] ?? number)
            try row.at { try transaction.refuseEndBeforeBeginning(of: id) }
        }
    }

    /// Finds the records of a table on the register, and gives the others their numbers.
    private func number(_ name: String) throws {
        let names = try ["programme", "unit", "official"].contains(name) ? primaryNames(of: name) : [:]
        let posts = try name == "official" ? postsOfPackage() : [:]
        numbers?[name] = [:]
        try each(name) { row in
            let id: Int64 = try row.id()
            let found = try twin(of: row, in: name, named: names[id], holding: posts[id] ?? [])
            if let found {
                there[name, default: []].insert(id)
                if let other = twins[name, default: [:]].updateValue(id, forKey: found) {
                    throw MusterError.badFile(
                        path: row.file,
                        rule: "line \(row.line): it and the row \(other) of the package are one record here",
                        fix: "merge the two where they come from, or tell them apart there")
                }
            }
            numbers?[name]?[id] = try found ?? transaction.nextNumber(in: name)
        }
    }

    private func insert(_ name: String, _ progress: () -> Bool) throws {
        guard files[name] != nil, let table = tables[name] else { return }
        // Regions are named by their codes, and a district's begins with its region's.
        let own = name == "region" ? nil : table.references.first { $0.reference?.table == name }?.name
        var waiting: [Int64: [PackageRow]] = [:]
        var inserted: Set<Int64> = []
        try each(name) { row in
            if !progress() { throw MusterError.stopped }
            guard let own else { return try row.at { try take(row, of: table) } }
            // A row that refers to one of its own table waits for that one.
            if let other = row.values[own].flatMap(Int64.fromDatabaseValue), !inserted.contains(other) {
                return waiting[other, default: []].append(row)
            }
            var ready = [row]
            while let next = ready.popLast() {
                let number = try next.id()
                inserted.insert(number)
                try next.at { try take(next, of: table) }
                ready += (waiting.removeValue(forKey: number) ?? []).reversed()
            }
        }
        // What is left waits for a row that is not there, or for itself: the register says so.
        for row in waiting.values.joined().sorted(by: { $0.line < $1.line }) { try row.at { try take(row, of: table) } }
    }

    private func take(_ row: PackageRow, of table: RecordTable) throws {
        let id = Int64.fromDatabaseValue(row.values["id"] ?? .null)
        if let id, there[table.name]?.contains(id) == true {
            known += 1
            return
        }
        var values = try renumbered(row, of: table)
        if numbers != nil, table.name == "name", try isSpelt(row, &values) {
            known += 1
            return
        }
        if try isThere(values, in: table) {
            known += 1
            return
        }
        if numbers != nil, let own = id {
            let number = try numbers?[table.name]?[own] ?? transaction.nextNumber(in: table.name)
            values["id"] = number.databaseValue
            if table.name == "citation" { numbers?["citation", default: [:]][own] = number }
        }
        let columns = table.columns.map(\.name)
        let sql =
            "INSERT INTO \(table.name) (\(columns.joined(separator: ", ")), revision) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")), ?)"
        let revision = try transaction.revision()
        try db.cachedStatement(sql: sql).execute(
            arguments: StatementArguments(columns.map { values[$0] ?? .null } + [revision.databaseValue]))
        added[table.name, default: 0] += 1
    }

    /// The values of a row, with the numbers that records have on this register.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - table: its table.
    ///   - isKnown: false if records that it refers to may have no number yet; such a reference is left out.
    /// - Returns: the values by column.
    /// - Throws: `MusterError.refused` for a reference to a record that the package does not have.
    func renumbered(_ row: PackageRow, of table: RecordTable, isKnown: Bool = true) throws -> [String: DatabaseValue] {
        guard let numbers else { return row.values }
        var values = row.values
        for column in table.columns where column.name != "id" {
            guard let number = row.values[column.name].flatMap(Int64.fromDatabaseValue) else { continue }
            let kind: String? =
                switch column.content {
                case .id(let kind?): kind.name
                case .idOfKind: row.values["kind"].flatMap(String.fromDatabaseValue)
                default: nil
                }
            guard let kind else { continue }
            if let new = numbers[kind]?[number] {
                values[column.name] = new.databaseValue
            } else if table.name == "merge", column.name == "gone" {
                values[column.name] = try transaction.nextNumber(in: kind).databaseValue
            } else if !isKnown {
                values[column.name] = nil
            } else if column.reference != nil || column.name != "weighed" {
                throw MusterError.refused(rule: "\(column.name) names a record that the package does not have")
            }
        }
        if table.name == "distinction", let one = values["one"], let other = values["other"],
            let first = Int64.fromDatabaseValue(one), let second = Int64.fromDatabaseValue(other), first > second
        {
            (values["one"], values["other"]) = (other, one)
        }
        return values
    }

    func each(_ name: String, _ act: (PackageRow) throws -> Void) throws {
        guard let file = files[name], let table = tables[name] else { return }
        let reader = try PackageReader(file, table)
        _ = try file.read { record in try act(try reader.row(record)) }
    }
}
