import MusterValues

extension RecordTable {
    /// What is said of a column that is no field of a kind of record.
    struct Described: Sendable {
        let content: RecordColumn.Content?
        let label: Label
        let help: Label

        init(_ content: RecordColumn.Content? = nil, _ label: Label, _ help: String, _ russian: String) {
            self.content = content
            self.label = label
            self.help = Label(help, russian)
        }
    }

    /// What the rows of a table are.
    static func label(of table: String) -> Label {
        switch table {
        case "region": Label("regions", "регионы")
        case "foreign_neighbour":
            Label("borders of regions with other countries", "границы регионов с другими странами")
        case "bloc_member": Label("membership of countries in blocs", "членство стран в блоках")
        case "programme": Label("programmes that units belong to", "программы")
        case "source": Label("publications and posts that say something", "источники")
        case "derivation": Label("sources that repeat other sources", "источники, повторяющие другие")
        case "unit": Label("battalions and detachments", "подразделения")
        case "official": Label("persons who hold or held a public office", "должностные лица")
        case "name": Label("names of regions, programmes, units and officials", "имена и названия")
        case "post": Label("offices held by officials", "должности")
        case "enrollment": Label("officials and unnamed groups joining units", "вступления в подразделения")
        case "group_member": Label("enrollments of those who are named of a group", "названные члены групп")
        case "event": Label("changes in the life of units, posts and enrollments", "события")
        case "citation": Label("what sources say of the fields of records", "свидетельства источников")
        case "conclusion": Label("values that the registry stands behind where sources differ", "выводы реестра")
        case "look": Label("searches for units that were made in a region", "предпринятые поиски")
        case "distinction":
            Label("records that look alike and are not the same", "разные записи, похожие друг на друга")
        case "merge": Label("records that were merged into others", "объединённые записи")
        default: Label(table.spaced, table.spaced)
        }
    }

    /// What is said of the columns that are no fields, by table and column, or by column where it is the same everywhere.
    static let described: [String: Described] = [
        "id": Described(nil, Label("id", "номер"), "The record's id, which it keeps for good.", "Номер записи."),
        "region.code": Described(
            .region, Label("code", "код"),
            "The code by ISO 3166-2; a district has its region's code, a slash and a word.",
            "Код по ISO 3166-2; у района код региона, косая черта и слово."),
        "foreign_neighbour.country": Described(
            .pattern("[A-Z]{2}"), Label("country", "страна"), "The country, by ISO 3166-1.",
            "Страна, код по ISO 3166-1."),
        "foreign_neighbour.border": Described(
            .word(["land", "maritime"]), Label("border", "граница"), "Whether the border is on land or at sea.",
            "Граница по суше или по морю."),
        "foreign_neighbour.note": Described(.text(most: 2000), Label("note", "примечание"), "A remark.", "Примечание."),
        "bloc_member.bloc": Described(
            .text(most: 50), Label("bloc", "блок"), "The bloc, such as NATO.", "Блок, например НАТО."),
        "bloc_member.country": Described(
            .pattern("[A-Z]{2}"), Label("country", "страна"), "The country, by ISO 3166-1.",
            "Страна, код по ISO 3166-1."),
        "bloc_member.since": Described(
            .day, Label("since", "с"), "The first day of the membership.", "Первый день членства."),
        "bloc_member.until": Described(
            .day, Label("until", "по"), "The last day; empty while it is a member.",
            "Последний день; пусто, пока страна состоит в блоке."),
        "derivation.source_id": Described(
            .id(.source), Label("source", "источник"), "The source that repeats another.",
            "Источник, который повторяет другой."),
        "derivation.derived_from": Described(
            .id(.source), Label("derived from", "повторяемый источник"), "The source that is repeated.",
            "Источник, который повторяют."),
        "derivation.relation": Described(
            .word(SourceRelation.allCases.map(\.rawValue)), Label("relation", "способ повторения"),
            "How it repeats it.", "Как он его повторяет."
        ),
        "name.source_id": Described(
            .id(.source), Label("source", "источник"), "Who spells it so; empty for a region's reference data.",
            "Чьё это написание; пусто для справочных данных о регионе."),
        "name.text": Described(
            .text(most: 200), Label("text", "имя"), "The name as written, in Unicode NFC.", "Имя, как оно написано."),
        "name.folded": Described(
            .text(most: nil), Label("folded", "для поиска"),
            "The same by NFKC, full case folding and single spaces, to look it up; it follows from the text.",
            "То же имя по NFKC, без различия регистра и с одиночными пробелами, для поиска; выводится из имени."),
        "name.script": Described(
            .pattern("[A-Z][a-z]{3}"), Label("script", "письменность"),
            "The script, by ISO 15924; Zyyy if it is mixed.", "Письменность по ISO 15924; Zyyy, если она смешанная."
        ),
        "name.nature": Described(
            .word(NameNature.allCases.map(\.rawValue)), Label("nature", "вид имени"), "What the name is to its record.",
            "Чем это имя является для записи."),
        "enrollment.group_least": Described(
            .number(1...1_000_000), Label("least", "не менее"), "The fewest people in the group.",
            "Наименьшая численность группы."),
        "group_member.group_id": Described(
            .id(.enrollment), Label("group", "группа"), "The enrollment of the group.", "Вступление группы."),
        "group_member.member_id": Described(
            .id(.enrollment), Label("member", "член группы"), "The enrollment of one who is named of it.",
            "Вступление названного члена группы."),
        "event.facet": Described(
            .word(RecordKind.allCases.flatMap(EventValue.facets)), Label("facet", "что изменилось"),
            "What changed: a unit's status, form or strength, a post's tenure, an enrollment's state.",
            "Что изменилось: статус, форма или численность подразделения, пребывание в должности, состояние вступления."
        ),
        "event.least": Described(
            .number(0...10_000_000), Label("least", "не менее"), "The fewest people of a strength.",
            "Наименьшая численность."),
        "event.most": Described(
            .number(0...10_000_000), Label("most", "не более"), "The most people of a strength; empty if not known.",
            "Наибольшая численность; пусто, если неизвестна."),
        "conclusion.field": Described(
            .word(FieldName.allCases.map(\.rawValue)), Label("field", "поле"), "The field that it is about.",
            "Поле, о котором вывод."),
        "conclusion.weighed": Described(
            .id(.citation), Label("weighed", "взвешено"),
            "The newest citation when it was decided: later ones were not weighed; C0 if there was none.",
            "Последняя ссылка на время решения: более поздние не взвешены; C0, если ссылок не было."),
        "conclusion.value": Described(
            .text(most: 500), Label("value", "значение"), "The value; empty where the record's own column holds it.",
            "Значение; пусто, если оно стоит в столбце самой записи."),
        "conclusion.inferred": Described(
            .text(most: 2000), Label("inferred", "обоснование вывода"),
            "Why it is so, where no source states the value.", "Почему это так, если значения нет ни в одном источнике."
        ),
        "look.date": Described(
            .pattern(RecordColumn.edtf), Label("date", "дата"), "When it was made, EDTF.",
            "Когда искали, дата в формате EDTF."),
        "look.place": Described(.text(most: 500), Label("place", "где искали"), "Where was looked.", "Где искали."),
        "look.found": Described(
            .text(most: 500), Label("found", "найдено"), "What was found; empty if nothing was.",
            "Что найдено; пусто, если ничего."),
        "distinction.kind": Described(
            .word(kinds), Label("kind", "вид записи"), "The kind of both records.", "Вид обеих записей."),
        "distinction.one": Described(.idOfKind, Label("one", "первая"), "One of the records.", "Одна из записей."),
        "distinction.other": Described(.idOfKind, Label("other", "вторая"), "The other record.", "Другая запись."),
        "merge.kind": Described(
            .word(kinds), Label("kind", "вид записи"), "The kind of both records.", "Вид обеих записей."),
        "merge.gone": Described(
            .idOfKind, Label("gone", "исчезнувшая"), "The record that was merged and is gone.",
            "Запись, которую объединили с другой и которой больше нет."),
        "merge.kept": Described(
            .idOfKind, Label("kept", "оставшаяся"), "The record that it was merged into.",
            "Запись, с которой её объединили."),
    ].merging(sides) { own, _ in own }

    private static let kinds = RecordKind.allCases.map(\.name)

    /// The days beside each date.
    private static let sides = Dictionary(
        uniqueKeysWithValues: ["", "published_", "launched_", "ends_", "held_"].flatMap { date in
            [
                (
                    "\(date)earliest",
                    Described(
                        .day, Label("\(date)earliest".spaced, "не ранее"),
                        "The first day that the date can mean; empty if that side is open.", "Первый возможный день.")
                ),
                (
                    "\(date)latest",
                    Described(
                        .day, Label("\(date)latest".spaced, "не позднее"),
                        "The last day that the date can mean; empty if that side is open.", "Последний возможный день.")
                ),
            ]
        })
}
