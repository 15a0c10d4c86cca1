import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Compares the tables of fields with the schema: if the two disagree on a field, one of them is wrong.
struct FieldTests {
    /// A registry made by the migrations.
    let schema: DatabaseQueue

    init() throws {
        schema = try DatabaseQueue()
        try Schema.migrate(schema)
    }

    private static let fields = RecordKind.allCases.flatMap { kind in kind.fields.map { (kind: kind, field: $0) } }

    /// The columns that are not fields: keys, and the facet, which gives the list for an event's value.
    private static let keys: Set = ["id", "code", "revision", "facet"]

    @Test(arguments: RecordKind.allCases)
    func `every column of the table and of its history is a field's`(kind: RecordKind) throws {
        let held = Set(kind.fields.flatMap(\.columns))
        let (own, past) = try schema.read { db in
            (try columns(of: kind.name, db), try columns(of: kind.name + "_history", db))
        }
        #expect(held == own.subtracting(Self.keys))
        #expect(held.isSubset(of: past))
    }

    @Test(arguments: RecordKind.allCases)
    func `a kind has each field once, and a column belongs to one field but for a group's size`(kind: RecordKind) {
        let names = kind.fields.map(\.name)
        #expect(Set(names).count == names.count)
        let columns = kind.fields.filter { $0.name != .groupSize }.flatMap(\.columns)
        #expect(Set(columns).count == columns.count)
        for column in columns { #expect(kind.field(holding: column)?.columns.contains(column) == true) }
    }

    @Test func `a field's limits are the schema's`() throws {
        var checked = 0
        for (kind, field) in Self.fields {
            if case .name(let most) = field.type {
                #expect(try definition(of: "name").contains("length(trim(text)) BETWEEN 1 AND \(most)"))
            }
            guard let column = field.columns.first else { continue }
            let sql = try definition(of: kind.name)
            let bounds =
                switch field.type {
                case .text(let most):
                    ["length(trim(\(column))) BETWEEN 1 AND \(most)", "length(\(column)) BETWEEN 1 AND \(most)"]
                case .number(let range): ["\(column) BETWEEN \(range.lowerBound) AND \(range.upperBound)"]
                default: [String]()
                }
            if bounds.isEmpty { continue }
            checked += 1
            #expect(bounds.contains { sql.contains($0) }, "\(kind.name).\(column): \(bounds[0])")
        }
        #expect(checked > 20)
    }

    @Test func `a field's list is the schema's`() throws {
        var checked = 0
        for (kind, field) in Self.fields {
            // The list of citable fields differs from kind to kind and has its own test.
            guard case .list(let list) = field.type, field.name != .field else { continue }
            let sql = try definition(of: kind.name)
            let place = try #require(
                sql.firstRange(of: "(\(field.columns[0]) IN ("), "\(kind.name).\(field.columns[0])")
            let held = sql[place.upperBound...].prefix { $0 != ")" }.split(separator: ", ").map {
                String($0.trimmingPrefix("'").dropLast())
            }
            #expect(Set(held) == Set(Self.values(of: list)))
            checked += 1
        }
        #expect(checked > 15)
    }

    @Test func `a field that an edit can empty can be NULL`() throws {
        let nullable = try schema.read { db in
            try RecordKind.allCases.flatMap { kind in
                try Row.fetchAll(
                    db, sql: "SELECT name FROM pragma_table_info(?) WHERE NOT \"notnull\"", arguments: [kind.name]
                )
                .map { "\(kind.name).\($0["name"] as String)" }
            }
        }
        for (kind, field) in Self.fields where field.rules.contains(.edited) && !field.rules.contains(.required) {
            for column in field.columns { #expect(nullable.contains("\(kind.name).\(column)")) }
        }
    }

    @Test func `a reference's column points to its kind`() throws {
        for (kind, field) in Self.fields {
            let targets: [RecordKind] =
                switch field.type {
                case .reference(let target): [target]
                case .subject(let targets): targets
                default: []
                }
            for (target, column) in zip(targets, field.columns) {
                let table = try schema.read { db in
                    try String.fetchOne(
                        db, sql: "SELECT \"table\" FROM pragma_foreign_key_list(?) WHERE \"from\" = ?",
                        arguments: [kind.name, column])
                }
                #expect(table == target.name, "\(kind.name).\(column)")
            }
        }
    }

    @Test func `every field has a name and a sentence in English and in Russian`() {
        for (kind, field) in Self.fields {
            let place: Comment = "\(kind.name).\(field.name.rawValue)"
            #expect(!field.label.russian.isEmpty, place)
            #expect(field.help.english.hasSuffix(".") && field.help.russian.hasSuffix("."), place)
            #expect(field.help.english.first?.isUppercase == true, place)
            #expect(field.help.russian.contains { ("а"..."я").contains($0) }, place)
        }
    }

    @Test func `what a redaction leaves and a citation speaks of is there`() {
        for (kind, field) in Self.fields {
            if let cited = field.citedAs { #expect(kind.field(cited)?.rules.contains(.cited) == true) }
            for left in [field.redacted, field.redactedAsTarget] {
                if case .becomes(let sql) = left { #expect(sql.count == field.columns.count) }
            }
        }
    }

    private func columns(of table: String, _ db: Database) throws -> Set<String> {
        Set(try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table]))
    }

    /// The table's definition on one line.
    private func definition(of table: String) throws -> String {
        try schema.read { db in
            try db.one(String.self, "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table])
        }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func values<List: ClosedList>(of _: List.Type) -> [String] { List.allCases.map(\.rawValue) }
}
