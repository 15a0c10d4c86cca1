import GRDB
import MusterValues

extension Field {
    /// True if only sources speak of the field, and what the registry concludes is kept beside the record.
    package var isOnlySaid: Bool {
        if case .text = type { columns.isEmpty } else { false }
    }

    /// The record that a row names in this field; nil if it names none.
    ///
    /// - Throws: `MusterError.unreadable` if the column holds something that is not a key.
    func reference(in row: Row) throws -> RecordID? {
        switch type {
        case .reference(let kind): try columns.first.flatMap { try kind.reference($0, in: row) }
        case .subject(let kinds): try zip(kinds, columns).lazy.compactMap { try $0.reference($1, in: row) }.first
        default: nil
        }
    }

    /// The value that a row holds in this field; nil if it holds none, if the field names another record, or if the
    /// field is a name.
    ///
    /// - Throws: `MusterError.unreadable` for a value of another type, or one outside the field's list.
    func value(in row: Row) throws -> FieldValue? {
        guard let column = columns.first else { return nil }
        switch type {
        case .name, .reference, .subject: return nil
        case .text, .day, .language, .digest: return (try row.get(column) as String?).map(FieldValue.text)
        case .term: return (try row.get(column) as String?).map(FieldValue.word)
        case .number: return (try row.get(column) as Int?).map(FieldValue.number)
        case .list(let list): return try word(of: list, in: row).map(FieldValue.word)
        case .date: return try row.date(columns).map(FieldValue.date)
        case .people:
            let most: Int? = try row.get(columns[1])
            return (try row.get(column) as Int?).map { .people(least: $0, most: most) }
        case .eventValue: return .event(try row.eventValue())
        }
    }

    /// The value in words; another record is given by its short id or code only; nil if the row holds none.
    ///
    /// - Throws: the same as `value(in:)`.
    func words(in row: Row) throws -> String? { try reference(in: row)?.description ?? value(in: row)?.words }

    private func word<List: ClosedList>(of _: List.Type, in row: Row) throws -> String? {
        let value = try row.optionalList(columns[0], List.self)
        return value == List.unstated ? nil : value?.rawValue
    }
}

extension RecordKind {
    /// The record of this kind that a column of a row points to; nil if it points to none.
    func reference(_ column: String, in row: Row) throws -> RecordID? {
        self == .region
            ? (try row.get(column) as String?).map { RecordID(region: $0) }
            : (try row.get(column) as Int64?).map { RecordID(self, $0) }
    }
}

extension Row {
    /// The date that three columns hold: its text, its first day and its last.
    func date(_ columns: [String]) throws -> StatedDate? {
        guard let edtf: String = try get(columns[0]) else { return nil }
        return StatedDate(edtf: edtf, earliest: try get(columns[1]), latest: try get(columns[2]))
    }

    /// The value of an event's row.
    ///
    /// - Throws: `MusterError.unreadable` for a value that is outside the list of its facet.
    func eventValue() throws -> EventValue {
        let (facet, value): (String, String?) = (try get("facet"), try get("value"))
        guard let event = EventValue(facet: facet, value: value, least: try get("least"), most: try get("most")) else {
            throw MusterError.unreadable(field: facet.spaced, value: value ?? "nothing")
        }
        return event
    }
}
