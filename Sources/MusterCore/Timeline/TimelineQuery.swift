import GRDB
import MusterValues

/// The SQL of the timeline of one record, or of many at once.
struct TimelineQuery {
    /// The queries for the events, one for each way in which records have events; their columns are those of
    /// `TimelineLine.init(row:)`.
    private let arms: [SQL]
    /// The units and officials whose names are told, by kind.
    let named: [RecordKind: [Int64]]

    /// The kinds of record that have a timeline.
    static let kinds: [RecordKind] = [.region, .programme, .unit, .official, .post, .enrollment]
    /// The kinds whose names are told, in the order of the lines.
    static let namedKinds: [RecordKind] = [.unit, .official]

    /// The timeline of a record: what happened to it and to what belongs to it.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - former: of a region, the units that were there at another time.
    init(of id: RecordID, formerUnits former: [Int64] = []) {
        arms = Self.arms(of: id) + [Self.statements(on: id)] + Self.besides(id, formerUnits: former)
        named = Self.namedKinds.contains(id.kind) ? [id.kind: [id.number]] : [:]
    }

    /// The own events and names of records, of whatever kinds, without what belongs to them; and the events by which other units
    /// became those among them, or came from them.
    init(onlyOf records: some Sequence<RecordID>) {
        let numbers = Dictionary(grouping: records, by: \.kind).mapValues { $0.map(\.number) }
        let own = RecordKind.withEvents.compactMap { kind in
            numbers[kind].map { Self.own(kind, "IN \(SQL.list($0))") }
        }
        let launches = numbers[.programme].map { [Self.launches("IN \(SQL.list($0))")] } ?? []
        arms = own + launches + (numbers[.unit].map { [Self.becomingFromElsewhere(SQL.list($0))] } ?? [])
        named = numbers.filter { Self.namedKinds.contains($0.key) }
    }

    /// The events, and the launches of programmes among them, in the order of their days; nil if no record can have any.
    var events: SQL? {
        arms.isEmpty ? nil : "SELECT * FROM (\(arms.joined(separator: " UNION ALL "))) t ORDER BY \(SQL.byDay("t"))"
    }

    private static func arms(of id: RecordID) -> [SQL] {
        let number = id.number
        switch id.kind {
        case .official:
            return [
                events(of: .post, from: "post s", where: "s.official_id = \(number)"),
                events(of: .enrollment, from: "enrollment s", where: "s.official_id = \(number)"),
            ]
        case .unit:
            return [
                own(.unit, "= \(number)"), becoming("= \(number)"),
                events(of: .enrollment, from: "enrollment s", where: "s.unit_id = \(number)"),
            ]
        case .region:
            let regions = ResolvedFilter.withDistricts(id.code ?? "")
            return units("s.region_code IN (\(regions))", enrolledIn: "u.region_code IN (\(regions))") + [
                events(of: .post, from: "post s", where: "s.region_code IN (\(regions))")
            ]
        case .programme:
            return units("s.programme_id = \(number)", enrolledIn: "u.programme_id = \(number)") + [
                launches("= \(number)")
            ]
        default: return [own(id.kind, "= \(number)")]
        }
    }

    /// The events of the units under a condition, and of the enrollments in them.
    private static func units(_ condition: SQL, enrolledIn unit: SQL) -> [SQL] {
        [
            events(of: .unit, from: "unit s", where: condition),
            events(of: .enrollment, from: "unit u CROSS JOIN enrollment s ON s.unit_id = u.id", where: unit),
            becomingFromElsewhere("(SELECT s.id FROM unit s WHERE \(condition))"),
        ]
    }

    /// The events of the records `s`, which are looked up first.
    private static func events(of kind: RecordKind, from table: SQL, where condition: SQL) -> SQL {
        let column = SQL(sql: "v.\(kind.column)")
        return """
            \(select(kind)) FROM \(table) CROSS JOIN event v ON \(column) = s.id WHERE \(condition)
            """
    }

    /// The events of the records whose number meets a condition without its left side, such as `= 5`.
    private static func own(_ kind: RecordKind, _ match: SQL) -> SQL {
        let column = SQL(sql: "v.\(kind.column)")
        return "\(select(kind)) FROM event v WHERE \(column) \(match)"
    }

    /// The events of other units by which they became, or came from, the units whose number meets a condition.
    private static func becoming(_ match: SQL) -> SQL {
        "\(select(.unit)) FROM event v WHERE v.other_unit \(match) AND v.other_unit <> v.unit_id"
    }

    /// The same of the units in a list in brackets, without the events of these units themselves.
    private static func becomingFromElsewhere(_ units: SQL) -> SQL {
        "\(select(.unit)) FROM event v WHERE v.other_unit IN \(units) AND v.unit_id NOT IN \(units)"
    }

    private static func select(_ kind: RecordKind) -> SQL {
        SQL(
            sql: """
                SELECT '\(kind.name)' AS kind, v.id, v.\(kind.column) AS subject, v.facet, v.value, v.least, v.most, \
                v.date, v.earliest, v.latest, v.cause, v.standing, v.standing_note, v.other_unit, v.for_enrollment
                """)
    }

    /// The names of units or of officials, each record's primary one first, with their sources.
    static func names(of kind: RecordKind, _ numbers: some Sequence<Int64>) -> SQL {
        let column = SQL(sql: "n.\(kind.column)")
        return """
            SELECT \(column), n.text, n.nature, n.source_id, s.title FROM name n LEFT JOIN source s ON s.id = n.source_id \
            WHERE \(column) IN \(SQL.list(numbers)) ORDER BY \(column), n.nature <> 'primary', +n.id
            """
    }

    /// The citations on one field of records, or on all, by record.
    static func citations(
        of kind: RecordKind, _ numbers: some Sequence<Int64>, on field: FieldName? = nil
    ) -> SQL {
        let column = SQL(sql: "c.\(kind.column)")
        var narrowed: SQL = ""
        if let field { narrowed = "AND c.field = \(field.rawValue) " }
        return """
            SELECT \(column) AS owner, \(cited) FROM citation c LEFT JOIN source s ON s.id = c.source_id \
            WHERE \(column) IN \(SQL.list(numbers)) \(narrowed)ORDER BY +c.id
            """
    }

    private static let cited: SQL = """
        c.id, c.field, c.source_id, s.title, c.locator, c.stated, c.wording, c.held, c.held_earliest, c.held_latest, c.quote, c.speaker, \
        c.speech, c.stance, c.standing
        """

    /// The citations by their own numbers.
    static func statements(_ numbers: some Sequence<Int64>) -> SQL {
        """
        SELECT c.id AS owner, \(cited) FROM citation c LEFT JOIN source s ON s.id = c.source_id WHERE c.id IN \(SQL.list(numbers)) \
        ORDER BY +c.id
        """
    }

    /// The citations that make officials members of a group, by their events that the group has too: what the sources of such
    /// an event say may be said of the group alone. They do not say of which group, if there are two.
    static func naming(_ events: some Sequence<Int64>) -> SQL {
        """
        SELECT v.id AS owner, \(cited) FROM event v CROSS JOIN citation c ON c.enrollment_id = v.enrollment_id \
        AND c.field = 'group' AND c.stance = 'supports' AND c.standing <> 'rejected' LEFT JOIN source s ON s.id = c.source_id \
        WHERE v.id IN \(SQL.list(events)) AND EXISTS (SELECT 1 FROM group_member g CROSS JOIN event o \
        ON o.enrollment_id = g.group_id AND o.facet = v.facet AND o.value IS v.value AND o.date IS v.date \
        WHERE g.member_id = v.enrollment_id) ORDER BY +c.id
        """
    }
}
