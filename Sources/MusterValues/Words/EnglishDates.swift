/// The English words of dates; the Russian ones of `RussianDates` stand in the same order.
struct EnglishDates {
    let style: DateStyle

    func words(of date: SaidDate) -> String {
        switch date {
        case .single(let date): single(date, notes: ", ")
        case .interval(let start, let end): interval(start, end)
        case .set(let members, let isAll):
            members.map { isAll ? all($0) : one($0) }.listed(isAll ? "and" : "or")
        }
    }

    private func interval(_ start: SaidDate.Side, _ end: SaidDate.Side) -> String {
        switch (start, end) {
        case (.date(let start), .date(let end)): placed("from", range(start, "to", end))
        case (.date(let start), .open): "since \(noun(start)), no end stated"
        case (.date(let start), .unknown): "since \(noun(start)), end unknown"
        case (.open, .date(let end)): "by \(noun(end))"
        case (.unknown, .date(let end)): "until \(noun(end)), beginning unknown"
        case (.open, .open): "no beginning and no end stated"
        case (.open, .unknown): "no beginning stated, end unknown"
        case (.unknown, .open): "beginning unknown, no end stated"
        case (.unknown, .unknown): "beginning and end unknown"
        }
    }

    private func one(_ member: SaidDate.Member) -> String {
        switch member {
        case .date(let date): single(date, notes: nil)
        case .range(let first, let last): placed("on", "one day between \(range(first, "and", last))")
        case .from(let first): placed("on", "one day not before \(noun(first))")
        case .until(let last): placed("on", "one day by \(noun(last))")
        }
    }

    private func all(_ member: SaidDate.Member) -> String {
        switch member {
        case .date(let date): single(date, notes: nil)
        case .range(let first, let last): each(first, "from \(range(first, "to", last))")
        case .from(let first): each(first, "from \(noun(first)) on")
        case .until(let last): each(last, "until \(noun(last))")
        }
    }

    private func each(_ date: DateParts, _ when: String) -> String {
        if date.days != nil { return placed("on", "every day \(when)") }
        let length = date.months != nil ? "month" : date.season != nil ? "season" : "year"
        return placed("in", "every \(length) \(when)")
    }

    /// A date that stands alone or in a list.
    ///
    /// - Parameters:
    ///   - date: the date.
    ///   - comma: the separator before each note on it; nil to write the notes in brackets.
    /// - Returns: the words.
    private func single(_ date: DateParts, notes comma: String?) -> String {
        var (preposition, words) = core(date)
        if case (.unknown(isBC: false), .one, nil) = (date.year, date.months, date.days), !date.isApproximate {
            (preposition, words) = ("on", "some day in \(words)")
        }
        let head = date.isApproximate ? "about \(words)" : placed(preposition, words)
        guard let comma else { return head + bracketed(notes(date)) }
        return ([head] + notes(date)).joined(separator: comma)
    }

    private func range(_ first: DateParts, _ word: String, _ last: DateParts) -> String {
        "\(noun(first, without: first.shared(with: last))) \(word) \(noun(last))"
    }

    /// A date that follows a preposition.
    private func noun(_ date: DateParts, without shared: DateParts.Shared = .nothing) -> String {
        (date.isApproximate ? "about " : "") + core(date, without: shared).words + bracketed(notes(date))
    }

    private func notes(_ date: DateParts) -> [String] {
        let doubt = date.isUncertain ? ["perhaps"] : []
        switch date.year {
        case .decade: return doubt + ["year unknown"]
        case .unknown(let isBC) where date.months != nil || date.season != nil:
            return doubt + [isBC ? "year BC unknown" : "year unknown"]
        default: return doubt
        }
    }

    private func bracketed(_ notes: [String]) -> String {
        notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    }

    private func placed(_ preposition: String, _ words: String) -> String {
        style == .sentence ? "\(preposition) \(words)" : words
    }
}

extension EnglishDates {
    /// The date without its doubts and notes, and the preposition of the time in which something happened.
    private func core(_ date: DateParts, without shared: DateParts.Shared = .nothing) -> (
        preposition: String, words: String
    ) {
        let year = shared == .nothing ? attribute(date.year) : ""
        if let season = date.season { return ("in", name(season.rawValue) + (winter(date) ?? year)) }
        guard let months = date.months else { return ("in", alone(date.year)) }
        guard let days = date.days else { return ("in", self.months(months, year)) }
        guard case .one(let month) = months else { return self.days(days, ofSome: self.months(months, year)) }
        return self.days(days, of: shared == .month ? "" : " \(name(month))\(year)")
    }

    /// A winter has two years.
    private func winter(_ date: DateParts) -> String? {
        guard date.season == .winter, case .known(let year) = date.year else { return nil }
        return " \(number(year))–\(number(year + 1))"
    }

    private func alone(_ year: DateParts.Year) -> String {
        switch year {
        case .known(let year): number(year)
        case .decade(let first): "the \(first)s"
        case .between(let first, let last): "a year between \(number(first)) and \(number(last))"
        case .digits(let digits): "a year with the digits \(self.digits(digits))"
        case .unknown(let isBC): isBC ? "an unknown year BC" : "an unknown year"
        }
    }

    private func attribute(_ year: DateParts.Year) -> String {
        switch year {
        case .known: " \(alone(year))"
        case .decade, .between, .digits: " of \(alone(year))"
        case .unknown: ""
        }
    }

    private func months(_ months: DateParts.Numbers, _ year: String) -> String {
        switch months {
        case .one(let month): name(month) + year
        case .some(let months): months.map(name).listed("or") + year
        case .run(let first, let last): "a month from \(name(first)) to \(name(last))\(year)"
        case .any: "some month" + (year.isEmpty || year.hasPrefix(" of") ? year : " of\(year)")
        }
    }

    /// Days of a month that is known.
    private func days(_ days: DateParts.Numbers, of month: String) -> (String, String) {
        switch days {
        case .one(let day): ("on", "\(day)\(month)")
        case .some(let days): ("on", "\(days.map(String.init).listed("or"))\(month)")
        case .run(let first, let last): ("on", "a day from \(first) to \(last)\(month)")
        case .any: ("on", "some day in\(month)")
        }
    }

    /// Days of one of several months.
    private func days(_ days: DateParts.Numbers, ofSome month: String) -> (String, String) {
        switch days {
        case .one(let day): ("on", "the \(OrdinalWords.numeral(day)) of \(month)")
        case .some(let days): ("on", "the \(days.map(OrdinalWords.numeral).listed("or")) of \(month)")
        case .run(let first, let last):
            ("on", "a day from the \(OrdinalWords.numeral(first)) to the \(OrdinalWords.numeral(last)) of \(month)")
        case .any: ("on", "some day of \(month)")
        }
    }

    private func name(_ number: Int) -> String {
        let name = CalendarName.byNumber[number]!.english
        return style == .short && number <= 12 ? String(name.prefix(3)) : name
    }

    /// The years of EDTF count 0 for 1 BC.
    private func number(_ year: Int) -> String { year > 0 ? "\(year)" : "\(1 - year) BC" }

    private func digits(_ digits: [Int?]) -> String {
        digits.map { $0.map(String.init) ?? "unknown" }.joined(separator: "-")
    }
}
