import MusterValues

/// The places that regions lie in and border, which the register holds as codes.
extension Words {
    /// A federal district by its English name in the reference data; any other stands as it is.
    static func federalDistrict(_ name: String) -> Words {
        guard let russian = FederalDistrict.russianNames[name] else { return .say(.federalDistrict, .text(name)) }
        return .say(Phrase("\(name) federal district", "\(russian) федеральный округ"))
    }

    /// A country by its ISO code; any but those that Russia borders stands as its code.
    static func country(_ code: String) -> Words {
        guard let (english, russian) = countries[code] else { return .text(code) }
        return .say(Phrase(english, russian))
    }

    /// A state as a source's words name it; the words themselves if they are no name of a state that the register knows.
    static func state(named text: String) -> Words {
        let known = countries.values.first { [$0.0, $0.1].contains(text) }
        return known.map { .say(Phrase($0.0, $0.1)) } ?? .text(text)
    }

    private static let countries = [
        "AZ": ("Azerbaijan", "Азербайджан"), "BY": ("Belarus", "Белоруссия"), "CN": ("China", "Китай"),
        "EE": ("Estonia", "Эстония"), "FI": ("Finland", "Финляндия"), "GE": ("Georgia", "Грузия"),
        "JP": ("Japan", "Япония"), "KP": ("North Korea", "КНДР"), "KZ": ("Kazakhstan", "Казахстан"),
        "LT": ("Lithuania", "Литва"), "LV": ("Latvia", "Латвия"), "MN": ("Mongolia", "Монголия"),
        "NO": ("Norway", "Норвегия"), "PL": ("Poland", "Польша"), "SE": ("Sweden", "Швеция"),
        "RU": ("Russia", "Россия"), "UA": ("Ukraine", "Украина"),
        "US": ("United States", "США"),
    ]
}
