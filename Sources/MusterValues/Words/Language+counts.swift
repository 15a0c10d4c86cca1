extension Language {
    /// A number of things, such as "3 people" or "3 человека".
    ///
    /// The digits are not grouped, as everywhere in the register's tables.
    public func count(_ number: Int, _ noun: Noun) -> String {
        switch self {
        case .english: "\(number) \(noun.forms.english(number))"
        case .russian: "\(number) \(noun.forms.russian(number))"
        }
    }

    /// A number that is not known exactly, such as "at least 5 people", "4 to 5 people" or "at most 3 people".
    ///
    /// - Parameters:
    ///   - least: the fewest; 0 if only the most is known.
    ///   - most: the most; nil if it is not known.
    ///   - noun: the things that are counted; nil for the numbers alone.
    /// - Returns: the range in words; a plain number if both ends are the same.
    public func range(least: Int, most: Int?, of noun: Noun? = nil) -> String {
        if let most, least == most { return noun.map { count(least, $0) } ?? "\(least)" }
        let (number, words) =
            switch (self, most) {
            case (.english, nil): (least, least == 0 ? "0 or more" : "at least \(least)")
            case (.russian, nil): (least, least == 0 ? "0 или более" : "не менее \(least)")
            case (.english, let most?): (most, least == 0 ? "at most \(most)" : "\(least) to \(most)")
            case (.russian, let most?): (most, least == 0 ? "не более \(most)" : "от \(least) до \(most)")
            }
        guard let noun else { return words }
        switch self {
        case .english: return "\(words) \(noun.forms.english(number))"
        case .russian: return "\(words) \(noun.forms.russianGenitive(number))"
        }
    }

    /// The same in the least room, for tiles and charts: "8–10", "5+", "0–3".
    ///
    /// - Parameters:
    ///   - least: the fewest; 0 if only the most is known.
    ///   - most: the most; nil if it is not known.
    ///   - noun: the things that are counted, in the form for the last number; nil for the numbers alone.
    /// - Returns: the numbers, with an en dash between them or a plus after the least.
    public func shortRange(least: Int, most: Int?, of noun: Noun? = nil) -> String {
        let numbers = most.map { $0 == least ? "\(least)" : "\(least)–\($0)" } ?? "\(least)+"
        guard let noun else { return numbers }
        switch self {
        case .english: return "\(numbers) \(noun.forms.english(numbers == "1" ? 1 : 2))"
        case .russian: return "\(numbers) \(noun.forms.russian(most ?? least))"
        }
    }
}

extension Headcount {
    /// The range in words, such as "at least 11 people".
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - noun: the noun to count by; nil for the numbers alone.
    /// - Returns: the words.
    public func said(in language: Language, of noun: Noun? = .person) -> String {
        language.range(least: least, most: most, of: noun)
    }
}

extension Strength {
    /// The range in words, such as "300 to 500 people".
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - noun: the noun to count by; nil for the numbers alone.
    /// - Returns: the words.
    public func said(in language: Language, of noun: Noun? = .person) -> String {
        language.range(least: least, most: most, of: noun)
    }
}

extension TermLength {
    /// The number and the unit, such as "6 months" or "6 месяцев".
    public func said(in language: Language) -> String {
        let noun: Noun =
            switch unit {
            case .day: .day
            case .month: .month
            case .year: .year
            }
        return language.count(count, noun)
    }
}
