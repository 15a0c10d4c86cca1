/// How sure the answer to a question about a day is.
///
/// The order is that of their strength: `no` is less than `possibly`, and `definitely` is the greatest.
public enum Grade: String, ClosedList, Comparable {
    /// The evidence encloses the day: it was so on that day or before, it was so on that day or after, and nothing that
    /// may lie between says otherwise.
    case definitely
    /// It was so when it was last heard of, on that day or before, and nothing since says otherwise.
    case presumably
    /// The dates allow it, and allow the contrary.
    case possibly
    /// It was not so.
    case no

    /// The name of one grade in a message.
    public static var listName: String { "grade" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .definitely: Label("definitely", "точно")
        case .presumably: Label("presumably", "по последним данным")
        case .possibly: Label("possibly", "возможно")
        case .no: Label("no", "нет")
        }
    }

    /// The weaker grade is the lesser one.
    public static func < (left: Grade, right: Grade) -> Bool { left.rank < right.rank }

    /// The grade as the store computes it: 0 for no, 1, 2 and, for definitely, 3.
    package var rank: Int {
        switch self {
        case .no: 0
        case .possibly: 1
        case .presumably: 2
        case .definitely: 3
        }
    }

    /// The grade with a rank; nil for a number that is none.
    package init?(rank: Int) {
        guard let grade = Self.allCases.first(where: { $0.rank == rank }) else { return nil }
        self = grade
    }
}
