public import MusterCore

/// What an edition was made from, which its JSON holds.
public enum EditionData: Sendable {
    /// A region, a unit, an official, or all of them.
    case report(Report)
    /// A timeline.
    case timeline([TimelineLine])
    /// What the register lacks, and what is due.
    case coverage(RegisterCoverage)
    /// What changed.
    case changes(Changes)
}
