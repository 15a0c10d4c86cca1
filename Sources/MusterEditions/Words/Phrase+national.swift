/// The national edition, and the heads of editions.
extension Phrase {
    static let allRegions = Phrase("All regions", "Все регионы")
    static let federalDistrict = Phrase("{0} federal district", "федеральный округ: {0}")
    static let regionNumber = Phrase("number {0}", "номер {0}")
    static let landBorders = Phrase("land borders: {0}", "сухопутные границы: {0}")
    static let landBorder = Phrase("{0} (land)", "{0} (по суше)")
    static let maritimeBorder = Phrase("{0} (maritime)", "{0} (по морю)")
    static let memberSince = Phrase("{0}, since {1}", "{0}, с {1}")
    static let memberUntil = Phrase("{0}, {1} to {2}", "{0}, с {1} по {2}")
    static let namesAndFields = Phrase("Names", "Имена")
    static let otherFacts = Phrase("Other facts", "Другие сведения")
    static let otherFactsAbout = Phrase(
        "What sources say of the programmes, the posts and the enrollments beside their dates.",
        "Что источники сообщают о программах, должностях и вступлениях, кроме дат.")
    static let whereTitle = Phrase("Where", "Где")
    static let code = Phrase("Code", "Код")
    static let byName = Phrase("By name", "Поимённо")
    static let coverage = Phrase("Coverage", "Охват")
    static let mapDrawing = Phrase(
        "{0} of {1} regions and territories have anything on record. The others have nothing on record, which is not to say that there is nothing.",
        "Что-либо в реестре есть о стольких регионах и территориях: {0} из {1}. Об остальных в реестре ничего нет, что не значит, что ничего нет."
    )
    static let onRecordNobodyCounted = Phrase("on record, nobody counted", "есть в реестре, никто не учтён")
    static let form = Phrase("Form", "Форма")
    static let status = Phrase("Status", "Состояние")
    static let strengthHead = Phrase("Strength", "Численность")
    static let everJoinedShort = Phrase("Ever joined", "Вступили")
    static let onTheDayShort = Phrase("On the day", "На этот день")
    static let unitTableAbout = Phrase(
        "The newest value of each, with its date and by whose word. Strength is what sources say of all ranks, not the people on this register.",
        "Новейшее значение, его дата и с чьих слов. Численность — по сообщениям, все чины; это не люди этого реестра.")
}
