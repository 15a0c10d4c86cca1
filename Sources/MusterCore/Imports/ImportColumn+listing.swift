import MusterValues

extension ImportColumn {
    /// The columns of the list of columns.
    public static let columns: [Column<ImportColumn>] = [
        Column("column") { .text($0.name) },
        Column("russian") { .text($0.heading.russian) },
        Column("holds") { .text($0.help.english) },
        Column("words", isDetail: true) { .each($0.words.map { .text($0) }) },
    ]

    private struct Coded: Encodable {
        let column: String
        let russian: String
        let holds: String
        let words: [String]
    }

    /// Encodes the name, the Russian heading, the explanation and the words.
    public func encode(to encoder: any Encoder) throws {
        try Coded(column: name, russian: heading.russian, holds: help.english, words: words).encode(to: encoder)
    }

    static func facets(_ kind: RecordKind, _ facet: String) -> [ImportColumn] {
        let name = kind == .enrollment ? facet : "\(kind.name)_\(facet)"
        let words = EventValue.words(of: facet)
        let own = EventValue.label(of: facet).russian
        let label = prefix(kind).map { "\($0): \(own)" } ?? own
        return [
            ImportColumn(
                name, label,
                Label("What became of the \(kind.name): its \(facet.spaced).", "Что изменилось: \(label)."),
                .facet(kind, facet), words: words),
            ImportColumn(
                "\(name)_date", "\(label), дата",
                Label("When that was, EDTF.", "Когда это было, дата в формате EDTF."), .date(kind, facet)),
        ]
    }

    static let looks: [ImportColumn] = [
        ImportColumn(
            "look_region", "поиск: регион",
            Label("The region or district that was searched for units.", "Регион или район, где искали подразделения."),
            .look(.region)),
        ImportColumn(
            "look_date", "поиск: дата", Label("When, EDTF.", "Когда искали, дата в формате EDTF."), .look(.date)),
        ImportColumn(
            "look_place", "поиск: где", Label("Where was looked, such as the regional press.", "Где искали."),
            .look(.place)),
        ImportColumn(
            "look_found", "поиск: найдено", Label("What was found, or none.", "Что найдено; «ничего», если ничего."),
            .look(.found)),
    ]

    static let verdicts: [ImportColumn] =
        [
            ImportColumn(
                "same_as", "то же, что",
                Label(
                    "The official, unit or group on the register that the row's is: a short id or name; several are parted by semicolons.",
                    "Лицо, подразделение или группа в реестре: номер или имя; несколько разделяются точкой с запятой."),
                .sameAs),
            ImportColumn(
                "new", "новое",
                Label(
                    "Yes if this is another person or unit than those with similar names.",
                    "«Да», если это другое лицо или подразделение с похожим именем."), .new, words: ["yes", "no"]),
        ]
        + remarks.map {
            ImportColumn(
                $0, "ошибка: \($0.dropFirst(6))",
                Label("Passed over: a list of rows to mend says here what is wrong.", "Не читается: что исправить."),
                .remark)
        }

    /// The column that a heading names in English or Russian, in any letter case, with spaces or underscores; nil for none.
    package static func named(_ heading: String) -> ImportColumn? { byHeading[folded(heading)] }

    private static let byHeading: [String: ImportColumn] = Dictionary(
        all.flatMap { column in
            [column.name, column.heading.english, column.heading.russian].map { (folded($0), column) }
        } + [("фио", named(.field(.official, .name))), ("name", named(.field(.official, .name)))],
        uniquingKeysWith: { first, _ in first })

    static func named(_ content: Content) -> ImportColumn { all.first { $0.content == content }! }

    private static func folded(_ heading: String) -> String {
        let letters = Text.folded(heading).replacing("ё", with: "е").filter { $0.isLetter || $0.isNumber || $0 == "," }
        return String(letters)
    }

    /// The columns nearest to a heading that names none.
    static func nearest(to heading: String) -> [String] { Text.nearest(to: heading, among: all.map(\.name)) }
}
