public import MusterValues

/// One field of a kind of record: its name, its type, its columns, and what each part of the register does with it.
///
/// A field is data. It answers questions about itself alone; a rule that needs two fields or a query stands beside the
/// code that adds the record, and in the schema.
public struct Field: Sendable {
    /// The name, as `part_of`.
    public let name: FieldName
    /// What it holds.
    public let type: FieldType
    /// The columns of the kind's table that hold it: three for a date, none if only citations speak of it.
    let columns: [String]
    /// What may be done with it.
    public let rules: Rules
    /// The name in English and in Russian, as "part of" and "в составе".
    public let label: Label
    /// One sentence on it, in English and in Russian.
    public let help: Label
    /// What a redaction leaves of it if the record goes along with another that is redacted.
    let redacted: Left
    /// What a redaction leaves of it if the record itself was named.
    let redactedAsTarget: Left
    /// What a merge does with it.
    let merged: Merged
    /// The field that a citation of this one speaks of, if it is not this one: `group_size` for `least`.
    let citedAs: FieldName?

    /// What may be done with a field.
    public struct Rules: OptionSet, Sendable {
        /// One bit a rule.
        public let rawValue: Int

        /// Reads the rules from their bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// An edit cannot take the value away.
        public static let required = Rules(rawValue: 1)
        /// A source can be cited on it.
        public static let cited = Rules(rawValue: 2)
        /// An edit can change it.
        public static let edited = Rules(rawValue: 4)
        /// Its text alone tells which record is meant, so a redaction looks for it elsewhere.
        static let telling = Rules(rawValue: 8)
        /// Like `telling`, but only of the record that a redaction names: a title is of many posts.
        static let tellingOfTarget = Rules(rawValue: 16)
    }

    /// What a redaction leaves of a field.
    enum Left: Hashable, Sendable {
        /// The value.
        case kept
        /// Nothing.
        case emptied
        /// The word `[redacted]`.
        case blanked
        /// The word `[redacted]` if there was a text, and nothing otherwise.
        case blankedIfAny
        /// The word `[redacted S1]` with the record's short id.
        case numbered
        /// These SQL expressions, one for each column.
        case becomes([String])
    }

    /// What a merge does with a field of which the two records hold different values.
    enum Merged: Hashable, Sendable {
        /// The kept record's value stays, and nothing is said.
        case stays
        /// The kept record's value stays, and the merge says so.
        case told
        /// The kept record takes the other's value if it has none, with the values of these columns beside it; otherwise
        /// its own stays and the merge says so.
        case fillsGap(with: [String])

        static let fillsGap = fillsGap(with: [])
    }

    /// Describes a field.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - type: what it holds.
    ///   - columns: the columns that hold it; nil for one of the field's own name.
    ///   - rules: what may be done with it.
    ///   - russianName: its name in Russian.
    ///   - english: one sentence on it.
    ///   - russian: the same in Russian.
    ///   - redacted: what a redaction leaves of it.
    ///   - asTarget: what is left if the record itself was named; nil for the same.
    ///   - merged: what a merge does with it.
    ///   - citedAs: the field that its citations speak of; nil for itself.
    init(
        _ name: FieldName, _ type: FieldType, columns: [String]? = nil, _ rules: Rules, _ russianName: String,
        _ english: String, _ russian: String, redacted: Left = .kept, asTarget: Left? = nil, merged: Merged = .stays,
        citedAs: FieldName? = nil
    ) {
        self.name = name
        self.type = type
        self.columns = columns ?? [name.rawValue]
        self.rules = rules
        label = Label(name.words, russianName)
        help = Label(english, russian)
        self.redacted = redacted
        redactedAsTarget = asTarget ?? redacted
        self.merged = merged
        self.citedAs = citedAs
    }
}

/// The types of value that a field can hold.
public enum FieldType: Sendable {
    /// A name of the record, which has a table of its own.
    case name
    /// A text of at most so many characters.
    case text(most: Int)
    /// A value of a closed list.
    case list(any ClosedList.Type)
    /// Another record.
    case reference(RecordKind)
    /// The one record, of one of these kinds, that an event or a citation belongs to; each kind has a column.
    case subject([RecordKind])
    /// An uncertain date, EDTF, with the first and the last day that it can mean.
    case date
    /// A day.
    case day
    /// A whole number.
    case number(ClosedRange<Int>)
    /// A number of people, the least and the most.
    case people
    /// What an event changed to: a value of the list of its facet, or a strength.
    case happening
    /// An ISO 639 code of a language.
    case language
    /// A SHA-256.
    case digest
}
