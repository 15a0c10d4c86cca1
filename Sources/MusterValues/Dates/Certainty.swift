/// The answer to a question about a day, when the date asked about is not known exactly.
///
/// Ordered from ``no`` through ``possibly`` to ``definitely``.
public enum Certainty: String, CaseIterable, Comparable, Sendable {
    /// True on every day the date can mean.
    case definitely
    /// True on some days the date can mean, or on days that cannot be ruled out.
    case possibly
    /// True on no day the date can mean.
    case no

    /// True if one answer is less certain than another.
    public static func < (left: Certainty, right: Certainty) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .no: 0
        case .possibly: 1
        case .definitely: 2
        }
    }
}

extension Certainty: Codable {
    /// The answer that a listing's SQL gives as a number: 2 definitely, 1 possibly, otherwise no.
    package init(rank: Int) {
        self = rank == 2 ? .definitely : rank == 1 ? .possibly : .no
    }
}
