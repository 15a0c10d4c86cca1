import MusterValues

extension Field {
    /// The fields of a source.
    static let ofSource = [
        Field(
            .kind, .list(SourceKind.self), [.required, .edited], "вид источника", "The kind of source.",
            "Вид источника.",
            redacted: .becomes(["'other'"]), merged: .told),
        Field(
            .title, .text(most: 500), [.required, .edited, .telling], "заголовок", "The title.", "Заголовок.",
            redacted: .numbered),
        Field(
            .publisher, .text(most: 200), .edited, "издатель", "The publisher, as printed.",
            "Издатель, как он указан в источнике.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .url, .text(most: 2000), [.edited, .telling], "адрес", "The address.", "Адрес в интернете.",
            redacted: .emptied,
            merged: .fillsGap),
        Field(
            .archive, .text(most: 2000), [.edited, .telling], "адрес копии", "The address of an archived copy.",
            "Адрес архивной копии.", redacted: .emptied, merged: .fillsGap),
        Field(
            .setAside, .text(most: 1500), [], "отложен", "Why nothing that rests on it alone counts.",
            "Почему не учитывается ничего, что известно только из него.", redacted: .blankedIfAny),
        Field(
            .language, .language, .edited, "язык", "The language, as an ISO 639 code.", "Язык источника: код ISO 639.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .published, .date, columns: ["published", "published_earliest", "published_latest"], .edited,
            "дата публикации", "The date of publication, EDTF.", "Дата публикации в формате EDTF.", redacted: .emptied,
            merged: .fillsGap),
        Field(
            .captured, .day, .edited, "день сохранения", "The day on which a copy was kept.",
            "День, когда сохранена копия.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .sha256, .digest, .edited, "SHA-256", "The SHA-256 of the kept text.", "SHA-256 сохранённого текста.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .derivedFrom, .reference(.source), .edited, "повторяемый источник",
            "The source that it repeats; several by their short ids, as S1,S3.",
            "Источник, который он повторяет; если их несколько, их номера через запятую."),
        Field(
            .relation, .list(SourceRelation.self), .edited, "способ повторения",
            "How it repeats that source, or each of them.",
            "Как он повторяет другой источник: цитирует, переводит, пересказывает."),
        Field(
            .note, .text(most: 2000), .edited, "примечание", "A remark.", "Примечание.", redacted: .emptied,
            merged: .fillsGap),
    ]
}
