public import MusterValues

/// One field of a kind of record: its name, its type, its columns, and the way each part of the register treats it.
///
/// A field is only data and knows only about itself. A rule that needs two fields or a query is written beside the code
/// that adds the record, and in the schema.
public struct Field: Sendable {
    /// The name, such as `part_of`.
    public let name: FieldName
    /// The type of value that it holds.
    public let type: FieldType
    /// The columns of the kind's table that hold it: three for a date; none if the field exists only in citations.
    let columns: [String]
    /// The things that may be done with it.
    public let rules: Rules
    /// The name in English and in Russian, such as "part of" and "в составе".
    public let label: Label
    /// One sentence that explains it, in English and in Russian.
    public let help: Label
    /// The part that a redaction leaves if this record is redacted along with another one.
    let redacted: Left
    /// The part that a redaction leaves if the user named this record itself.
    let redactedAsTarget: Left
    /// The action of a merge on it.
    let merged: Merged
    /// The field that citations use in place of this one, such as `group_size` for `least`; nil if they use this one.
    let citedAs: FieldName?

    /// The things that may be done with a field.
    public struct Rules: OptionSet, Sendable {
        /// One bit for each rule.
        public let rawValue: Int

        /// Reads the rules from their bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// An edit cannot remove the value.
        public static let required = Rules(rawValue: 1)
        /// A citation can speak of it.
        public static let cited = Rules(rawValue: 2)
        /// An edit can change it.
        public static let edited = Rules(rawValue: 4)
        /// The text alone is enough to tell which record is meant, so a redaction looks for it elsewhere.
        static let telling = Rules(rawValue: 8)
        /// The same as `telling`, but only for the record that a redaction names: many posts share one title.
        static let tellingOfTarget = Rules(rawValue: 16)
    }

    /// The part of a field that a redaction leaves.
    enum Left: Hashable, Sendable {
        /// The value stays.
        case kept
        /// Nothing is left.
        case emptied
        /// The word `[redacted]` is left.
        case blanked
        /// The word `[redacted]` is left if there was a text; otherwise nothing.
        case blankedIfAny
        /// The word `[redacted S1]` is left, with the record's short id.
        case numbered
        /// The results of these SQL expressions are left, one for each column.
        case becomes([String])
    }

    /// The action of a merge on a field in which the two records hold different values.
    enum Merged: Hashable, Sendable {
        /// The kept record's value stays, and the merge does not mention it.
        case stays
        /// The kept record's value stays, and the merge says so.
        case told
        /// The kept record's number of people becomes the numbers that both allow; if there are none, the merge is refused.
        case narrows
        /// If the kept record has no value, it takes the other's value; if it has one, that stays and the merge says so.
        case fillsGap
    }

    /// Describes a field.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - type: the type of value it holds.
    ///   - columns: the columns that hold it; nil for one column with the field's own name.
    ///   - rules: the things that may be done with it.
    ///   - russianName: its name in Russian.
    ///   - english: one sentence that explains it.
    ///   - russian: the same sentence in Russian.
    ///   - redacted: the part that a redaction leaves.
    ///   - asTarget: the part that is left if the user named the record itself; nil for the same.
    ///   - merged: the action of a merge on it.
    ///   - citedAs: the field that citations use in place of this one; nil for this one.
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
