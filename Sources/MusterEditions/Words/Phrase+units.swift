/// Units, and the facts of any record.
extension Phrase {
    package static let units = Phrase("Units", "Подразделения")
    package static let unitsAbout = Phrase(
        "What is reported of each, oldest first. A form or a strength holds from its date until the next word.",
        "Что сообщается о каждом, от старого к новому. Форма и численность держатся с их даты до следующего известия.")
    package static let whatIsReported = Phrase("What is reported, and by whose word", "Что сообщается и с чьих слов")
    package static let fieldInDispute = Phrase("{0} in dispute", "{0}: спорно")
    package static let record = Phrase("Record", "Запись")
    package static let nameHead = Phrase("Name", "Название")
    package static let event = Phrase("Event", "Событие")
    package static let fieldHead = Phrase("Field", "Поле")
    package static let what = Phrase("What", "Что")
    package static let when = Phrase("When", "Когда")
    package static let earliest = Phrase("Earliest day", "Первый день")
    package static let latest = Phrase("Latest day", "Последний день")
    package static let byWhoseWord = Phrase("By whose word", "С чьих слов")
    package static let fieldIs = Phrase("{0}: {1}", "{0}: {1}")
    package static let otherNameIs = Phrase("{0}: {1} ({2})", "{0}: {1} ({2})")
    package static let postOf = Phrase("{0}, {1}", "{0}, {1}")
    package static let inUnit = Phrase("{0} in {1}", "{0}, подразделение {1}")
    package static let onTheDay = Phrase("on {0}", "на {0}")
    package static let notKnown = Phrase("not known", "неизвестно")
    package static let asOnRecord = Phrase("as on record", "по реестру")
    package static let onTheDayIs = Phrase("on {0}: {1}", "на {0}: {1}")
    package static let lastKnownIs = Phrase("last known: {0}", "по последним данным: {0}")
    package static let launched = Phrase("launched", "запуск")
    package static let lookedIn = Phrase("looked in {0}", "искали в: {0}")
    package static let forEnrollment = Phrase("for {0}", "в связи со вступлением: {0}")
    package static let planned = Phrase("(planned)", "(план)")
    package static let plannedHead = Phrase("Planned", "План")
    package static let transferredTo = Phrase("transferred to {0}", "перевод в {0}")
    package static let cause = Phrase("cause: {0}", "причина: {0}")
    package static let nothingConcluded = Phrase("nothing concluded", "вывода нет")
    package static let noSourceStates = Phrase(
        "no accepted source states it", "ни один принятый источник этого не сообщает")
    package static let inferred = Phrase("(inferred: {0})", "(вывод реестра: {0})")
    package static let strengthDrawing = Phrase(
        "Strength as claimed, {0}: each mark is one claim, as wide as its date is uncertain and as tall as its number is. Nothing is drawn between claims that no source says.",
        "Численность по сообщениям, {0}: каждый знак — одно сообщение, шириной с неопределённость даты, высотой с неопределённость числа. Между сообщениями не нарисовано ничего."
    )
}
