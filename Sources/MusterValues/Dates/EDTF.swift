/// A date as a source states it, in the Extended Date/Time Format, with the days it can mean.
///
/// EDTF is the Library of Congress profile of ISO 8601-2:2019. Read here: level 0 without times of day; level 1; and,
/// from level 2, sets and unspecified digits in any place. Anything else is refused.
///
/// The bounds are strict, and follow these rules:
///
/// - A qualifier (`?`, `~`, `%`) never widens the bounds: `2025-04?` has the bounds of `2025-04`. ``firstInDoubt`` and
///   ``lastInDoubt`` heed it.
/// - An unspecified digit `X` is any digit that gives a real day: `202X-02-29` runs from 2020-02-29 to 2028-02-29. Four
///   Xs leave the year unknown, so `XXXX-04` has no bounds.
/// - Seasons 21 to 24 are the meteorological ones of the northern hemisphere: March to May, June to August,
///   September to November, and December to February of the next year, so `2024-24` ends on 2025-02-28.
/// - Both ends of an interval count: it runs from the earliest day of its start to the latest day of its end.
/// - A set, "one of" `[…]` or "all of" `{…}`, runs from the earliest day of any member to the latest day of any.
///
/// Source: EDTF specification, Levels 0 to 2. The seasons are muster's own convention: the standard gives them no
/// months.
public struct EDTF: Hashable, Sendable {
    /// The text as it was given, unchanged.
    public let text: String
    /// The first day the date can mean; nil if that side is open or unknown.
    public let earliest: Day?
    /// The last day the date can mean; nil if that side is open or unknown.
    public let latest: Day?
    /// The first day that the date can mean if its marks of doubt are heeded: each marked date is widened by the precision
    /// it is written with, a day by a week, a month by a month, a season by three, a year by a year. Equal to ``earliest``
    /// without a mark; nil if that side is open or unknown. The widths are muster's own convention.
    public let firstInDoubt: Day?
    /// The last such day.
    public let lastInDoubt: Day?
    /// True if the date, or any date in it, is marked uncertain with `?` or `%`.
    public let isUncertain: Bool
    /// True if the date, or any date in it, is marked approximate with `~` or `%`.
    public let isApproximate: Bool

    /// Reads a date, an interval or a set.
    ///
    /// The text has at most 200 characters; spaces and wrong letter case are refused.
    ///
    /// - Parameter text: The EDTF text, such as `2025-04-01`, `XXXX-04`, `2025-04/..` or `[2025-04..2025-06]`.
    /// - Throws: ``Refusal`` if the text is not EDTF of the kinds read here, if no real day fits it, or if an interval
    ///   or range ends before it starts.
    public init(_ text: String) throws(EDTF.Refusal) {
        // Most are plain days.
        if let day = Day(text) {
            (self.text, earliest, latest, firstInDoubt, lastInDoubt) = (text, day, day, day, day)
            (isUncertain, isApproximate) = (false, false)
            return
        }
        if let fault = EDTF.faultOfCharacters(text) {
            throw Refusal(value: text, fault: fault)
        }
        let span: Span
        do {
            span = try EDTF.read(text)
        } catch {
            throw Refusal(value: text, fault: EDTF.hint(for: text, refusedFor: error))
        }
        self.text = text
        earliest = span.earliest
        latest = span.latest
        firstInDoubt = span.firstInDoubt
        lastInDoubt = span.lastInDoubt
        isUncertain = span.isUncertain
        isApproximate = span.isApproximate
    }
}

extension EDTF: CustomStringConvertible {
    /// The text as it was given.
    public var description: String { text }
}
