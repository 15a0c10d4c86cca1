/// What is in dispute, and what is suspect.
extension Phrase {
    package static let disputesAbout = Phrase(
        "What one source says against another, or against itself. Both sides stay, whatever is decided.",
        "Что один источник говорит против другого или против себя. Обе стороны остаются, что бы ни было решено."
    )
    package static let settled = Phrase("Settled", "Решённые споры")
    package static let settledAbout = Phrase(
        "What sources contradict each other in, and somebody decided. A later citation opens it again.",
        "В чём источники расходятся и что было решено. Новая ссылка открывает спор снова.")
    package static let settledIn = Phrase(
        "Settled in revision {0} of {1} by {2}: {3}", "Решено в ревизии {0} от {1}, {2}: {3}")
    package static let settledNumber = Phrase("settled: {0}", "решено: {0}")
    package static let suspectDates = Phrase(
        "dates that cannot be, under Suspect: {0}", "невозможных дат, под вопросом: {0}")
    package static let decided = Phrase("decided", "решено")
    package static let standingDisputed = Phrase("the record is disputed", "запись оспорена")
    package static let judged = Phrase("standing: {0}", "статус: {0}")
    package static let onRecordIs = Phrase("on record: {0}", "в реестре: {0}")
    package static let forHead = Phrase("for", "за")
    package static let againstHead = Phrase("against", "против")
    package static let someSay = Phrase("some say", "одни сообщают")
    package static let othersSay = Phrase("others say", "другие сообщают")
    package static let suspect = Phrase("Suspect", "Под вопросом")
    package static let suspectAbout = Phrase(
        "Values that no accepted source states, and dates that cannot be.",
        "Значения, которых не сообщает ни один принятый источник, и даты, которых не может быть.")
    package static let citedInstead = Phrase("cited instead: {0}", "вместо этого сообщают: {0}")
    package static let citedUnaccepted = Phrase("cited, but not accepted: {0}", "сообщают, но это не принято: {0}")
}
