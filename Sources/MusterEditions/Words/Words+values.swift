import MusterCore
import MusterValues

extension Words {
    /// A state of a unit, a post or an enrollment.
    static func state(_ value: EventValue) -> Words {
        switch value {
        case .status(let value): .list(value)
        case .form(let value): .list(value)
        case .tenure(let value): .list(value)
        case .state(let value): .list(value)
        case .strength(let least, let most): .say(.strength, .range(least: least, most: most, nil))
        case .plannedStrength(let least, let most): .say(.plannedStrength, .range(least: least, most: most, nil))
        }
    }

    /// The value of a field.
    static func value(_ value: FieldValue, of field: Field?) -> Words {
        switch value {
        case .text(let text): .text(text)
        case .names(let names): .joined(names.map(Words.name), .semicolon)
        case .records(let ids): .joined(ids.map(Words.id), .comma)
        case .borders(let borders): .text(borders.map(\.words).joined(separator: ", "))
        case .membership(let membership): .text(membership.words)
        case .spelt(let source): .say(.speltBy, .id(source.id))
        case .word(let word): listed(word, of: field)
        case .number(let number): .number(number)
        case .date(let date): .date(date, .cell)
        case .people(let least, let most): .range(least: least, most: most, .person)
        case .event(let value): .state(value)
        case .record(let record): .joined([.record(record.id, .name(record.title)), .id(record.id)], .space)
        case .region(let region): .record(RecordID(region: region.code), .name(region.name))
        case .several(let values): .joined(values.map { Words.value($0, of: field) }, .semicolon)
        }
    }

    private static func listed(_ word: String, of field: Field?) -> Words {
        guard case .list(let list)? = field?.type, let value = list.init(rawValue: word) else {
            return .text(word.replacing("_", with: " "))
        }
        return .list(value)
    }

    /// What a source states of a field; a date in words.
    static func stated(_ text: String, of field: FieldName) -> Words {
        guard [.date, .launched, .formed].contains(field), (try? EDTF(text)) != nil else { return .text(text) }
        return .date(StatedDate(edtf: text, earliest: nil, latest: nil), .cell)
    }

    /// The name of a field.
    static func field(_ name: FieldName, of kind: RecordKind) -> Words {
        .listed(name.rawValue, kind.field(name)?.label ?? name.label)
    }

    /// The last day on which something is heard of.
    static func lastHeard(_ heard: LastHeard) -> Words { .say(.lastHeard, .date(heard.date, .cell)) }
}
