import GRDB
import MusterValues

/// The rule that makes two records of a kind the same thing; the register takes each thing only once.
///
/// This is the only place for the rule. Adding, editing, enrolling, undoing and merging all use it.
struct Sameness {
    let kind: RecordKind
    /// The columns that name the record's owner: a post belongs to its official.
    let owners: [String]
    /// The columns that must hold the same value in both; NULL equals NULL.
    let exact: [String]
    /// The columns that must hold the same text in both, except for case, script width and white space.
    let folded: [String]
    /// A column that both must state: an event without a date is never the same as another.
    var stated: String?

    static let source = Sameness(kind: .source, owners: [], exact: ["title", "publisher", "published"], folded: [])
    static let post = Sameness(kind: .post, owners: ["official_id"], exact: ["region_code"], folded: ["title"])
    static let enrollment = Sameness(
        kind: .enrollment, owners: ["unit_id", "official_id"], exact: [], folded: ["group_who"])
    static let event = Sameness(
        kind: .event, owners: RecordKind.withEvents.map(\.column),
        exact: ["facet", "value", "least", "most", "other_unit"],
        folded: [], stated: "date")

    /// The rule for a kind; nil if no two records of the kind are ever the same by their fields, such as units.
    static func of(_ kind: RecordKind) -> Sameness? {
        [source, post, enrollment, event].first { $0.kind == kind }
    }

    /// True if a row is not judged wrong. A source always stands, because the registry does not judge sources.
    static func stands(_ row: Row) throws -> Bool {
        try row.get("standing") as String? != Standing.rejected.rawValue
    }

    /// The columns that are compared; for a source, the address too.
    var columns: [String] {
        owners + exact + folded + (stated.map { [$0] } ?? []) + (kind == .source ? ["url"] : [])
    }

    /// The rows on the register that are the same as one record, ordered by id.
    ///
    /// Costs one index look-up for each owner; for a source, one by title and one by address.
    ///
    /// - Parameters:
    ///   - values: the values by column; a missing column counts as NULL.
    ///   - own: the record's own id; nil if it is not on the register yet.
    ///   - db: the register.
    /// - Returns: whole rows; empty for an event without a date.
    /// - Throws: `MusterError.unreadable` if a column that should hold text holds something else.
    func twins(of values: [String: DatabaseValue], besides own: Int64? = nil, _ db: Database) throws -> [Row] {
        if let stated, values[stated, default: .null].isNull { return [] }
        let (sql, named) = query(of: values)
        var arguments = Dictionary(uniqueKeysWithValues: named.map { ($0, values[$0, default: .null]) })
        arguments["own"] = (own ?? 0).databaseValue
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        let wanted = folded.map { ($0, Self.fold(Self.text(values[$0]))) }
        let same = try rows.filter { row in try wanted.allSatisfy { try Self.fold(row.get($0)) == $1 } }
        return try same.map { (try $0.get("id") as Int64, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The query for rows with the same columns, and the names of its arguments besides `own`.
    ///
    /// An owner is compared by `=`, because SQLite uses a partial index for that and not for `IS`. A plus sign keeps the
    /// other columns' indexes out: a state or a region has far more rows than one owner.
    func query(of values: [String: DatabaseValue]) -> (sql: String, arguments: [String]) {
        let rest = exact + (stated.map { [$0] } ?? [])
        let known = owners.filter { !values[$0, default: .null].isNull }
        let absent = owners.filter { !known.contains($0) }
        let own = known.map { "\($0) = :\($0)" } + absent.map { "\($0) IS NULL" }
        var condition = (own + rest.map { "\(owners.isEmpty ? "" : "+")\($0) IS :\($0)" }).joined(separator: " AND ")
        var named = known + rest
        if kind == .source {
            // Two sources with one address are one page. If an address is missing, the title, publisher and date
            // decide.
            condition = "url = :url OR (\(condition) AND (url IS NULL OR :url IS NULL))"
            named.append("url")
        }
        return ("SELECT * FROM \(kind.name) WHERE (\(condition)) AND id <> :own", named)
    }

    /// The rows that are the same as a row of the register.
    func twins(of row: Row, _ db: Database) throws -> [Row] {
        let values = columns.map { ($0, row[$0] as DatabaseValue) }
        return try twins(of: Dictionary(uniqueKeysWithValues: values), besides: row.get("id"), db)
    }

    /// True if two rows will be the same thing after their two owners are merged into one.
    func isSame(_ one: Row, _ other: Row, onceOf owner: String) throws -> Bool {
        let alike = (owners + exact).filter { $0 != owner }.allSatisfy {
            one[$0] as DatabaseValue == other[$0] as DatabaseValue
        }
        return try alike && folded.allSatisfy { try Self.fold(one.get($0)) == Self.fold(other.get($0)) }
    }

    private static func text(_ value: DatabaseValue?) -> String? { value.flatMap(String.fromDatabaseValue) }

    private static func fold(_ text: String?) -> String? { text.map(Text.folded) }
}
