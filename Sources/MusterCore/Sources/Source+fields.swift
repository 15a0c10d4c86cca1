import MusterValues

extension Field {
    /// The fields of a source.
    static let ofSource = [
        Field(
            .kind, .list(SourceKind.self), [.required, .edited], "вид источника", "The kind of source.",
            "Вид источника.",
            redacted: .becomes(["'other'"]), merged: .told),
        Field(
            .title, .text(most: 500), [.required, .edited, .telling], "заглавие", "The title.", "Заглавие.",
            redacted: .numbered),
        Field(
            .publisher, .text(most: 200), .edited, "издатель", "The publisher, as printed.",
            "Издатель, как напечатано.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .url, .text(most: 2000), [.edited, .telling], "адрес", "The address.", "Адрес.", redacted: .emptied,
            merged: .fillsGap),
        Field(
            .language, .language, .edited, "язык", "The language, as an ISO 639 code.", "Язык, код ISO 639.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .published, .date, columns: ["published", "published_earliest", "published_latest"], .edited,
            "дата публикации", "The date of publication, EDTF.", "Дата публикации, EDTF.", redacted: .emptied,
            merged: .fillsGap),
        Field(
            .captured, .day, .edited, "день сохранения", "The day on which a copy was kept.",
            "День, когда сохранена копия.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .sha256, .digest, .edited, "SHA-256", "The SHA-256 of the kept text.", "SHA-256 сохранённого текста.",
            redacted: .emptied, merged: .fillsGap),
        Field(
            .derivedFrom, .reference(.source), .edited, "первоисточник", "The source that it repeats.",
            "Источник, который он повторяет.", merged: .fillsGap(with: ["relation"])),
        Field(
            .relation, .list(SourceRelation.self), .edited, "связь с первоисточником", "How it repeats that source.",
            "Как он повторяет тот источник."),
        Field(
            .note, .text(most: 2000), .edited, "примечание", "A remark.", "Примечание.", redacted: .emptied,
            merged: .fillsGap),
    ]
}
