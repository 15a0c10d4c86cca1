/// Values that are told in several ways, and states that name several records.
extension Phrase {
    package static let toldInWays = Phrase("told in {0} ways", "разных формулировок: {0}")
    package static let toldOtherwise = Phrase(
        "{0} says of the field “{1}”: {2}. Others say it in other words: {3}. If the two exclude each other, cite one as disputing.",
        "{0} сообщает о поле «{1}»: {2}. Другие пишут иначе: {3}. Если одно исключает другое, внесите одну из ссылок как возражение."
    )
    package static let saidBy = Phrase("{0} ({1})", "{0} ({1})")
    package static let bothNamed = Phrase("{0} and {1}", "{0} и {1}")
}
