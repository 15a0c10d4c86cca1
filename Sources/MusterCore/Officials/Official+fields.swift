import MusterValues

extension Field {
    /// The fields of an official.
    static let ofOfficial =
        [
            Field(
                .name, .name(most: 200), columns: [], [.required, .cited, .edited], "имя", "The name of the official.",
                "Имя должностного лица.")
        ] + judgement()

    /// The fields of a post.
    static let ofPost =
        [
            Field(
                .title, .text(most: 200), [.required, .cited, .edited, .tellingOfTarget], "название должности",
                "The title of the post.",
                "Название должности.", redacted: .blanked),
            Field(
                .official, .reference(.official), columns: ["official_id"], [.required, .cited, .edited],
                "кто занимает",
                "The official who holds it.",
                "Должностное лицо, которое её занимает или занимало."),
            Field(
                .kind, .list(PostKind.self), [.required, .cited, .edited], "вид должности", "The kind of post.",
                "Вид должности.",
                redacted: .becomes(["'other'"]), merged: .told),
            Field(
                .level, .list(PostLevel.self), [.cited, .edited], "уровень",
                "The level of the post.",
                "Уровень должности.", redacted: .emptied, merged: .fillsGap),
            Field(
                .body, .text(most: 200), [.cited, .edited], "орган", "The body that it belongs to.",
                "Орган, к которому она относится.", redacted: .emptied, merged: .fillsGap),
            Field(
                .region, .reference(.region), columns: ["region_code"], [.cited, .edited], "регион",
                "The region, by code or name.",
                "Регион: код или название.", redacted: .emptied),
        ] + judgement()
}
