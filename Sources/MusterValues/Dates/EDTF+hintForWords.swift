extension EDTF {
    /// A hint for a date with its month or season as a word, English or Russian.
    package static func hintForWords(_ text: String) -> Fault? {
        guard !text.contains(where: { "/[]{}".contains($0) }) else { return nil }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(withoutYearMark)
        let months = words.compactMap(CalendarName.number)
        guard months.count == 1, let month = months.first else { return nil }
        let others = words.filter { CalendarName.number(of: $0) == nil && !fillers.contains($0) }
        let year = others.first { $0.utf8.count == 4 && Day.number(Array($0.utf8)[...]) != nil }
        let days = others.filter { $0 != year }
        let monthText = Day.padded(month, to: 2)
        guard days.count <= 1, let day = days.first.map(dayOfMonth) ?? 0 else {
            return example(for: text, year: year, month: monthText)
        }
        if day > 0 {
            let ending = "\(monthText)-\(Day.padded(day, to: 2))"
            if let year { return hint(for: text, proposing: "\(year)-\(ending)") }
            if isMonthAndShortYear(text), (1...12).contains(month) {
                return Fault(
                    part: text, rule: Fault.notADate,
                    fix:
                        "write 20\(Day.padded(day, to: 2))-\(monthText) if it is a month, or XXXX-\(ending) if it is a day"
                )
            }
            return hint(for: text, proposing: "XXXX-\(ending)", suffix: ", or its year in place of XXXX")
        }
        guard let year else { return example(for: text, year: nil, month: monthText) }
        if month == Season.winter.rawValue, let number = Int(year) {
            let next = Day.yearText(number + 1)
            return hint(
                for: text, proposing: "\(year)-24",
                suffix: " for December \(year) to February \(next), or [\(year)-01..\(year)-02]")
        }
        return hint(for: text, proposing: "\(year)-\(monthText)")
    }

    /// `2025` from `2025г`; any other word unchanged.
    private static func withoutYearMark(_ word: Substring) -> String {
        String(word.first?.isNumber == true && word.last == "г" ? word.dropLast() : word)
    }

    private static func example(for text: String, year: String?, month: String) -> Fault {
        let advice = Int(month).flatMap(Season.init) == nil ? "a year and month" : "a year and season"
        let unknown = year == nil ? ", or XXXX-\(month) when the year is not known" : ""
        return Fault(
            part: text, rule: Fault.notADate, fix: "write \(advice) such as \(year ?? "2025")-\(month)\(unknown)")
    }

    /// True for `May-25` and `май.25`, which a spreadsheet shows for a month and for a day.
    private static func isMonthAndShortYear(_ text: String) -> Bool {
        text.first?.isLetter == true && text.suffix(2).allSatisfy(\.isNumber)
            && text.dropLast(2).last.map { "-.".contains($0) } == true
    }

    /// The number in `1`, `01`, `1st` or `1-го` (its ending is split off as its own word); nil for anything else.
    private static func dayOfMonth(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)), digits.count <= 2 else { return nil }
        return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }
}
