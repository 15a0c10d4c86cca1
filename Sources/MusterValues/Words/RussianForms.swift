/// The forms of a Russian date.
struct RussianForms {
    let nominative: String
    let genitive: String
    let accusative: String
    /// The time in which something happened: "в апреле", "весной", "3 октября".
    let within: String

    init(_ nominative: String, _ genitive: String, accusative: String? = nil, within: String) {
        (self.nominative, self.genitive) = (nominative, genitive)
        (self.accusative, self.within) = (accusative ?? nominative, within)
    }

    /// The forms of a date that has only one.
    init(_ words: String) { self.init(words, words, within: words) }

    /// The forms of "one of": "один из дней", "одного из дней", "в один из дней".
    init(oneOf words: String) { self.init("один из \(words)", "одного из \(words)", within: "в один из \(words)") }

    func with(_ words: String) -> RussianForms {
        RussianForms(
            nominative + words, genitive + words, accusative: accusative + words, within: within + words)
    }
}
