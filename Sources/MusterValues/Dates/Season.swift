/// A season of a year, with the number EDTF writes for it in place of a month.
///
/// Source: EDTF specification, Level 1, Seasons. It gives the seasons no months; these are the meteorological seasons
/// of the northern hemisphere.
package enum Season: Int, CaseIterable {
    case spring = 21
    case summer, autumn, winter

    /// The first day of the season that begins in `year`.
    package func firstDay(in year: Int) -> Day? {
        Day(year: year, month: firstMonth, day: 1)
    }

    /// The last day of the season that begins in `year`: for winter, the end of the next February.
    package func lastDay(in year: Int) -> Day? {
        let (year, month) = self == .winter ? (year + 1, 2) : (year, firstMonth + 2)
        return Day.lastDay(ofMonth: month, year: year).flatMap { Day(year: year, month: month, day: $0) }
    }

    private var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }
}
