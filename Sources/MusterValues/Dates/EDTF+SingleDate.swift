extension EDTF {
    /// One year, season, month or day, with its qualifier; intervals and sets are made of these.
    package struct SingleDate {
        package enum Precision { case year, season, month, day }

        package private(set) var span: Span
        package private(set) var precision: Precision
        /// True if it has neither an unspecified digit nor a qualifier.
        package private(set) var isPlain: Bool

        package init(_ bytes: Bytes) throws(Fault) {
            let qualifier = bytes.last.flatMap { SingleDate.isQualifier($0) ? $0 : nil }
            let body = qualifier == nil ? bytes : bytes.dropLast()
            guard !body.contains(where: SingleDate.isQualifier) else { throw .qualifierInside(string(bytes)) }
            if body.first == UInt8(ascii: "Y") {
                self = try SingleDate(longYear: body)
            } else {
                self = try SingleDate(calendarDate: body)
            }
            if let qualifier {
                isPlain = false
                span.qualify(with: qualifier, precision)
            }
        }

        private init(span: Span, precision: Precision, isPlain: Bool) {
            self.span = span
            self.precision = precision
            self.isPlain = isPlain
        }

        /// Source: EDTF specification, Level 1, Letter-prefixed calendar year. Eighteen digits always fit an `Int`.
        private init(longYear body: Bytes) throws(Fault) {
            let isNegative = body.dropFirst().first == UInt8(ascii: "-")
            let digits = body.dropFirst(isNegative ? 2 : 1)
            guard (5...18).contains(digits.count), digits.first != UInt8(ascii: "0"),
                let magnitude = Day.number(digits)
            else { throw .longYear(string(body)) }
            let year = isNegative ? -magnitude : magnitude
            let span = Span(
                earliest: Day(year: year, month: 1, day: 1), latest: Day(year: year, month: 12, day: 31))
            self.init(span: span, precision: .year, isPlain: true)
        }

        private init(calendarDate body: Bytes) throws(Fault) {
            let isNegative = body.first == UInt8(ascii: "-")
            let parts = body.dropFirst(isNegative ? 1 : 0)
                .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            let patterns = zip(parts, [4, 2, 2]).compactMap { DigitPattern($0, count: $1) }
            guard (1...3).contains(parts.count), patterns.count == parts.count else { throw .unreadable(string(body)) }
            let year = YearPattern(patterns[0], isNegative: isNegative)
            guard !year.isMinusZero else { throw .minusZero(string(body)) }
            let isPlain = patterns.allSatisfy(\.isFixed)
            switch patterns.count {
            case 1:
                self.init(span: year.span(months: Array(1...12)), precision: .year, isPlain: isPlain)
            case 2:
                if patterns[1].isFixed, let season = patterns[1].values.first.flatMap(Season.init) {
                    self.init(span: year.span(season: season), precision: .season, isPlain: isPlain)
                } else {
                    let months = try SingleDate.months(patterns[1], in: body)
                    self.init(span: year.span(months: months), precision: .month, isPlain: isPlain)
                }
            default:
                let months = try SingleDate.months(patterns[1], in: body)
                guard let span = year.span(months: months, days: patterns[2].values) else {
                    throw .noSuchDay(string(body), year: year, months: months, day: patterns[2])
                }
                self.init(span: span, precision: .day, isPlain: isPlain)
            }
        }

        private static func months(_ pattern: DigitPattern, in body: Bytes) throws(Fault) -> [Int] {
            let months = pattern.values.filter((1...12).contains)
            if !months.isEmpty { return months }
            let isSeason = pattern.isFixed && pattern.values.contains { Season(rawValue: $0) != nil }
            throw isSeason ? .daysOfSeason(string(body)) : .noSuchMonth(string(body))
        }

        /// Source: EDTF specification, Level 1, Qualification of a date (complete).
        private static func isQualifier(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "?") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "%")
        }
    }
}
