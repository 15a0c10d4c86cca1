extension EDTF {
    /// The words people write for months and seasons, by EDTF number; all lower case, except the English name, which is
    /// first.
    package static let monthNames: [Int: [String]] = [
        1: ["January", "jan", "январь", "января", "январе", "янв"],
        2: ["February", "feb", "февраль", "февраля", "феврале", "фев", "февр"],
        3: ["March", "mar", "март", "марта", "марте", "мар"],
        4: ["April", "apr", "апрель", "апреля", "апреле", "апр"],
        5: ["May", "май", "мая", "мае"],
        6: ["June", "jun", "июнь", "июня", "июне", "июн"],
        7: ["July", "jul", "июль", "июля", "июле", "июл"],
        8: ["August", "aug", "август", "августа", "августе", "авг"],
        9: ["September", "sep", "sept", "сентябрь", "сентября", "сентябре", "сен", "сент"],
        10: ["October", "oct", "октябрь", "октября", "октябре", "окт"],
        11: ["November", "nov", "ноябрь", "ноября", "ноябре", "ноя", "нояб"],
        12: ["December", "dec", "декабрь", "декабря", "декабре", "дек"],
        21: ["spring", "весна", "весны", "весной"],
        22: ["summer", "лето", "лета", "летом"],
        23: ["autumn", "fall", "осень", "осени", "осенью"],
        24: ["winter", "зима", "зимы", "зимой"],
    ]

    /// Words that add nothing to a date beside a month and a year.
    package static let fillers: Set<String> = ["of", "the", "in", "в", "г", "го", "год", "года", "году"]

    /// Words people write for a date they do not know.
    package static let unknownWords: Set<String> = [
        "unknown", "undated", "no date", "none", "null", "nil", "n/a", "na", "tbd", "?", "-",
        "неизвестно", "неизвестна", "неизвестен", "без даты", "н/д", "нет", "нет данных",
    ]

    /// The EDTF number of a month or season by one of its names, in lower case; nil for any other word.
    package static func monthNumber(named word: String) -> Int? {
        monthsByName[word]
    }

    private static let monthsByName: [String: Int] = Dictionary(
        uniqueKeysWithValues: monthNames.flatMap { number, names in names.map { ($0.lowercased(), number) } })
}
