/// One year, season, month or day with its unspecified digits and marks of doubt, as words tell it.
struct DateParts: Equatable {
    /// A year.
    enum Year: Equatable {
        case known(Int)
        /// A year of ten, named by the first of them.
        case decade(Int)
        /// One of the years between two.
        case between(Int, Int)
        /// A year of four digits, of which some are not known.
        case digits([Int?])
        case unknown(isBC: Bool)
    }

    /// A month, or a day of the month, by its number.
    enum Numbers: Equatable {
        case one(Int)
        case some([Int])
        /// One of three or more in a row.
        case run(Int, Int)
        case any
    }

    let year: Year
    let season: Season?
    let months: Numbers?
    let days: Numbers?
    let isUncertain: Bool
    let isApproximate: Bool

    /// The parts of one day.
    init(_ day: Day) {
        (year, season, months, days) = (.known(day.year), nil, .one(day.month), .one(day.day))
        (isUncertain, isApproximate) = (false, false)
    }

    /// Takes a date apart that ``EDTF`` has read.
    init(_ text: Substring) {
        let mark = text.last.flatMap { "?~%".contains($0) ? $0 : nil }
        (isUncertain, isApproximate) = (mark == "?" || mark == "%", mark == "~" || mark == "%")
        let body = mark == nil ? text : text.dropLast()
        let isNegative = body.hasPrefix("-")
        let parts = body.split(separator: "-").map(String.init)
        if body.hasPrefix("Y") {
            (year, season, months, days) = (.known(Int(body.dropFirst())!), nil, nil, nil)
            return
        }
        year = Year(parts[0], isNegative: isNegative)
        season = parts.count == 2 ? Int(parts[1]).flatMap(Season.init) : nil
        guard parts.count > 1, season == nil else {
            (months, days) = (nil, nil)
            return
        }
        let head = (isNegative ? "-" : "") + parts[0]
        let tail = parts.count > 2 ? "-\(parts[2])" : ""
        months = Numbers(parts[1], 1...12) { (try? EDTF.read("\(head)-\($0)\(tail)")) != nil }
        days =
            parts.count == 2 ? nil : Numbers(parts[2], 1...31) { (try? EDTF.read("\(head)-\(parts[1])-\($0)")) != nil }
    }

    /// The parts that a date need not repeat if another that has them follows: "from 1 to 19 May 2025".
    enum Shared { case nothing, year, month }

    /// The parts that this date has in common with one that follows.
    func shared(with next: DateParts) -> Shared {
        guard isPlainDayOrMonth, next.isPlainDayOrMonth, year == next.year, self != next else { return .nothing }
        return months == next.months && days != nil && next.days != nil ? .month : .year
    }

    private var isPlainDayOrMonth: Bool {
        guard case .known = year, case .one = months, !isUncertain, !isApproximate else { return false }
        if case .one = days { return true }
        return days == nil
    }
}

extension DateParts.Year {
    fileprivate init(_ text: String, isNegative: Bool) {
        if let year = Int(text) {
            self = .known(isNegative ? -year : year)
            return
        }
        let (least, most) = (Int(text.replacing("X", with: "0"))!, Int(text.replacing("X", with: "9"))!)
        if text == "XXXX" {
            self = .unknown(isBC: isNegative)
        } else if isNegative {
            // There is no year -0000, so the last year that fits may end in another digit.
            let last = DigitPattern(Array(text.utf8)[...], count: 4)!.values.first { $0 != 0 }!
            self = .between(-most, -last)
        } else if text.drop(while: { $0 != "X" }).contains(where: { $0 != "X" }) {
            self = .digits(text.map(\.wholeNumberValue))
        } else if least >= 1000, most - least == 9, !least.isMultiple(of: 100) {
            self = .decade(least)
        } else {
            // "The 2000s" may be a decade, a century or a millennium.
            self = .between(least, most)
        }
    }
}

extension DateParts.Numbers {
    /// Reads two digits; of the numbers that they can be only those that fit a real date count.
    fileprivate init(_ digits: String, _ range: ClosedRange<Int>, fits: (String) -> Bool) {
        if digits == "XX" {
            self = .any
            return
        }
        if let number = Int(digits) {
            self = .one(number)
            return
        }
        let numbers = range.filter { number in
            let text = Day.padded(number, to: 2)
            return zip(digits, text).allSatisfy { $0 == "X" || $0 == $1 } && fits(text)
        }
        if numbers.count == 1 {
            self = .one(numbers[0])
        } else if numbers.count > 2, numbers.last! - numbers[0] == numbers.count - 1 {
            self = .run(numbers[0], numbers.last!)
        } else {
            self = .some(numbers)
        }
    }
}
