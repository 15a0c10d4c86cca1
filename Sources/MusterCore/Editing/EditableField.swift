import GRDB
import MusterValues

/// One column that an edit sets.
struct ColumnChange {
    /// The field as the user names it.
    let field: String
    let column: String
    let value: (any DatabaseValueConvertible)?
}

/// The fields of each kind of record that can be edited, and how each is read.
enum EditableField {
    typealias Reader = (_ text: String, _ db: Database) throws -> [(String, (any DatabaseValueConvertible)?)]

    /// The fields of a kind as a user names them, in alphabetical order.
    static func names(of kind: RecordKind) -> [String] {
        (Array(readers(of: kind).keys) + (kind.isNamed ? ["name"] : [])).sorted()
    }

    /// The citation's field for an edited one.
    static func citedName(_ field: String) -> String {
        switch field {
        case "least", "most": "group_size"
        default: field
        }
    }

    /// Reads the new values of a record's fields.
    static func columns(of id: RecordID, from values: [String: String], db: Database) throws -> [ColumnChange] {
        let readers = readers(of: id.kind)
        var changes: [ColumnChange] = []
        for (field, text) in values.sorted(by: { $0.key < $1.key }) {
            guard let reader = readers[field] else {
                if [.unit, .post, .enrollment].contains(id.kind),
                    ["form", "status", "strength", "state", "tenure"].contains(field)
                {
                    throw MusterError.refused(
                        rule: "\(field) is read from what happened", fix: .recordEvent(id, value: text))
                }
                throw MusterError.outside(
                    list: "field of \(id.kind.words)", value: field, allowed: names(of: id.kind))
            }
            changes += try reader(text, db).map { ColumnChange(field: field, column: $0.0, value: $0.1) }
        }
        if let standing = values["standing"].flatMap(Standing.init(word:)) {
            if standing != .accepted, values["note"] ?? "" == "" {
                throw MusterError.missing(
                    what: "the reason for standing \(quoted(standing.words))", fix: .give(.note))
            }
            if standing == .accepted, values["note"] == nil {
                changes.append(ColumnChange(field: "note", column: "standing_note", value: nil))
            }
        }
        return changes
    }

    private static func readers(of kind: RecordKind) -> [String: Reader] {
        switch kind {
        case .region:
            [
                "kind": required("kind", 100), "federal_district": text("federal_district", 100),
                "number": text("number", 10),
            ]
        case .source:
            [
                "kind": list("kind", SourceKind.self), "title": required("title", 500),
                "publisher": text("publisher", 200),
                "url": text("url", 2000), "published": date("published"), "note": text("note", 2000),
                "language": converted("language") { try SourceRules.language($0) },
                "captured": converted("captured") { try Day(typed: $0).description },
                "sha256": converted("sha256") { try SourceRules.sha256($0) },
                "derived_from": reference("derived_from", .source),
                "relation": list("relation", SourceRelation.self, mayBeEmpty: true),
            ]
        case .programme:
            judged(["launched": date("launched"), "launched_by": text("launched_by", 200)])
        case .unit:
            judged([
                "kind": list("kind", UnitKind.self), "region": reference("region_code", .region),
                "programme": reference("programme_id", .programme), "part_of": reference("part_of", .unit),
                "ordinal": number("ordinal", 1...1000),
            ])
        case .official: judged([:])
        case .post:
            judged([
                "title": required("title", 200), "kind": list("kind", PostKind.self),
                "level": list("level", PostLevel.self, mayBeEmpty: true),
                "body": text("body", 200), "region": reference("region_code", .region),
            ])
        case .enrollment:
            judged([
                "unit": reference("unit_id", .unit), "contract": list("contract", ContractKind.self),
                "concluded_by": list("concluded_by", ContractParty.self), "role": text("role", 200),
                "group": required("group_who", 300), "level": list("group_level", PostLevel.self, mayBeEmpty: true),
                "kind": list("group_kind", PostKind.self, mayBeEmpty: true),
                "region": reference("group_region", .region),
                "least": number("group_least", 1...1_000_000), "most": number("group_most", 1...1_000_000),
            ])
        case .event: judged(["date": date(""), "value": value, "cause": text("cause", 2000)])
        case .citation:
            judged([
                "stated": required("stated", 500), "stance": list("stance", Stance.self),
                "locator": text("locator", 200),
                "quote": text("quote", 300), "speaker": text("speaker", 200), "speech": list("speech", Speech.self),
            ])
        }
    }

    /// A record's own fields with its standing and the note that explains it.
    private static func judged(_ fields: [String: Reader]) -> [String: Reader] {
        fields.merging([
            "standing": list("standing", Standing.self), "note": text("standing_note", 2000),
        ]) { own, _ in own }
    }

    private static func text(_ column: String, _ limit: Int) -> Reader {
        { text, _ in [(column, text.isEmpty ? nil : try Text.clean(text, field: column.spaced, limit: limit) as String)]
        }
    }

    private static func required(_ column: String, _ limit: Int) -> Reader {
        { text, _ in [(column, try Text.clean(text, field: column.spaced, limit: limit) as String)] }
    }

    private static func list<Value: ClosedList>(_ column: String, _: Value.Type, mayBeEmpty: Bool = false) -> Reader {
        { text, _ in [(column, text.isEmpty && mayBeEmpty ? nil : try Value(typed: text).rawValue)] }
    }

    private static func converted(_ column: String, _ convert: @escaping (String) throws -> String) -> Reader {
        { text, _ in [(column, text.isEmpty ? nil : try convert(text))] }
    }

    private static func reference(_ column: String, _ kind: RecordKind) -> Reader {
        { text, db in [(column, text.isEmpty ? nil : try Resolver(db: db).resolve(text, among: [kind]).databaseKey)] }
    }

    private static func number(_ column: String, _ range: ClosedRange<Int>) -> Reader {
        { text, _ in
            if text.isEmpty { return [(column, nil)] }
            guard let number = Int(text), range.contains(number) else {
                throw MusterError.badValue(
                    field: column.spaced, value: text,
                    rule: "give a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return [(column, number)]
        }
    }

    /// A date and the two days beside it; their columns have the field's name before them, an event's do not.
    private static func date(_ field: String) -> Reader {
        { text, _ in
            let date = text.isEmpty ? nil : try StoredDate(text)
            let prefix = field.isEmpty ? "" : field + "_"
            return [
                (field.isEmpty ? "date" : field, date?.text), (prefix + "earliest", date?.earliest),
                (prefix + "latest", date?.latest),
            ]
        }
    }

    /// An event's value; the schema refuses one that cannot happen to the event's record.
    private static func value(_ text: String, _ db: Database) throws -> [(String, (any DatabaseValueConvertible)?)] {
        let fitting = [RecordKind.unit, .post].lazy.compactMap { try? EventValue(typed: text, to: $0) }.first
        let happening = try fitting ?? EventValue(typed: text, to: .enrollment)
        guard case .strength(let least, let most) = happening else {
            return [("value", happening.stored.value), ("least", nil), ("most", nil)]
        }
        return [("least", least), ("most", most)]
    }

}
