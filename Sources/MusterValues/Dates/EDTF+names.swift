extension EDTF {
    /// Words that add nothing to a date beside a month and a year.
    package static let fillers: Set<String> = ["of", "the", "in", "в", "г", "го", "год", "года", "году"]

    /// Words people write for a date they do not know.
    package static let unknownWords: Set<String> = [
        "unknown", "undated", "no date", "none", "null", "nil", "n/a", "na", "tbd", "?", "-",
        "неизвестно", "неизвестна", "неизвестен", "без даты", "н/д", "нет", "нет данных",
    ]
}
