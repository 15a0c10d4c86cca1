public import MusterValues

/// A change of one field of one record between two moments.
public struct Difference: ListingRow {
    /// The ways in which a record can change.
    public enum Change: String, CaseIterable, Codable, Sendable {
        /// The record was not there before.
        case added
        /// The record was there and still is.
        case changed
        /// The record is no longer there.
        case removed
    }

    /// The record; nil if the change is to a bloc.
    public let record: RecordID?
    /// The words that describe the record, as they were if it was removed; or the name of a bloc.
    public let title: String
    /// The change of the whole record.
    public let change: Change
    /// The field.
    public let field: ComparedField
    /// Its value before; nil if there was none.
    public let before: FieldValue?
    /// Its value after; nil if there is none.
    public let after: FieldValue?
    /// The new citations on it.
    public let citedSince: [CitedStatement]
    /// The citations on it that are gone.
    public let uncitedSince: [RecordID]

    /// The columns.
    public static let columns: [Column<Difference>] = [
        Column("record") { .text($0.name) },
        Column("title") { .text($0.title) },
        Column("change") { .text($0.change.rawValue) },
        Column("field") { $0.field.cell },
        Column("before") { $0.before?.cell },
        Column("after") { $0.after?.cell },
        Column("cited") { $0.cited.map(Value.text) },
    ]

    /// The record's short id or code, or the name of a bloc.
    public var name: String { record?.description ?? title }

    /// The new citations, each as its stated value, its place and its id, and the ids of those that are gone; nil if
    /// there are none.
    public var cited: String? {
        let added = citedSince.map { statement in
            (statement.stance == .disputes ? "against: " : "")
                + "\(statement.stated) — \(statement.attribution) [\(statement.citation)]"
        }
        let all = added + uncitedSince.map { "no longer [\($0)]" }
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    /// True if the field can be cited. A standing, a spelling, a border, and a field of a source cannot.
    public var isCitable: Bool {
        guard case .field(let name) = field else { return false }
        return record?.kind.field(name)?.rules.contains(.cited) == true
    }
}

extension Difference {
    private enum Key: String, CodingKey {
        case record, title, change, field, spelling, before, after, citedSince, uncitedSince
    }

    /// Encodes the field as a word, and the text of a spelling beside it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(record, forKey: .record)
        try container.encode(title, forKey: .title)
        try container.encode(change, forKey: .change)
        try container.encode(field.rawValue, forKey: .field)
        try container.encode(field.spelling, forKey: .spelling)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
        try container.encode(citedSince, forKey: .citedSince)
        try container.encode(uncitedSince, forKey: .uncitedSince)
    }
}
