/// The national edition, and the heads of editions.
extension Phrase {
    package static let allRegions = Phrase("All regions", "Все регионы")
    package static let federalDistrict = Phrase("{0} federal district", "федеральный округ: {0}")
    package static let regionNumber = Phrase("number {0}", "номер {0}")
    package static let landBorders = Phrase("land borders: {0}", "сухопутные границы: {0}")
    package static let landBorder = Phrase("{0} (land)", "{0} (по суше)")
    package static let maritimeBorder = Phrase("{0} (maritime)", "{0} (по морю)")
    package static let memberSince = Phrase("{0}, since {1}", "{0}, с {1}")
    package static let memberUntil = Phrase("{0}, {1} to {2}", "{0}, с {1} по {2}")
    package static let namesAndFields = Phrase("Names", "Имена")
    package static let otherFacts = Phrase("Other facts", "Другие сведения")
    package static let otherFactsAbout = Phrase(
        "What sources say of the programmes, the posts and the enrollments beside their dates.",
        "Что источники сообщают о программах, должностях и вступлениях, кроме дат.")
    package static let whereTitle = Phrase("Where", "Где")
    package static let code = Phrase("Code", "Код")
    package static let byName = Phrase("By name", "Поимённо")
    package static let coverage = Phrase("Coverage", "Охват")
    package static let mapDrawing = Phrase(
        "{0} of {1} regions and territories have a unit on record. No unit of the others is on record, which is not to say that there is none.",
        "Подразделения в реестре есть у стольких регионов и территорий: {0} из {1}. У остальных их в реестре нет, что не значит, что их нет."
    )
    package static let onRecordNobodyCounted = Phrase("on record, nobody counted", "есть в реестре, никто не учтён")
    package static let form = Phrase("Form", "Форма")
    package static let status = Phrase("Status", "Состояние")
    package static let strengthHead = Phrase("Strength", "Численность")
    package static let everJoinedShort = Phrase("On record", "Учтено")
    package static let onTheDayShort = Phrase("On the day", "На этот день")
    package static let unitTableAbout = Phrase(
        "The newest value of each, with its date and by whose word. Strength is what sources say of all ranks, not the people on this register.",
        "Новейшее значение, его дата и с чьих слов. Численность — по сообщениям, все чины; это не люди этого реестра.")
}
