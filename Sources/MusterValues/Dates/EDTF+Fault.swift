extension EDTF {
    /// A fault found in a text or in a part of it, with what to write instead.
    package struct Fault: Error {
        package let part: String
        package let rule: String
        package let fix: String
        /// True if the only thing known is that the part is in no form of EDTF.
        package var isUnreadable = false

        package var message: String { "\(EDTF.quoted(part)) \(rule); \(fix)" }

        package static let notADate = "is not an EDTF date"
        private static let examples = "write a year, month or day such as 2025, 2025-04 or 2025-04-01"

        package static let empty = Fault(part: "", rule: notADate, fix: examples)

        package static func unreadable(_ part: String) -> Fault {
            Fault(part: part, rule: notADate, fix: examples, isUnreadable: true)
        }

        package static func tooLong(_ text: String) -> Fault {
            Fault(
                part: text, rule: "is longer than \(EDTF.longestText) characters",
                fix: "write one date, interval or set")
        }

        package static func invisible(_ text: String, suggesting date: String?) -> Fault {
            Fault(
                part: text, rule: "holds a control or invisible character",
                fix: date.map { "write \($0)" } ?? examples)
        }

        package static func qualifierInside(_ part: String) -> Fault {
            Fault(
                part: part, rule: "has a qualifier that is not at its end",
                fix: "write one of ?, ~ or % after the whole date, such as 2025-04?")
        }

        package static func longYear(_ part: String) -> Fault {
            Fault(
                part: part, rule: "is not an EDTF year",
                fix: "write four digits such as 2025, or Y and 5 to 18 digits such as Y17000")
        }

        package static func minusZero(_ part: String) -> Fault {
            Fault(part: part, rule: notADate, fix: "write year 0000 without a minus")
        }

        package static func noSuchMonth(_ part: String) -> Fault {
            Fault(part: part, rule: "is not a date", fix: "months run from 01 to 12, and seasons from 21 to 24")
        }

        package static func daysOfSeason(_ part: String) -> Fault {
            Fault(part: part, rule: "gives a season a day", fix: "write a month from 01 to 12, or the season alone")
        }

        package static func noSuchDay(_ part: String, year: YearPattern, months: [Int], day: DigitPattern) -> Fault {
            let isFixed = year.only != nil && months.count == 1 && day.isFixed
            return Fault(
                part: part, rule: isFixed ? "is not a date" : "fits no day",
                fix: lengthRule(year: year.only, months: months, days: day.values))
        }

        /// If several months are possible, at least one of them has 31 days; so only a single month can be too short.
        private static func lengthRule(year: Int?, months: [Int], days: [Int]) -> String {
            guard months.count == 1, let month = months.first, let name = CalendarName.byNumber[month]?.english else {
                return "days run from 01 to 31"
            }
            if let year, let last = Day.lastDay(ofMonth: month, year: year) {
                return "\(name) \(Day.yearText(year)) has \(last) days"
            }
            guard let last = Day.lastDay(ofMonth: month, year: 2000) else { return "days run from 01 to 31" }
            if days.contains(last) { return "\(last) \(name) comes in leap years only" }
            return "\(name) has \(month == 2 ? "at most " : "")\(last) days"
        }

        package static func tooManySides(_ part: String) -> Fault {
            Fault(
                part: part, rule: "is not an EDTF interval",
                fix: "write one start and one end, such as 2025-04/2025-06")
        }

        package static func emptyInterval(_ part: String) -> Fault {
            Fault(
                part: part, rule: "is not an EDTF interval", fix: "write a date on at least one side, such as 2025-04/")
        }

        package static func reversed(_ part: String) -> Fault {
            Fault(part: part, rule: "ends before it starts", fix: "write the earlier date first")
        }

        package static func brokenSet(_ part: String) -> Fault {
            Fault(
                part: part, rule: "is not an EDTF set",
                fix: "write [2025-04,2025-06] for one of them, or {2025-04,2025-06} for all")
        }

        package static func loneMember(_ part: String) -> Fault {
            Fault(part: part, rule: "is a set of one", fix: "write the date without brackets")
        }

        package static func openInside(_ part: String) -> Fault {
            Fault(
                part: part, rule: "is open inside the set",
                fix: "write .. only before the first date or after the last, such as [2025-04,2025-06..]")
        }

        package static func unevenRange(_ part: String) -> Fault {
            Fault(
                part: part, rule: "is not an EDTF range",
                fix: "write both ends to the same precision, without X or qualifier, such as 2025-04..2025-06")
        }
    }
}
