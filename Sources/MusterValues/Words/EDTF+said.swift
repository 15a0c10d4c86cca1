extension EDTF {
    /// The date in words, such as "from 1 to 19 May 2025" or "с 1 по 19 мая 2025 г."
    ///
    /// Nothing is said that the date does not say: an open side is "no end stated", and an unspecified year "year unknown". Two
    /// dates with the same words have the same first and last day.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - style: the place in which it is said.
    /// - Returns: the words, without a full stop.
    public func said(in language: Language, as style: DateStyle = .sentence) -> String {
        SaidDate(self).said(in: language, as: style)
    }
}

extension StatedDate {
    /// The date in words, as ``EDTF/said(in:as:)``; a text that is no date stays as it is.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - style: the place in which it is said.
    /// - Returns: the words, without a full stop.
    public func said(in language: Language, as style: DateStyle = .sentence) -> String {
        // Most are plain days.
        if let day = Day(edtf) { return day.said(in: language, as: style) }
        return (try? EDTF(edtf))?.said(in: language, as: style) ?? edtf
    }

    /// The date as the day of the last word of something, such as "last heard 20 November 2026".
    public func lastHeard(in language: Language) -> String {
        let words = said(in: language)
        switch language {
        case .english: return "last heard \(words.trimmingPrefix("on "))"
        case .russian: return "последнее известие \(words)"
        }
    }
}

extension Day {
    /// The day in words, such as "on 3 October 2025" or "3 октября 2025 г."
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - style: the place in which it is said.
    /// - Returns: the words, without a full stop.
    public func said(in language: Language, as style: DateStyle = .sentence) -> String {
        SaidDate.single(DateParts(self)).said(in: language, as: style)
    }
}

extension Period {
    /// The period in words, such as "on 3 October 2025" or "from 1 to 31 October 2025".
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - style: the place in which it is said.
    /// - Returns: the words, without a full stop.
    public func said(in language: Language, as style: DateStyle = .sentence) -> String {
        if isDay { return first.said(in: language, as: style) }
        return SaidDate.interval(.date(DateParts(first)), .date(DateParts(last))).said(in: language, as: style)
    }
}
