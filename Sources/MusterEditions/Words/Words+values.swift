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
        // A digest is no word: it can be broken anywhere.
        case .text(let text): field?.name == .sha256 ? .code(text) : .text(text)
        case .names(let names): .joined(names.map(Words.name), .semicolon)
        case .records(let ids): .joined(ids.map(Words.id), .comma)
        case .borders(let borders):
            .joined(
                borders.map { .say($0.kind == "land" ? .landBorder : .maritimeBorder, country($0.country)) }, .comma)
        case .membership(let membership): Words.membership(membership)
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

    private static func membership(_ membership: BlocMembership) -> Words {
        let days = [membership.since, membership.until].compactMap(\.self).map { day in
            Words.date(StatedDate(edtf: day, earliest: day, latest: day), .cell)
        }
        let member = country(membership.country)
        return days.count == 1 ? .say(.memberSince, member, days[0]) : .say(.memberUntil, member, days[0], days[1])
    }

    private static func listed(_ word: String, of field: Field?) -> Words {
        if case .term? = field?.type { return term(word) }
        guard case .list(let list)? = field?.type, let value = list.init(rawValue: word) else {
            return .text(word.replacing("_", with: " "))
        }
        return .list(value)
    }

    /// What a source states of a field: a date in words, and a word of the register's own lists in the reader's language.
    static func stated(_ text: String, of field: FieldName) -> Words {
        if let word = listed(stated: text, of: field) { return word }
        if field == .term, TermLength(text)?.description == text { return term(text) }
        guard [.date, .launched, .formed].contains(field), (try? EDTF(text)) != nil else { return .text(text) }
        return .date(StatedDate(edtf: text, earliest: nil, latest: nil), .cell)
    }

    /// A value as the register itself words it, which stands where a clerk typed no other words of the source.
    private static func listed(stated text: String, of field: FieldName) -> Words? {
        if text.utf8.count > longestWord { return nil }
        if let word = words[field]?[text] { return word }
        guard [.value, .groupSize].contains(field),
            text.utf8.contains(where: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return nil }
        let planned = "planned strength "
        let isPlanned = text.hasPrefix(planned)
        let number =
            isPlanned
            ? String(text.dropFirst(planned.count))
            : text.hasPrefix("strength ") ? String(text.dropFirst("strength ".count)) : text
        guard let range = try? Strength(typed: number), range.words == number else { return nil }
        let words = Words.range(least: range.least, most: range.most, nil)
        return isPlanned ? .say(.plannedStrength, words) : words
    }

    /// More bytes than any word of the register's lists and any strength in its words.
    private static let longestWord = 60

    /// The words of the closed lists that each field takes, written with underscores or spaces. A page asks for them for every
    /// citation on it.
    private static let words: [FieldName: [String: Words]] = Dictionary(
        uniqueKeysWithValues: FieldName.allCases.map { field in
            let types = RecordKind.allCases.compactMap { $0.field(field)?.type }
            // Danger: a post's "left" gives a motive, which nobody stated of an enrollment. So the enrollment's word comes first.
            let lists: [any ClosedList.Type] =
                field == .value
                ? [UnitStatus.self, UnitForm.self, EnrollmentState.self, Tenure.self]
                : types.compactMap { if case .list(let list) = $0 { list } else { nil } }
            var all: [String: Words] = [:]
            for list in lists {
                for value in list.values {
                    for word in [value.rawValue, value.rawValue.replacing("_", with: " ")] where all[word] == nil {
                        all[word] = .list(value)
                    }
                }
            }
            return (field, all)
        })

    /// The date on which a source was published. It was on one day: an end that is not stated is no end of publishing.
    static func published(_ date: StatedDate?) -> Words {
        guard let date, date.edtf.hasSuffix("/.."), let start = try? EDTF(String(date.edtf.dropLast(3))) else {
            return .date(date, .cell)
        }
        return .say(.orLater, .date(StatedDate(edtf: start.text, earliest: date.earliest, latest: nil), .cell))
    }

    /// A term as it is stored, as "6 months".
    private static func term(_ text: String) -> Words {
        guard let term = TermLength(text) else { return .text(text) }
        let noun: Noun =
            switch term.unit {
            case .day: .day
            case .month: .month
            case .year: .year
            }
        return .count(term.count, noun)
    }

    /// The name of a field.
    static func field(_ name: FieldName, of kind: RecordKind) -> Words {
        .listed(name.rawValue, kind.field(name)?.label ?? name.label)
    }

    /// The last day on which something is heard of.
    static func lastHeard(_ heard: LastHeard) -> Words { .say(.lastHeard, .date(heard.date, .cell)) }
}

extension ClosedList {
    /// The values, of a list that is known only by its type.
    fileprivate static var values: [any ClosedList] { Array(allCases) }
}
