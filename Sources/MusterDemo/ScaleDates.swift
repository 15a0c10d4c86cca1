import MusterCore
import MusterValues

/// Dates of every kind that sources give. Each is parsed only once: parsing EDTF for each event would cost more than
/// writing the event.
struct ScaleDates {
    private struct Month {
        let days: [StoredDate]
        let openFromDays: [StoredDate]
        let fortnights: [StoredDate]
        let whole: StoredDate
        let uncertain: StoredDate
        let approximate: StoredDate
        let ofSomeYear: StoredDate
        let oneOfThree: StoredDate
        let year: StoredDate
    }
    private let months: [Month]

    /// The number of days that the dates are taken from; a day is given by its number, from 0.
    static let span = 480
    private static let daysPerMonth = 30

    init() throws(MusterError) {
        var months: [Month] = []
        for number in 0..<(Self.span / Self.daysPerMonth) {
            let name = Self.name(number)
            let days = (1...Self.daysPerMonth).filter { !name.hasSuffix("-02") || $0 <= 28 }
                .map { "\(name)-\($0 < 10 ? "0" : "")\($0)" }
            months.append(
                Month(
                    days: try Self.read(days), openFromDays: try Self.read(days.map { "\($0)/.." }),
                    fortnights: try Self.read(days.map { "\($0)/\(Self.name(number + 1))-14" }),
                    whole: try StoredDate(typed: name), uncertain: try StoredDate(typed: "\(name)?"),
                    approximate: try StoredDate(typed: "\(name)~"),
                    ofSomeYear: try StoredDate(typed: "XXXX-\(name.suffix(2))"),
                    oneOfThree: try StoredDate(typed: "[\(name)..\(Self.name(number + 2))]"),
                    year: try StoredDate(typed: String(name.prefix(4)))))
        }
        self.months = months
    }

    /// The date that a source gives for a day: the day itself, something less exact, or none (nil).
    func stated(for day: Int, _ dice: inout SeededRandom) -> StoredDate? {
        let month = months[min(day, Self.span - 1) / Self.daysPerMonth]
        let index = min(day % Self.daysPerMonth, month.days.count - 1)
        return switch dice.below(100) {
        case 0..<46: month.days[index]
        case 46..<66: month.whole
        case 66..<73: month.ofSomeYear
        case 73..<79: month.fortnights[index]
        case 79..<82: month.uncertain
        case 82..<84: month.approximate
        case 84..<86: month.openFromDays[index]
        case 86..<88: month.oneOfThree
        case 88..<89: month.year
        default: nil
        }
    }

    /// `2025-02` for month 0.
    private static func name(_ number: Int) -> String {
        let month = (number + 1) % 12 + 1
        return "\(2025 + (number + 1) / 12)-\(month < 10 ? "0" : "")\(month)"
    }

    private static func read(_ texts: [String]) throws(MusterError) -> [StoredDate] {
        var dates: [StoredDate] = []
        for text in texts { dates.append(try StoredDate(typed: text)) }
        return dates
    }
}
