public import MusterValues

/// The value that a record holds in one of its fields.
///
/// In JSON a text, a word and a day are strings, and a word is spelt as its list spells it; a number is a number;
/// anything else is an object.
public enum FieldValue: Hashable, Sendable {
    /// A text, a name, a code or a day.
    case text(String)
    /// Several names or ids, and the separator to write between them for people.
    case names([String], separator: String)
    /// A word of a closed list, spelt as in the list: `contract_signed`.
    case word(String)
    /// A number.
    case number(Int)
    /// An uncertain date.
    case date(StatedDate)
    /// A number of people; `most` is nil if it is not known.
    case people(least: Int, most: Int?)
    /// The state that an event changed to.
    case event(EventValue)
    /// A record, with its words: "O1 Alexei Besprozvannikov (Governor, RU-KGD)".
    case record(NamedRecord, words: String)
    /// A region, with its words.
    case region(NamedRegion, words: String)

    /// The value for people.
    public var words: String {
        switch self {
        case .text(let text): text
        case .names(let names, let separator): names.joined(separator: separator)
        case .word(let word): word.spaced
        case .number(let number): String(number)
        case .date(let date): date.edtf
        case .people(let least, let most): Headcount.words(least: least, most: most)
        case .event(let value): value.words
        case .record(_, let words), .region(_, let words): words
        }
    }
}

extension FieldValue {
    /// The value as a cell of a listing.
    var cell: Value {
        switch self {
        case .word(let word): .word(word)
        case .number(let number): .number(Int64(number))
        case .event(let value): value.stored.value.map { .word($0) } ?? .text(words)
        case .text, .names, .date, .people, .record, .region: .text(words)
        }
    }
}

extension FieldValue: Encodable {
    private struct People: Encodable {
        let least: Int
        let most: Int?
    }

    /// Encodes the value without its words.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text), .word(let text): try container.encode(text)
        case .names(let names, _): try container.encode(names)
        case .number(let number): try container.encode(number)
        case .date(let date): try container.encode(date)
        case .people(let least, let most): try container.encode(People(least: least, most: most))
        case .event(let value): try container.encode(value)
        case .record(let record, _): try container.encode(record)
        case .region(let region, _): try container.encode(region)
        }
    }
}
