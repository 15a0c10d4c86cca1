public import MusterValues

/// A cell of a listing. A table shows its words; CSV spells the values of closed lists as JSON does.
public enum Value: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number.
    case number(Int64)
    /// A record.
    case record(RecordID)
    /// A number of people.
    case people(Headcount)
    /// A value of a closed list, and its words if they are not just the value with spaces.
    case word(String, shown: String? = nil)
    /// Several values, and the separator between them.
    indirect case several([Value], separator: String)
    /// A value followed by a second one in brackets, such as a post with its tenure.
    indirect case with(Value, Value)

    /// The value of a closed list.
    static func list(_ value: some ClosedList) -> Value { .word(value.rawValue) }

    /// The value of a closed list, shown by its label.
    static func labelled(_ value: some ClosedList) -> Value { .word(value.rawValue, shown: value.label.english) }

    /// The possible values, joined by "or"; nil if there are none.
    public static func alternatives(_ values: [some ClosedList]) -> Value? {
        if values.count == 1 { return .list(values[0]) }
        return values.isEmpty ? nil : .several(values.map { .list($0) }, separator: " or ")
    }

    /// Several values joined by "; "; nil if there are none.
    static func each(_ values: [Value]) -> Value? {
        if values.count == 1 { return values[0] }
        return values.isEmpty ? nil : .several(values, separator: "; ")
    }

    /// The value for people.
    public var words: String { text { raw, shown in shown ?? raw.spaced } }

    /// The value for programs.
    public var raw: String { text { raw, _ in raw } }

    /// The place in the order of a column: a number of people by the fewest, a date by its first and last day, and a grade from the
    /// least sure to the surest.
    func sortKey(in column: String) -> SortKey {
        if case .people(let people) = self { return SortKey("\(people.least) \(people.most ?? .max)") }
        if column == "grade", let grade = Grade(rawValue: raw) { return SortKey("\(grade.rank)") }
        let isDate = raw.first.map { $0.isNumber || "./X[{".contains($0) } ?? false
        if isDate, let date = try? EDTF(raw), let day = date.earliest ?? date.latest {
            return SortKey("\(day) \(date.latest ?? day)")
        }
        return SortKey(raw)
    }

    private func text(_ word: (String, String?) -> String) -> String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .record(let id): id.description
        case .people(let people): people.words
        case .word(let raw, let shown): word(raw, shown)
        case .several(let values, let separator): values.map { $0.text(word) }.joined(separator: separator)
        case .with(let value, let second): "\(value.text(word)) (\(second.text(word)))"
        }
    }
}
