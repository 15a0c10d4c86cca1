import GRDB
import MusterValues

/// What makes two records of a kind the same thing, which the register takes only once.
///
/// It is said here once and used wherever a record is added, edited, enrolled, put back or merged.
struct Sameness {
    let kind: RecordKind
    /// The columns that name what the record belongs to: a post belongs to its official.
    let owners: [String]
    /// The columns whose values are the same, NULL included.
    let exact: [String]
    /// The columns whose texts are the same but for case, script width and white space.
    let folded: [String]
    /// A column that both must state: an event without a date is no second one.
    var stated: String?

    static let source = Sameness(kind: .source, owners: [], exact: ["title", "publisher", "published"], folded: [])
    static let post = Sameness(kind: .post, owners: ["official_id"], exact: ["region_code"], folded: ["title"])
    static let enrollment = Sameness(
        kind: .enrollment, owners: ["unit_id", "official_id"], exact: [], folded: ["group_who"])
    static let event = Sameness(
        kind: .event, owners: ["unit_id", "post_id", "enrollment_id"], exact: ["facet", "value", "least", "most"],
        folded: [], stated: "date")

    /// Nil for a kind of which two records are never the same thing by their fields, as a unit.
    static func of(_ kind: RecordKind) -> Sameness? {
        [source, post, enrollment, event].first { $0.kind == kind }
    }

    /// Whether a row is not judged wrong; a source is never judged.
    static func stands(_ row: Row) throws -> Bool {
        try row.get("standing") as String? != Standing.rejected.rawValue
    }

    /// The columns by which two are held against each other; of a source the address too.
    var columns: [String] {
        owners + exact + folded + (stated.map { [$0] } ?? []) + (kind == .source ? ["url"] : [])
    }

    /// The rows on the register that are the same as one, from the lowest id.
    ///
    /// Costs one look-up by an index for each owner, or by title and by address.
    ///
    /// - Parameters:
    ///   - values: the values by column; what is left out is NULL.
    ///   - own: the id of the record itself; nil if it is not on the register yet.
    ///   - db: the register.
    /// - Returns: whole rows; none for an event without a date.
    /// - Throws: `MusterError.unreadable` for text that is none.
    func twins(of values: [String: DatabaseValue], besides own: Int64? = nil, _ db: Database) throws -> [Row] {
        if let stated, values[stated, default: .null].isNull { return [] }
        let same = owners + exact + (stated.map { [$0] } ?? [])
        var condition = same.map { "\($0) IS :\($0)" }.joined(separator: " AND ")
        var named = same
        if kind == .source {
            // One address is one page. Without both addresses the title, publisher and date tell.
            condition = "url = :url OR (\(condition) AND (url IS NULL OR :url IS NULL))"
            named.append("url")
        }
        var arguments = Dictionary(uniqueKeysWithValues: named.map { ($0, values[$0, default: .null]) })
        arguments["own"] = (own ?? 0).databaseValue
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM \(kind.name) WHERE (\(condition)) AND id <> :own ORDER BY id"),
            arguments: StatementArguments(arguments))
        return try rows.filter { row in
            try folded.allSatisfy { try Self.fold(row.get($0)) == Self.fold(Self.text(values[$0])) }
        }
    }

    /// The rows that are the same as a record on the register.
    func twins(of row: Row, _ db: Database) throws -> [Row] {
        let values = columns.map { ($0, row[$0] as DatabaseValue) }
        return try twins(of: Dictionary(uniqueKeysWithValues: values), besides: row.get("id"), db)
    }

    /// Whether two rows are the same thing once one owner is that of both, as after a merge of the two owners.
    func isSame(_ one: Row, _ other: Row, onceOf owner: String) throws -> Bool {
        let alike = (owners + exact).filter { $0 != owner }.allSatisfy {
            one[$0] as DatabaseValue == other[$0] as DatabaseValue
        }
        return try alike && folded.allSatisfy { try Self.fold(one.get($0)) == Self.fold(other.get($0)) }
    }

    private static func text(_ value: DatabaseValue?) -> String? { value.flatMap(String.fromDatabaseValue) }

    private static func fold(_ text: String?) -> String? { text.map(Text.folded) }
}
