/// The reasons why a desk looks at a record again.
public enum DueKind: String, ClosedList {
    /// Somebody judged that it needs work.
    case needsWork = "needs_work"
    /// An event that was foretold: its day has passed, and no later source tells that it came about.
    case planPassed = "plan_passed"
    /// It may still be so, and nothing was heard of it for the months asked about.
    case notHeard = "not_heard"
    /// The contract has run out, and nothing was heard of the enrollment since.
    case termOver = "term_over"
    /// A source of which no copy is kept.
    case notCaptured = "not_captured"

    /// The name of one value in a message.
    public static var listName: String { "kind of due work" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .needsWork: Label("needs work", "требует работы")
        case .planPassed: Label("plan not confirmed", "план не подтверждён")
        case .notHeard: Label("not heard of", "давно нет сведений")
        case .termOver: Label("term has run out", "срок истёк")
        case .notCaptured: Label("no copy kept", "копия не сохранена")
        }
    }
}
