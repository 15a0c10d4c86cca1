/// The kinds of editions.
public enum EditionKind: String, CaseIterable, Sendable {
    /// Everything about a region.
    case region
    /// Everything about a unit.
    case unit
    /// Everything about an official.
    case official
    /// All regions in summary.
    case national
    /// One dated line for everything that happened to a record.
    case timeline
    /// What the register lacks.
    case coverage
    /// What changed between two revisions.
    case changes

    /// True if it is of one record.
    package var isOfRecord: Bool {
        switch self {
        case .region, .unit, .official, .timeline: true
        case .national, .coverage, .changes: false
        }
    }
}
