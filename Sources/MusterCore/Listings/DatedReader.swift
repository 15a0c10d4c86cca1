import GRDB
import MusterValues

/// Reads what sources say of the days on which units and persons had their regions, programmes, wholes and names.
///
/// What the registry rejects, and what a source says that was set aside, does not count.
struct DatedReader {
    /// The values that one unit had.
    struct Unit {
        var region = DatedValues<String>()
        var programme = DatedValues<Int64>()
        var whole = DatedValues<Int64>()
    }

    /// A statement with a date, before what it states is looked up.
    struct Statement {
        let field: FieldName
        let owner: RecordID
        let stated: String
        let span: HeldSpan
        let reported: Day?
        let isDoubted: Bool
        let isWeighed: Bool
        /// The revision in which it was recorded.
        let made: Int64
    }

    private let db: Database
    private let statements: [Statement]

    /// True if no statement has a date.
    var isEmpty: Bool { statements.isEmpty }

    private static let unitFields: [FieldName] = [.region, .programme, .partOf]
    private static let counted: SQL = "c.standing <> 'rejected' AND s.set_aside IS NULL"

    init(_ db: Database) throws {
        self.db = db
        let fields = SQL.list(stored: (Self.unitFields + [.name]).map(\.rawValue))
        let sql: SQL = """
            SELECT c.field, c.unit_id, c.official_id, c.stated, c.held, c.stance = 'disputes' OR c.standing <> 'accepted', \
            CASE WHEN c.unit_id IS NULL THEN EXISTS (SELECT 1 FROM conclusion n WHERE n.official_id = c.official_id \
            AND n.field = c.field AND n.weighed >= c.id) ELSE EXISTS (SELECT 1 FROM conclusion n WHERE n.unit_id = c.unit_id \
            AND n.field = c.field AND n.weighed >= c.id) END, \
            (SELECT min(h.revision) FROM citation_history h WHERE h.id = c.id), \
            min(coalesce(s.published_latest, s.captured), coalesce(s.captured, s.published_latest)) \
            FROM citation c JOIN source s ON s.id = c.source_id WHERE c.held IS NOT NULL AND c.field IN \(fields) \
            AND (c.unit_id IS NOT NULL OR c.official_id IS NOT NULL) AND \(Self.counted) ORDER BY c.id
            """
        statements = try sql.all(db) { row in
            let field: String = try row.next()
            let (unit, official): (Int64?, Int64?) = (try row.next(), try row.next())
            let (stated, held): (String, String) = (try row.next(), try row.next())
            let (isDoubted, isWeighed) = (try row.next() as Int == 1, try row.next() as Int == 1)
            let made: Int64 = try row.next()
            let reported: String? = try row.next()
            guard let owner = unit.map({ RecordID(.unit, $0) }) ?? official.map({ RecordID(.official, $0) }),
                let name = FieldName(rawValue: field), let date = try? EDTF(held)
            else { throw row.unreadable() }
            return Statement(
                field: name, owner: owner, stated: stated, span: HeldSpan(date), reported: reported.flatMap { Day($0) },
                isDoubted: isDoubted, isWeighed: isWeighed, made: made)
        }
    }

    /// The units of which a statement tells the time of a region, a programme or a whole, with all that is said of these.
    func units() throws -> [Int64: Unit] {
        let told = statements.filter { $0.field != .name }
        if told.isEmpty { return [:] }
        let ids = SQL.list(Set(told.map(\.owner.number)))
        var units: [Int64: Unit] = [:]
        let rows: SQL = "SELECT u.id, u.region_code, u.programme_id, u.part_of FROM unit u WHERE u.id IN \(ids)"
        try rows.each(db) { row in
            let id: Int64 = try row.next()
            var unit = Unit()
            unit.region.concluded = try row.next()
            unit.programme.concluded = try row.next()
            unit.whole.concluded = try row.next()
            units[id] = unit
        }
        var names = Names(db: db)
        for one in told { try units[one.owner.number]?.add(one, &names) }
        let undated: SQL = """
            SELECT c.unit_id, c.field, c.stated FROM citation c JOIN source s ON s.id = c.source_id WHERE c.unit_id IN \(ids) \
            AND c.field IN \(SQL.list(stored: Self.unitFields.map(\.rawValue))) AND c.held IS NULL AND c.stance = 'supports' \
            AND \(Self.counted)
            """
        try undated.each(db) { row in
            let (id, field, stated): (Int64, String, String) = (try row.next(), try row.next(), try row.next())
            guard let field = FieldName(rawValue: field) else { throw row.unreadable() }
            try units[id]?.add(undated: stated, of: field, &names)
        }
        return units
    }

    /// The names, as the ids of their rows, of the units and persons of which a statement tells the time of a name.
    func names() throws -> [DatedValues<Int64>] {
        try Dictionary(grouping: statements.filter { $0.field == .name }, by: \.owner)
            .sorted { $0.key < $1.key }.map { owner, told in
                var names = DatedValues<Int64>()
                var ids: [String: Int64] = [:]
                let rows: SQL = """
                    SELECT n.id, n.folded, n.nature FROM name n WHERE n.\(sql: owner.kind.column) = \(owner.number) \
                    AND n.nature IN ('primary', 'former') ORDER BY n.id
                    """
                try rows.each(db) { row in
                    let (id, folded): (Int64, String) = (try row.next(), try row.next())
                    let nature: NameNature = try row.list()
                    ids[folded] = id
                    if nature == .primary { names.concluded = id } else { names.before.insert(id) }
                }
                for one in told {
                    let stated =
                        try ids[Text.folded(one.stated)] ?? primaryName(of: owner, in: one.made).flatMap { ids[$0] }
                    guard let stated else { continue }
                    names.add(stated, one)
                    names.before.remove(stated)
                }
                return names
            }
    }

    /// The folded primary name that a record had in a revision: a source's own words for it state that.
    private func primaryName(of owner: RecordID, in revision: Int64) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT folded FROM name_history WHERE \(owner.kind.column) = ? AND nature = 'primary' AND deleted = 0 \
                AND revision <= ? ORDER BY revision DESC LIMIT 1
                """, arguments: [owner.number, revision])
    }

    /// The records that stated words name, each looked up once.
    struct Names {
        let db: Database
        private var found: [RecordKind: [String: RecordID?]] = [:]

        init(db: Database) { self.db = db }

        mutating func record(_ stated: String, of kind: RecordKind) throws -> RecordID? {
            if let known = found[kind]?[stated] { return known }
            let resolver = Resolver(db: db)
            let record = try resolver.exact(stated, of: kind) ?? resolver.only(RecordReference(stated), among: [kind])
            found[kind, default: [:]][stated] = record
            return record
        }
    }
}
