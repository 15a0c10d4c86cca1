import GRDB
import MusterValues

/// Finds values on record that no accepted citation states.
///
/// A citation states a value in its own words: "Kaliningrad" is RU-KGD. What it says is read as an edit reads a typed text.
/// If it cannot be read at all, it is taken to state the value: what the registry does not understand proves nothing.
final class Inferences {
    private let db: Database
    /// The records that have a name, by kind and text, as far as they were looked up: a report has few units and many texts.
    private var named: [RecordKind: [String: [RecordID]]] = [:]

    init(_ db: Database) { self.db = db }

    /// The fields under which the registry itself files a record: no source is asked for them when the record is made.
    private static let filed: [RecordKind: Set<FieldName>] = [
        .unit: [.kind], .post: [.kind, .level, .official], .enrollment: [.kind, .level, .region],
    ]

    /// The inferences among the fields of records; a region's are reference data.
    func among(_ fields: [ReportedField]) throws -> [Suspect] {
        try fields.filter { $0.record.id.kind != .region }.compactMap { own in
            try isInferred(own.field, of: own.record.id.kind)
                ? Suspect(.inference, own.record, field: own.field) : nil
        }
    }

    /// The inferences among the events of a timeline, except those judged wrong: their values, dates and causes.
    func among(_ lines: [TimelineLine]) throws -> [Suspect] {
        try lines.flatMap { line -> [Suspect] in
            guard let event = line.event, line.rejected.isEmpty else { return [] }
            let values: [(FieldName, FieldValue?)] = [
                (.value, line.value), (.date, line.date.map(FieldValue.date)),
                (.cause, line.cause.map(FieldValue.text)),
            ]
            return try values.compactMap { name, value in
                guard let value, !line.isStated(value.words, as: name) else { return nil }
                let own = line.sources.filter { $0.field == name }.compactMap(CitedStatement.init)
                let field = FieldOnRecord(field: name, value: value, statements: own)
                return try isInferred(field, of: line.record.id.kind)
                    ? Suspect(.inference, line.record, event: event, field: field) : nil
            }
        }
    }

    /// True if the registry holds a value that no accepted citation states.
    func isInferred(_ field: FieldOnRecord, of kind: RecordKind) throws -> Bool {
        guard let value = field.value else { return false }
        let accepted = field.supporting.filter { $0.standing == .accepted }
        if accepted.isEmpty {
            // A group of which nobody gives a number has at least two people, because the word is a plural.
            let isPlural = field.field == .groupSize && value == .people(least: 2, most: nil)
            return !isPlural && Self.filed[kind]?.contains(field.field) != true
        }
        if case .people(let least, let most) = value { return !Self.state(accepted.map(\.stated), least, most) }
        return try !accepted.contains { try states($0.stated, value, field.field, of: kind) }
    }

    private func states(_ stated: String, _ value: FieldValue, _ name: FieldName, of kind: RecordKind) throws -> Bool {
        if Text.folded(stated) == Text.folded(value.words) { return true }
        switch value {
        case .text(let text):
            // A citation keeps the beginning of a long text.
            return stated.count == 500 && text.hasPrefix(stated)
        case .word(let word): return kind.field(name)?.word(typed: stated).map { $0 == word } ?? true
        case .number(let number): return OrdinalClaim.states(stated, number)
        case .date(let date): return (try? EDTF(stated)).map { $0.text == date.edtf } ?? true
        case .event(let event): return (try? EventValue(typed: stated, to: kind)).map { $0 == event } ?? true
        case .record(let record): return try record.name == stated || mayName(stated, record.id)
        case .region(let region):
            return try region.name == stated || mayName(stated, RecordID(region: region.code))
        case .names, .records, .borders, .membership, .spelt, .people: return true
        }
    }

    /// True if texts give the least and the most of a group between them, as an edit of the two numbers cites them apart.
    private static func state(_ texts: [String], _ least: Int, _ most: Int?) -> Bool {
        let told = texts.compactMap(people)
        if told.count < texts.count { return true }
        return told.contains { $0.least == least } && (most == nil || told.contains { $0.most == most })
    }

    /// The least and the most that a text gives, as the registry writes them; nil for any other text.
    private static func people(_ text: String) -> (least: Int, most: Int?)? {
        guard let parts = text.wholeMatch(of: #/(at least )?(\d{1,7})(?: to (\d{1,7}))?/#),
            let least = Int(parts.2)
        else { return nil }
        if parts.1 != nil { return (least, nil) }
        return (least, parts.3.flatMap { Int($0) } ?? least)
    }

    /// False if a text is the name of another record of the kind and none of this one's.
    private func mayName(_ text: String, _ id: RecordID) throws -> Bool {
        if let other = RecordID(text), other.kind == id.kind { return other == id }
        let found = try named[id.kind]?[text] ?? Resolver(db: db).named(Text.folded(text), among: [id.kind])
        named[id.kind, default: [:]][text] = found
        return found.isEmpty || found.contains(id)
    }
}

extension TimelineLine {
    /// True if an accepted citation for a field has the text word for word.
    fileprivate func isStated(_ text: String, as field: FieldName) -> Bool {
        sources.contains {
            $0.field == field && $0.stated == text && $0.stance == .supports && $0.standing == .accepted
        }
    }
}

extension Field {
    /// The word of the field's closed list that a typed text is; nil if it is none, or if the field has no list.
    fileprivate func word(typed text: String) -> String? {
        guard case .list(let list) = type else { return nil }
        return Self.word(text, of: list)
    }

    private static func word<List: ClosedList>(_ text: String, of _: List.Type) -> String? {
        List(word: text)?.rawValue
    }
}
