/// The Russian words of dates; the English ones of `EnglishDates` stand in the same order.
struct RussianDates {
    let style: DateStyle

    func words(of date: SaidDate) -> String {
        switch date {
        case .single(let date): single(date, isAlone: true)
        case .interval(let start, let end): interval(start, end)
        case .set(let members, let isAll):
            members.map { isAll ? all($0) : one($0) }.listed(isAll ? "и" : "или")
        }
    }

    private func interval(_ start: SaidDate.Side, _ end: SaidDate.Side) -> String {
        switch (start, end) {
        case (.date(let start), .date(let end)): range(start, end)
        case (.date(let start), .open): "\(since(start)), конец не указан"
        case (.date(let start), .unknown): "\(since(start)), конец неизвестен"
        case (.open, .date(let end)): "не позднее \(noun(end, \.genitive))"
        case (.unknown, .date(let end)): "по \(noun(end, \.accusative)), начало неизвестно"
        case (.open, .open): "начало и конец не указаны"
        case (.open, .unknown): "начало не указано, конец неизвестен"
        case (.unknown, .open): "начало неизвестно, конец не указан"
        case (.unknown, .unknown): "начало и конец неизвестны"
        }
    }

    private func one(_ member: SaidDate.Member) -> String {
        switch member {
        case .date(let date): single(date, isAlone: false)
        case .range(let first, let last): within("один из дней \(range(first, last))")
        case .from(let first): within("один из дней не ранее \(noun(first, \.genitive))")
        case .until(let last): within("один из дней не позднее \(noun(last, \.genitive))")
        }
    }

    private func all(_ member: SaidDate.Member) -> String {
        switch member {
        case .date(let date): single(date, isAlone: false)
        case .range(let first, let last): "\(each(first)) \(range(first, last))"
        case .from(let first): "\(each(first)) начиная \(since(first))"
        case .until(let last): "\(each(last)) по \(noun(last, \.accusative))"
        }
    }

    private func each(_ date: DateParts) -> String {
        if date.days != nil { return "каждый день" }
        return date.months != nil ? "каждый месяц" : date.season != nil ? "каждый сезон" : "каждый год"
    }

    /// A date that stands alone, with its notes after commas, or in a list, with its notes in brackets.
    private func single(_ date: DateParts, isAlone: Bool) -> String {
        let forms = core(date)
        let head =
            date.isApproximate ? "около \(forms.genitive)" : style == .sentence ? forms.within : forms.nominative
        if !isAlone { return head + bracketed(doubt(date) + notes(date)) }
        return (date.isUncertain ? "возможно, " : "") + ([head] + notes(date)).joined(separator: ", ")
    }

    private func range(_ first: DateParts, _ last: DateParts) -> String {
        "\(since(first, without: first.shared(with: last))) по \(noun(last, \.accusative))"
    }

    /// "Со 2 мая" is read "со второго", and "с 20 мая" is not.
    private func since(_ date: DateParts, without shared: DateParts.Shared = .nothing) -> String {
        from(noun(date, \.genitive, without: shared))
    }

    private func from(_ words: String) -> String {
        let number = words.prefix { $0.isNumber }
        return (Int(number) == 2 ? "со " : "с ") + words
    }

    /// A date that follows a preposition.
    private func noun(
        _ date: DateParts, _ form: KeyPath<RussianForms, String>, without shared: DateParts.Shared = .nothing
    ) -> String {
        let doubt = doubt(date) + (date.isApproximate ? ["примерно"] : [])
        return core(date, without: shared)[keyPath: form] + bracketed(doubt + notes(date))
    }

    private func doubt(_ date: DateParts) -> [String] { date.isUncertain ? ["возможно"] : [] }

    private func notes(_ date: DateParts) -> [String] {
        switch date.year {
        case .decade: ["год неизвестен"]
        case .unknown(let isBC) where date.months != nil || date.season != nil:
            [isBC ? "год до н. э. неизвестен" : "год неизвестен"]
        default: []
        }
    }

    private func bracketed(_ notes: [String]) -> String {
        notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
    }

    private func within(_ words: String) -> String { style == .sentence ? "в \(words)" : words }
}

extension RussianDates {
    /// The date without its doubts and notes.
    private func core(_ date: DateParts, without shared: DateParts.Shared = .nothing) -> RussianForms {
        if style == .short, let day = numeric(date) { return RussianForms(day) }
        let year = shared == .nothing ? attribute(date.year) : ""
        if let season = date.season { return name(season.rawValue).with(winter(date) ?? year) }
        guard let months = date.months else { return alone(date.year) }
        guard let days = date.days else { return self.months(months).with(year) }
        guard case .one(let month) = months else {
            return self.days(days, ofSome: self.months(months).genitive + year)
        }
        return self.days(days, of: shared == .month ? "" : " \(name(month).genitive)\(year)")
    }

    /// A whole day in digits, such as "03.10.2025"; nil for any other date.
    private func numeric(_ date: DateParts) -> String? {
        guard case (.known(let year), .one(let month), .one(let day)) = (date.year, date.months, date.days), year > 0
        else { return nil }
        return "\(Day.padded(day, to: 2)).\(Day.padded(month, to: 2)).\(year)"
    }

    /// A winter has two years.
    private func winter(_ date: DateParts) -> String? {
        guard date.season == .winter, case .known(let year) = date.year else { return nil }
        return " \(number(year))–\(number(year + 1))\u{A0}гг."
    }

    private func alone(_ year: DateParts.Year) -> RussianForms {
        switch year {
        case .known(let year):
            let words = year > 0 ? "\(year)\u{A0}г." : "\(1 - year)\u{A0}г. до\u{A0}н.\u{A0}э."
            return RussianForms(words, words, within: "в \(words)")
        case .decade(let first):
            return RussianForms(
                "\(first)-е\u{A0}гг.", "\(first)-х\u{A0}гг.", within: "в \(first)-х\u{A0}гг.")
        case .between(let first, let last):
            return RussianForms(oneOf: "годов \(from(number(first))) по \(number(last))")
        case .digits(let digits):
            let words = " с цифрами \(self.digits(digits))"
            return RussianForms("год", "года", within: "в году").with(words)
        case .unknown(let isBC):
            return RussianForms("неизвестный год", "неизвестного года", within: "в неизвестном году")
                .with(isBC ? " до\u{A0}н.\u{A0}э." : "")
        }
    }

    private func attribute(_ year: DateParts.Year) -> String {
        if case .unknown = year { return "" }
        return " \(alone(year).genitive)"
    }

    private func months(_ months: DateParts.Numbers) -> RussianForms {
        switch months {
        case .one(let month): return name(month)
        case .some(let months):
            let names = months.map(name)
            let within = names.map { String($0.within.dropFirst(2)) }
            return RussianForms(
                names.map(\.nominative).listed("или"), names.map(\.genitive).listed("или"),
                within: "в \(within.listed("или"))")
        case .run(let first, let last):
            return RussianForms(oneOf: "месяцев с \(name(first).genitive) по \(name(last).accusative)")
        case .any: return RussianForms("неизвестный месяц", "неизвестного месяца", within: "в неизвестном месяце")
        }
    }

    /// Days of a month that is known.
    private func days(_ days: DateParts.Numbers, of month: String) -> RussianForms {
        switch days {
        case .one(let day): RussianForms("\(day)\(month)")
        case .some(let days): RussianForms("\(days.map(String.init).listed("или"))\(month)")
        case .run(let first, let last): RussianForms(oneOf: "дней \(from("\(first)")) по \(last)\(month)")
        case .any: RussianForms(oneOf: "дней\(month)")
        }
    }

    /// Days of one of several months.
    private func days(_ days: DateParts.Numbers, ofSome month: String) -> RussianForms {
        switch days {
        case .one(let day): return numbered([day], month)
        case .some(let days): return numbered(days, month)
        case .run(let first, let last):
            return RussianForms(oneOf: "дней \(from("\(first)-го")) по \(last)-е число \(month)")
        case .any: return RussianForms(oneOf: "дней \(month)")
        }
    }

    private func numbered(_ days: [Int], _ month: String) -> RussianForms {
        let genitive = "\(days.map { "\($0)-го" }.listed("или")) числа \(month)"
        return RussianForms("\(days.map { "\($0)-е" }.listed("или")) число \(month)", genitive, within: genitive)
    }

    private func name(_ number: Int) -> RussianForms {
        let name = CalendarName.byNumber[number]!
        return RussianForms(name.nominative, name.genitive, accusative: name.accusative, within: name.within)
    }

    /// The years of EDTF count 0 for 1 BC.
    private func number(_ year: Int) -> String { year > 0 ? "\(year)" : "\(1 - year) до\u{A0}н.\u{A0}э." }

    private func digits(_ digits: [Int?]) -> String {
        digits.map { $0.map(String.init) ?? "неизвестно" }.joined(separator: "-")
    }
}
