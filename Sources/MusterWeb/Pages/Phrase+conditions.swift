import MusterEditions

/// What narrows a list: most of it has no input in the form, and is told above the list.
extension Phrase {
    static let narrowsDistrict = Phrase("Federal district", "Федеральный округ")
    static let narrowsBorders = Phrase("Borders on", "Граничит с")
    static let narrowsSea = Phrase("Borders at sea count too", "Считая морские границы")
    static let narrowsProgramme = Phrase("Programme", "Программа")
    static let narrowsOwn = Phrase("Without the units inside of it", "Без подразделений внутри него")
    static let narrowsWithOrigins = Phrase(
        "With the units that it came from", "С подразделениями, из которых оно возникло")
    static let narrowsState = Phrase("State", "Состояние")
    static let narrowsEver = Phrase("State at any time", "Состояние когда-либо")
    static let narrowsPostChange = Phrase("What became of the post for it", "Что стало с должностью в связи с этим")
    static let narrowsPost = Phrase("Words in the title of a post", "Слова в названии должности")
    static let narrowsSpeaker = Phrase("Speaker", "Автор слов")
    static let narrowsNeeds = Phrase("What is lacking", "Чего не хватает")
    static let narrowsThroughout = Phrase("On all of the period", "На протяжении всего периода")
    static let narrowsGrade = Phrase("Grade on the day", "Степень уверенности на день")
    static let narrowsLimit = Phrase("The most rows", "Строк не больше")
    static let fromDay = Phrase("From the day", "С дня")
    static let toDay = Phrase("Up to the day", "По день")
    static let yes = Phrase("yes", "да")
    static let no = Phrase("no", "нет")
}
