public import MusterValues

/// The types of value that a field can hold.
public enum FieldType: Sendable {
    /// A name of the record; names have a table of their own.
    case name(most: Int)
    /// A text of at most this many characters.
    case text(most: Int)
    /// A value of a closed list.
    case list(any ClosedList.Type)
    /// Another record.
    case reference(RecordKind)
    /// The one record that an event or a citation belongs to, of one of these kinds; each kind has its own column.
    case subject([RecordKind])
    /// An uncertain date in EDTF, with the first and the last day that it can mean.
    case date
    /// A day.
    case day
    /// A whole number.
    case number(ClosedRange<Int>)
    /// A number of people: the least and the most.
    case people
    /// The state that an event changed to: a value from the list of its facet, or a strength.
    case eventValue
    /// A length of time, such as "6 months".
    case term
    /// An ISO 639 language code.
    case language
    /// A SHA-256 digest.
    case digest
}
