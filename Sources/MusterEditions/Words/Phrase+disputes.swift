/// What is in dispute, and what is suspect.
extension Phrase {
    static let disputesAbout = Phrase(
        "What one source says against another, or against itself. The register settles a dispute only with a reason, and keeps both sides.",
        "Что один источник говорит против другого или против себя. Спор решается только с объяснением, и обе стороны остаются."
    )
    static let settled = Phrase("Settled", "Решённые споры")
    static let settledAbout = Phrase(
        "What sources contradict each other in, and somebody decided. A later citation opens it again.",
        "В чём источники расходятся и что было решено. Новая ссылка открывает спор снова.")
    static let settledIn = Phrase("Settled in revision {0} of {1} by {2}: {3}", "Решено в ревизии {0} от {1}, {2}: {3}")
    static let settledNumber = Phrase("settled: {0}", "решено: {0}")
    static let decided = Phrase("decided", "решено")
    static let standingDisputed = Phrase("the record is disputed", "запись оспорена")
    static let judged = Phrase("standing: {0}", "статус: {0}")
    static let onRecordIs = Phrase("on record: {0}", "в реестре: {0}")
    static let forHead = Phrase("for", "за")
    static let againstHead = Phrase("against", "против")
    static let someSay = Phrase("some say", "одни сообщают")
    static let othersSay = Phrase("others say", "другие сообщают")
    static let suspect = Phrase("Suspect", "Под вопросом")
    static let suspectAbout = Phrase(
        "Values that no accepted source states, and dates that cannot be.",
        "Значения, которых не сообщает ни один принятый источник, и даты, которых не может быть.")
    static let citedInstead = Phrase("cited instead: {0}", "вместо этого сообщают: {0}")
}
