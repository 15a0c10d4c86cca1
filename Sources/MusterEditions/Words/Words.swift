public import MusterValues

/// Something that an edition says, without its language: a phrase with its arguments, or a value of the register.
///
/// It becomes text in one language at the very end, so that nothing is worded twice. There is no case for a fixed text: those are
/// phrases, which have their words in every language.
public indirect enum Words: Hashable, Sendable {
    /// A phrase with what stands in its places.
    case phrase(Phrase, [Words])
    /// A text of the register as it stands there: a title, a note, a value as a source states it.
    case text(String)
    /// The name of a person, a unit or a region, as it is written in the register.
    case name(String)
    /// A source's own words.
    case quote(String)
    /// A record by its name, with a link to its place in the edition if it has one there.
    case record(RecordID, Words)
    /// The short id of a record, with a link to its place in the edition if it has one there.
    case id(RecordID)
    /// A source and the place in it, such as "S1 ¶5".
    case place(RecordID, locator: String?)
    /// A date as it is stated; nil for a date that nobody states.
    case date(StatedDate?, DateForm)
    /// A time in UTC, as `2026-11-25T09:30:00Z`.
    case time(String)
    /// A number.
    case number(Int)
    /// A number of things.
    case count(Int, Noun)
    /// A range of people or of things; `most` is nil if it is open. `noun` is nil for the number alone.
    case range(least: Int?, most: Int?, Noun?)
    /// A value of a closed list: the value itself, and its words.
    case listed(String, Label)
    /// An address: a link if it is one of the web, otherwise a text.
    case address(String)
    /// A hash, or another text that is read letter by letter.
    case code(String)
    /// The most important words of a sentence.
    case strong(Words)
    /// Words of less weight, such as "no date stated".
    case quiet(Words)
    /// Words that lead to another page of the service; an edition, which is a file of its own, has them without the link.
    case link(LinkTarget, Words)
    /// Several with a separator between them.
    case joined([Words], Separator)

    /// How a date is said.
    public enum DateForm: Hashable, Sendable {
        /// As a part of a sentence: "on 3 October 2025".
        case sentence
        /// Alone in a cell: "3 October 2025".
        case cell
    }

    /// What stands between several.
    public enum Separator: String, Hashable, Sendable {
        /// A comma.
        case comma = ", "
        /// A semicolon, for parts that have commas.
        case semicolon = "; "
        /// A dot in the middle of the line, for parts that do not depend on one another.
        case dot = " · "
        /// A space.
        case space = " "
        /// "or", for values of which each may be the newest.
        case or
    }
}

extension Words {
    /// A phrase with what stands in its places.
    package static func say(_ phrase: Phrase, _ arguments: Words...) -> Words { .phrase(phrase, arguments) }

    /// A value of a closed list.
    package static func list(_ value: some ClosedList) -> Words {
        .listed(value.rawValue, Label(value.words, value.label.russian))
    }

    /// A value of a closed list whose label says more than the word that a person types for it.
    package static func labelled(_ value: some ClosedList) -> Words { .listed(value.rawValue, value.label) }

    /// Several values of which each may be the newest; nil if there are none.
    static func alternatives(_ values: [Words]) -> Words? {
        values.count == 1 ? values[0] : values.isEmpty ? nil : .joined(values, .or)
    }

    /// A number of people.
    static func people(_ people: Headcount) -> Words { .range(least: people.least, most: people.most, .person) }
}
