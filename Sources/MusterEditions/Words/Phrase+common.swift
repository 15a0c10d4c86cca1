/// Phrases that every edition can need.
extension Phrase {
    static let noDateStated = Phrase("no date stated", "дата не указана")
    static let spokenSource = Phrase("source {0}", "источник {0}")
    static let spokenPlace = Phrase("source {0}, {1}", "источник {0}, {1}")
    static let strength = Phrase("strength {0}", "численность {0}")
    static let plannedStrength = Phrase("planned strength {0}", "плановая численность {0}")
    static let speltBy = Phrase("spelt so by {0}", "так пишет {0}")
    static let lastHeard = Phrase("last heard {0}", "последнее известие {0}")
    static let unnamedUnit = Phrase("unnamed unit", "подразделение без названия")
}
