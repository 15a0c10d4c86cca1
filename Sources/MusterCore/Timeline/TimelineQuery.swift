import GRDB
import MusterValues

/// The SQL of a record's timeline.
struct TimelineQuery {
    let id: RecordID

    /// The kinds of record that have a timeline.
    static let kinds: [RecordKind] = [.region, .programme, .unit, .official, .post, .enrollment]

    /// The events of the record, and a programme's launch among them, in the order of their days.
    ///
    /// The columns are those of `TimelineLine.init(row:)`.
    var events: SQL {
        "SELECT * FROM (\(arms.joined(separator: " UNION ALL "))) t ORDER BY \(SQL.byDay("t"))"
    }

    private var arms: [SQL] {
        let number = id.number
        return switch id.kind {
        case .official:
            [
                Self.events(of: .post, from: "post s", where: "s.official_id = \(number)"),
                Self.events(of: .enrollment, from: "enrollment s", where: "s.official_id = \(number)"),
            ]
        case .unit:
            [
                Self.own(.unit, number),
                Self.events(of: .enrollment, from: "enrollment s", where: "s.unit_id = \(number)"),
            ]
        case .region:
            Self.units("s.region_code IN (\(regions))", enrolledIn: "u.region_code IN (\(regions))") + [
                Self.events(of: .post, from: "post s", where: "s.region_code IN (\(regions))")
            ]
        case .programme:
            Self.units("s.programme_id = \(number)", enrolledIn: "u.programme_id = \(number)") + [launch]
        default: [Self.own(id.kind, number)]
        }
    }

    /// The region's code and those of its districts.
    private var regions: SQL {
        ResolvedFilter.withDistricts(id.code ?? "")
    }

    /// The events of the units under a condition, and of the enrollments in them.
    private static func units(_ condition: SQL, enrolledIn unit: SQL) -> [SQL] {
        [
            events(of: .unit, from: "unit s", where: condition),
            events(of: .enrollment, from: "unit u CROSS JOIN enrollment s ON s.unit_id = u.id", where: unit),
        ]
    }

    /// The events of the records `s`, which are looked up first.
    private static func events(of kind: RecordKind, from table: SQL, where condition: SQL) -> SQL {
        let column = SQL(sql: "v.\(kind.column)")
        return """
            \(select(kind)) FROM \(table) CROSS JOIN event v ON \(column) = s.id WHERE \(condition)
            """
    }

    /// The events of one record.
    private static func own(_ kind: RecordKind, _ number: Int64) -> SQL {
        let column = SQL(sql: "v.\(kind.column)")
        return "\(select(kind)) FROM event v WHERE \(column) = \(number)"
    }

    private static func select(_ kind: RecordKind) -> SQL {
        SQL(
            sql: """
                SELECT '\(kind.name)' AS kind, v.id, v.\(kind.column) AS subject, v.facet, v.value, v.least, v.most, \
                v.date, v.earliest, v.latest, v.cause, v.standing, v.standing_note
                """)
    }

    /// The launch of a programme, in the columns of an event. Its number is in the place of the event's.
    private var launch: SQL {
        """
        SELECT 'programme', g.id, g.id, 'launched', NULL, NULL, NULL, g.launched, g.launched_earliest, \
        g.launched_latest, NULL, g.standing, g.standing_note FROM programme g \
        WHERE g.id = \(id.number) AND g.launched IS NOT NULL
        """
    }

    /// The names of a unit or an official, the primary one first, each with its source.
    var names: SQL {
        """
        SELECT n.text, n.nature, n.source_id, s.title FROM name n LEFT JOIN source s ON s.id = n.source_id \
        WHERE \(own("n")) ORDER BY n.nature <> 'primary', +n.id
        """
    }

    /// The citations on a field of the record itself.
    func citations(on field: FieldName) -> SQL {
        "\(Self.citations(as: SQL(sql: "c.\(id.kind.column)"))) WHERE \(own("c")) AND c.field = \(field.rawValue) ORDER BY +c.id"
    }

    /// The citations on events, by event.
    static func citations(onEvents numbers: some Sequence<Int64>) -> SQL {
        "\(citations(as: "c.event_id")) WHERE c.event_id IN \(SQL.list(numbers)) ORDER BY +c.id"
    }

    private func own(_ table: String) -> SQL {
        "\(SQL(sql: "\(table).\(id.kind.column)")) = \(id.number)"
    }

    /// The columns of `TimelineLine.Source.init(row:)` after the number of the record that the citations speak of.
    private static func citations(as owner: SQL) -> SQL {
        """
        SELECT \(owner) AS owner, c.id, c.field, c.source_id, s.title, c.locator, c.stated, c.quote, c.speaker, \
        c.speech, c.stance, c.standing FROM citation c LEFT JOIN source s ON s.id = c.source_id
        """
    }
}

extension TimelineLine {
    /// Reads an event or a launch, without the name of its record, its sources and what is judged wrong besides it.
    init(row: inout RowReader) throws {
        let kind: String = try row.next()
        let isEvent = kind != RecordKind.programme.name
        guard let subject = RecordKind(name: kind) else { throw row.unreadable() }
        let id = try row.id(isEvent ? .event : .programme)
        record = NamedRecord(id: RecordID(subject, try row.next()), name: nil)
        event = isEvent ? id : nil
        let (facet, state): (String, String?) = (try row.next(), try row.next())
        let (least, most): (Int?, Int?) = (try row.next(), try row.next())
        date = try row.date()
        cause = try row.next()
        standing = try row.list()
        standingNote = try row.next()
        nature = nil
        rejected = standing == .rejected ? [id] : []
        sources = []
        if !isEvent, let date {
            (what, value) = (.launched, .date(date))
        } else if let event = EventValue(facet: facet, value: state, least: least, most: most),
            let what = What(rawValue: facet)
        {
            (self.what, value) = (what, .event(event))
        } else {
            throw MusterError.unreadable(field: facet.spaced, value: state ?? "nothing", of: id)
        }
    }
}

extension TimelineLine.Source {
    /// Reads a citation; the number of the record that it speaks of is read already.
    init(row: inout RowReader) throws {
        citation = try row.id(.citation)
        field = try row.list()
        guard let source = try row.record(.source) else { throw row.unreadable() }
        self.source = source
        locator = try row.next()
        stated = try row.next()
        quote = try row.next()
        speaker = try row.next()
        speech = try row.list()
        stance = try row.list()
        standing = try row.list()
    }
}
