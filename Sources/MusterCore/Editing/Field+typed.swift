import GRDB
import MusterValues

/// The new value of one column in an edit.
struct ColumnChange {
    let field: FieldName
    let column: String
    let value: (any DatabaseValueConvertible)?
}

/// A field with its new value, as a person typed it.
typealias TypedField = (field: Field, text: String)

extension RecordID {
    /// The fields that an edit of the record names, in alphabetical order, each with its text.
    ///
    /// - Throws: `MusterError.notInList` with the fields that can be edited, or `.refused` with what to do instead if
    ///   only events change the field.
    func edited(_ values: [String: String]) throws -> [TypedField] {
        var seen: Set<FieldName> = []
        return try values.sorted { $0.key < $1.key }.map { name, text in
            if let field = FieldName(word: name).flatMap(kind.field), field.rules.contains(.edited) {
                guard seen.insert(field.name).inserted else {
                    throw MusterError.usage("\(quoted(field.name.words)) is given twice; give one value for each field")
                }
                if let whole = field.citedAs, seen.contains(whole) {
                    throw MusterError.usage(
                        "\(quoted(whole.words)) and \(quoted(field.name.words)) are one number; give one of them")
                }
                return (field, text)
            }
            if kind == .region, FieldName(word: name) == .parent {
                throw MusterError.refused(
                    rule:
                        "the region that a district lies in is part of its code; a district of another region is another record",
                    fix: .add(.region))
            }
            if kind.hasEvents, RecordKind.withEvents.flatMap(EventValue.facets).contains(name) {
                // A strength is typed with its word before the number.
                let value = name == "strength" && !text.isEmpty ? "strength \(text)" : text
                throw MusterError.refused(
                    rule: "\(name) is read from what happened", fix: .recordEvent(self, value: value))
            }
            throw MusterError.outside(list: "field of \(kind.words)", value: name, allowed: kind.editedNames)
        }
    }
}

extension Field {
    /// The changes of columns of a record for a typed text; an empty text removes the value. A name has no column, so it
    /// gives none.
    ///
    /// - Throws: `MusterError` for a text that the field's type refuses, or none for a field that must hold a value.
    func changes(typed text: String, of id: RecordID, _ db: Database) throws -> [ColumnChange] {
        zip(columns, try values(typed: text, of: id, db)).map { ColumnChange(field: name, column: $0, value: $1) }
    }

    private func values(typed text: String, of id: RecordID, _ db: Database) throws
        -> [(any DatabaseValueConvertible)?]
    {
        if text.isEmpty, !rules.contains(.required) { return columns.map { _ in nil } }
        switch type {
        case .name, .subject: return []
        case .people:
            let size = try GroupSize(typed: text)
            return [size.least, size.most]
        case .text(let most): return [try Text.clean(text, field: name.words, limit: most) as String]
        case .list(let list): return [try Self.value(text, of: list)]
        case .reference(let kind):
            if text.isEmpty {
                throw MusterError.refused(rule: "the \(name.words) of \(id) cannot be taken away; give another")
            }
            let (resolver, reference) = (Resolver(db: db), RecordReference(text))
            let other =
                try kind == .region ? resolver.entered(region: reference) : resolver.resolve(reference, among: [kind])
            return [other.databaseKey]
        case .date:
            let date = try StoredDate(typed: text)
            return [date.text, date.earliest, date.latest]
        case .day: return [try Day(typed: text).description]
        case .number(let range): return [try number(typed: text, in: range)]
        case .eventValue: return try value(typed: text, ofEvent: id.row(there: db), id)
        case .term: return [try Self.term(typed: text).description]
        case .language: return [try SourceRules.language(text)]
        case .digest: return [try SourceRules.sha256(text)]
        }
    }

    private static func value<List: ClosedList>(_ text: String, of _: List.Type) throws(MusterError) -> String {
        try List(typed: text).rawValue
    }

    /// The value, the least and the most of an event. It keeps its facet: a status does not become a strength.
    private func value(typed text: String, ofEvent row: Row, _ id: RecordID) throws
        -> [(any DatabaseValueConvertible)?]
    {
        guard let subject = try RecordKind.event.field(.of)?.reference(in: row) else {
            throw MusterError.unreadable(field: "subject", value: "nothing", of: id)
        }
        let stored = try EventValue(typed: text, to: subject.kind).stored
        let facet: String = try row.get("facet")
        if stored.facet != facet {
            throw MusterError.refused(
                rule: "\(id) is about the \(facet) of \(subject), and \(quoted(text)) is a \(stored.facet)",
                fix: .recordEvent(subject, value: text))
        }
        return [stored.value, stored.least, stored.most]
    }
}
