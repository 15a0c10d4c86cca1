public import MusterValues

/// The value that a record holds in one of its fields.
///
/// In JSON a text, a word and a day are strings, and a word is spelt as its list spells it; a number is a number;
/// anything else is an object.
public enum FieldValue: Hashable, Sendable {
    /// A text, a name, a code or a day.
    case text(String)
    /// Several names.
    case names([String])
    /// Several records.
    case records([RecordID])
    /// The countries that a region borders.
    case borders([ForeignBorder])
    /// A country's membership of a bloc.
    case membership(BlocMembership)
    /// The source that spells a name so.
    case spelt(by: NamedRecord)
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
    /// A record; only an official and an unnamed unit come with the values that tell them apart.
    indirect case record(DescribedRecord)
    /// A region.
    case region(NamedRegion)
    /// Several values of one field, such as the sources that a source repeats.
    indirect case several([FieldValue])

    /// The value for people.
    public var words: String {
        switch self {
        case .text(let text): text
        case .names(let names): names.joined(separator: "; ")
        case .records(let ids): ids.map(\.description).joined(separator: ", ")
        case .borders(let borders): borders.map(\.words).joined(separator: ", ")
        case .membership(let membership): membership.words
        case .spelt(let source): "spelt so by \(source.id)"
        case .word(let word): word.spaced
        case .number(let number): String(number)
        case .date(let date): date.edtf
        case .people(let least, let most): Headcount.words(least: least, most: most)
        case .event(let value): value.words
        case .record(let record): record.words
        case .region(let region): region.words
        case .several(let values): values.map(\.words).joined(separator: "; ")
        }
    }
}

extension FieldValue {
    /// The value for programs, which spells the words of closed lists as JSON does.
    package var raw: String { cell.raw }

    /// The value as a cell of a listing.
    var cell: Value {
        switch self {
        case .word(let word): .word(word)
        case .number(let number): .number(Int64(number))
        case .event(let value): value.stored.value.map { .word($0) } ?? .text(words)
        case .several(let values): .each(values.map(\.cell)) ?? .text("")
        case .text, .names, .records, .borders, .membership, .spelt, .date, .people, .record, .region: .text(words)
        }
    }
}

extension FieldValue: Codable {
    private struct People: Codable {
        let least: Int
        let most: Int?
    }

    /// Reads what `encode(to:)` writes, as far as JSON tells values apart: every text that has no members comes back as a text, and a
    /// source that spells a name as a record.
    ///
    /// - Throws: `DecodingError` for what no value is written as.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        func read<Wire: Decodable>(_ type: Wire.Type, _ value: (Wire) -> FieldValue) -> FieldValue? {
            (try? container.decode(type)).map(value)
        }
        var value = read(String.self, FieldValue.text) ?? read(Int.self, FieldValue.number)
        value = value ?? read([ForeignBorder].self, FieldValue.borders) ?? read([FieldValue].self, FieldValue.several)
        value = value ?? read(BlocMembership.self, FieldValue.membership) ?? read(EventValue.self, FieldValue.event)
        value = value ?? read(People.self) { .people(least: $0.least, most: $0.most) }
        value = value ?? read(NamedRegion.self, FieldValue.region) ?? read(StatedDate.self, FieldValue.date)
        value = value ?? read(NamedRecord.self) { .record(DescribedRecord(id: $0.id, name: $0.name)) }
        guard let value else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "this is no value of a field")
        }
        self = value
    }

    /// Encodes the value without its words.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text), .word(let text): try container.encode(text)
        case .names(let names): try container.encode(names)
        case .records(let ids): try container.encode(ids)
        case .borders(let borders): try container.encode(borders)
        case .membership(let membership): try container.encode(membership)
        case .spelt(let source): try container.encode(source)
        case .number(let number): try container.encode(number)
        case .date(let date): try container.encode(date)
        case .people(let least, let most): try container.encode(People(least: least, most: most))
        case .event(let value): try container.encode(value)
        case .record(let record): try container.encode(record)
        case .region(let region): try container.encode(region)
        case .several(let values): try container.encode(values)
        }
    }
}
