/// What a listing lists.
public enum ListingKind: String, CaseIterable, Sendable {
    /// Records of a kind.
    case region, unit, official, enrollment, source, programme, event
    /// Looks, which are no records and have no short id.
    case look
}
