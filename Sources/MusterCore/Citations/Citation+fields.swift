import MusterValues

extension Field {
    /// The fields of a citation.
    static let ofCitation = place + words + judgement()

    private static let place = [
        Field(.source, .reference(.source), columns: ["source_id"], .required, "источник", "The source.", "Источник."),
        Field(
            .of, .subject(subjects), columns: subjects.map(\.column), .required, "о какой записи",
            "The record that it speaks of.",
            "Запись, о которой говорит источник."),
        Field(
            .field, .list(FieldName.self), .required, "о каком поле", "The field that it speaks of.",
            "Поле записи, о котором говорит источник."),
    ]

    private static let subjects: [RecordKind] = [.region, .programme, .unit, .official, .post, .enrollment, .event]

    private static let words = [
        Field(
            .stated, .text(most: 500), [.required, .edited, .tellingOfTarget], "значение по источнику",
            "The value as the source states it.",
            "Значение в том виде, в каком его приводит источник.", redacted: .blanked),
        Field(
            .wording, .list(Wording.self), .edited, "чьи слова",
            "Not quoted, if the stated value is in the registry's words.",
            "Не цитируется: значение дано словами реестра.", redacted: .emptied),
        Field(
            .held, .date, columns: ["held", "held_earliest", "held_latest"], .edited, "когда это так",
            "When it was so, as the source states, EDTF; 2014-03/.. is from then on.",
            "Когда это было так, по словам источника, дата в формате EDTF.", redacted: .emptied),
        Field(
            .stance, .list(Stance.self), [.required, .edited], "за или против", "Whether it supports or disputes.",
            "Подтверждает источник значение или оспаривает его."),
        Field(
            .locator, .text(most: 200), .edited, "место в источнике", "The place in the source, such as paragraph 5.",
            "Место в источнике, например абзац 5.", redacted: .emptied),
        Field(
            .quote, .text(most: 300), [.edited, .telling], "цитата", "A few of its words.",
            "Краткая цитата из источника.",
            redacted: .emptied),
        Field(
            .speaker, .text(most: 200), .edited, "автор слов", "The person whose word the source passes on.",
            "Лицо, чьи слова передаёт источник.", redacted: .emptied),
        Field(
            .speech, .list(Speech.self), [.required, .edited], "как сообщается",
            "How the source comes to say it.",
            "От себя, со ссылкой или по слухам сообщает источник.", redacted: .becomes(["'states'"])),
    ]
}
