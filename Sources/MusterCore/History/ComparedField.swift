public import MusterValues

/// The field, spelling or relation in which a record is compared at two moments.
public enum ComparedField: Hashable, Sendable {
    /// A field of the record.
    case field(FieldName)
    /// The reason of an inference about a field.
    case inference(FieldName)
    /// A spelling of its name; its value is the source that spells it so.
    case spelling(NameNature, String)
    /// The countries that a region borders.
    case bordersAbroad
    /// The records that were merged into it.
    case merged
    /// The records that somebody told apart from it.
    case notTheSame
    /// The named members of a group.
    case members
    /// A country's membership of a bloc.
    case blocMember

    /// The field for people, such as "part of" or "alias БАРС".
    public var words: String {
        switch self {
        case .field(let name): name.words
        case .inference(let name): "\(name.words), inferred"
        case .spelling(let nature, let text): "\(nature.words) \(text)"
        case .bordersAbroad: "borders abroad"
        case .merged: "merged into it"
        case .notTheSame: "not the same as"
        case .members: "named of the group"
        case .blocMember: "member"
        }
    }

    /// The field for programs, such as `part_of` or `alias`; it leaves out the text of a spelling.
    public var rawValue: String {
        switch self {
        case .field(let name): name.rawValue
        case .inference(let name): "\(name.rawValue)_inferred"
        case .spelling(let nature, _): nature.rawValue
        case .bordersAbroad: "borders_abroad"
        case .merged: "merged_into_it"
        case .notTheSame: "not_the_same_as"
        case .members: "named_of_the_group"
        case .blocMember: "member"
        }
    }

    /// The text of a spelling; nil for anything else.
    public var spelling: String? { if case .spelling(_, let text) = self { text } else { nil } }

    /// The field as a cell of a listing.
    var cell: Value {
        let word = Value.word(rawValue, shown: spelling == nil ? words : nil)
        return spelling.map { .several([word, .text($0)], separator: " ") } ?? word
    }
}
