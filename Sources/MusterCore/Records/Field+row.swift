import GRDB
import MusterValues

extension Field {
    /// The record that a row names in this field; nil if it names none.
    ///
    /// - Throws: `MusterError.unreadable` for a key that is none.
    func reference(in row: Row) throws -> RecordID? {
        switch type {
        case .reference(let kind): return try columns.first.flatMap { try kind.reference($0, in: row) }
        case .subject(let kinds):
            return try zip(kinds, columns).lazy.compactMap { try $0.reference($1, in: row) }.first
        default: return nil
        }
    }

    /// What a row holds of the field in words, with a record by its short id or code alone; nil if it holds nothing.
    ///
    /// - Throws: `MusterError.unreadable` for a value of another type, or outside the field's list.
    func words(in row: Row) throws -> String? {
        guard let column = columns.first else { return nil }
        switch type {
        case .name: return nil
        case .text, .date, .day, .language, .digest: return try row.get(column)
        case .number: return (try row.get(column) as Int?).map(String.init)
        case .list(let list): return try words(of: list, in: row)
        case .reference, .subject: return try reference(in: row)?.description
        case .people:
            return try (try row.get(column) as Int?).map { Headcount.words(least: $0, most: try row.get(columns[1])) }
        case .happening:
            return EventValue.words(
                value: try row.get(column), least: try row.get(columns[1]), most: try row.get(columns[2]))
        }
    }

    private func words<List: ClosedList>(of _: List.Type, in row: Row) throws -> String? {
        let value = try row.optionalList(columns[0], List.self)
        return value == List.unstated ? nil : value?.words
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
