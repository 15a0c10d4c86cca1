/// What is in dispute, and what is suspect.
extension Phrase {
    static let disputesAbout = Phrase(
        "What one source says against another, or against itself. The register settles a dispute only with a reason, and keeps both sides.",
        "Что один источник говорит против другого или против себя. Спор решается только с объяснением, и обе стороны остаются."
    )
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
