extension EDTF {
    /// A hint for digits in the wrong order, with the wrong separators or none, or too few of them.
    package static func hintForNumbers(_ text: String) -> Fault? {
        let separators = Set(text.filter { "./-".contains($0) })
        guard separators.count <= 1, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let groups = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
        guard groups.allSatisfy({ Day.number(Array($0.utf8)[...]) != nil }) else { return nil }
        switch groups.map({ $0.count <= 2 ? "s" : String($0.count) }).joined() {
        case "s", "3":
            return Fault(part: text, rule: Fault.notADate, fix: "write the year with four digits, such as 2025")
        case "5":
            if let (day, other) = spreadsheetDays(text) {
                return Fault(
                    part: text, rule: Fault.notADate,
                    fix:
                        "a spreadsheet has this number for \(day), or for \(other) if it counts from 1904; write the day that is meant"
                )
            }
            return hint(for: text, proposing: "Y\(text)", suffix: " for a year beyond 9999")
        case "6":
            return hintForDate(text, [text.prefix(4), text.suffix(2)])
        case "8":
            return hintForDate(text, [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)])
        case "4s", "4ss":
            return hintForDate(text, groups)
        case "s4":
            return hintForDate(text, groups.reversed())
        case "ss4":
            return hintForDayOrMonthFirst(text, groups, mayStartWithMonth: separators != ["."])
        case "sss":
            return Fault(
                part: text, rule: Fault.notADate,
                fix: "write a year of four digits, then month and day, such as 2025-05-31")
        default:
            return nil
        }
    }

    /// The days that a spreadsheet's number stands for, counted from 1900 and from 1904; nil for a number of no likely day.
    private static func spreadsheetDays(_ text: String) -> (Day, Day)? {
        guard let number = Int(text), (36526...55153).contains(number), let first = Day("2000-01-01") else {
            return nil
        }
        // Day 36526 is the first of the year 2000 in the calendar that begins in 1900; the other begins 1462 days later.
        guard let day = first.moved(byDays: number - 36526), let other = day.moved(byDays: 1462) else { return nil }
        return (day, other)
    }

    /// Proposes the parts from the year down, each as wide as EDTF writes it; nil if the text is already so.
    private static func hintForDate(_ text: String, _ parts: [Substring]) -> Fault? {
        let numbers = parts.compactMap { Int($0) }
        guard (1...12).contains(numbers[1]) else { return nil }
        let date = "\(parts[0])-" + numbers.dropFirst().map { Day.padded($0, to: 2) }.joined(separator: "-")
        guard date != text else { return nil }
        return hint(for: text, proposing: date)
    }

    private static func hintForDayOrMonthFirst(
        _ text: String, _ groups: [Substring], mayStartWithMonth: Bool
    ) -> Fault? {
        let dayFirst = hintForDate(text, groups.reversed())
        guard mayStartWithMonth, Int(groups[0]) != Int(groups[1]) else { return dayFirst }
        let monthFirst = hintForDate(text, [groups[2], groups[0], groups[1]])
        guard let dayFirst, let monthFirst else { return dayFirst ?? monthFirst }
        let other = monthFirst.fix.dropFirst("write ".count)
        return Fault(
            part: text, rule: Fault.notADate,
            fix: "\(dayFirst.fix) if the day comes first, or \(other) if the month does")
    }
}
