/// The names of a month or a season.
package struct CalendarName: Sendable {
    /// The English name, such as "April" or "spring".
    package let english: String
    /// The Russian name, such as "апрель" or "весна".
    package let nominative: String
    /// The genitive, as in "12 апреля" and "с весны".
    package let genitive: String
    /// The accusative, as in "по апрель" and "по весну".
    package let accusative: String
    /// The time in which something happened, without a year: "в апреле" or "весной".
    package let within: String
    /// All the words that people write for it, in lower case.
    fileprivate let typed: [String]

    private init(month english: String, _ nominative: String, _ genitive: String, in within: String, or more: String...)
    {
        (self.english, self.nominative, self.genitive) = (english, nominative, genitive)
        (accusative, self.within) = (nominative, "в \(within)")
        typed = [english.lowercased(), nominative, genitive, within] + more
    }

    private init(
        season english: String, _ nominative: String, _ genitive: String, _ accusative: String, _ within: String,
        or more: String...
    ) {
        (self.english, self.nominative, self.genitive) = (english, nominative, genitive)
        (self.accusative, self.within) = (accusative, within)
        typed = [english, nominative, genitive, within] + more
    }

    /// The names of months and seasons by their EDTF number.
    package static let byNumber: [Int: CalendarName] = [
        1: .init(month: "January", "январь", "января", in: "январе", or: "jan", "янв"),
        2: .init(month: "February", "февраль", "февраля", in: "феврале", or: "feb", "фев", "февр"),
        3: .init(month: "March", "март", "марта", in: "марте", or: "mar", "мар"),
        4: .init(month: "April", "апрель", "апреля", in: "апреле", or: "apr", "апр"),
        5: .init(month: "May", "май", "мая", in: "мае"),
        6: .init(month: "June", "июнь", "июня", in: "июне", or: "jun", "июн"),
        7: .init(month: "July", "июль", "июля", in: "июле", or: "jul", "июл"),
        8: .init(month: "August", "август", "августа", in: "августе", or: "aug", "авг"),
        9: .init(month: "September", "сентябрь", "сентября", in: "сентябре", or: "sep", "sept", "сен", "сент"),
        10: .init(month: "October", "октябрь", "октября", in: "октябре", or: "oct", "окт"),
        11: .init(month: "November", "ноябрь", "ноября", in: "ноябре", or: "nov", "ноя", "нояб"),
        12: .init(month: "December", "декабрь", "декабря", in: "декабре", or: "dec", "дек"),
        21: .init(season: "spring", "весна", "весны", "весну", "весной"),
        22: .init(season: "summer", "лето", "лета", "лето", "летом"),
        23: .init(season: "autumn", "осень", "осени", "осень", "осенью", or: "fall"),
        24: .init(season: "winter", "зима", "зимы", "зиму", "зимой"),
    ]

    /// The EDTF number of a month or season by one of the words that people write for it, in lower case; nil for any other word.
    package static func number(of word: String) -> Int? { numbers[word] }

    private static let numbers = [String: Int](
        uniqueKeysWithValues: byNumber.flatMap { number, name in name.typed.map { ($0, number) } })
}
