import MusterValues

extension Field {
    /// The fields of a unit.
    static let ofUnit =
        [
            Field(
                .name, .name(most: 200), columns: [], [.cited, .edited], "название", "The designation.",
                "Название подразделения."),
            Field(
                .kind, .list(UnitKind.self), [.required, .cited, .edited], "вид названия", "How the unit is named.",
                "Как образовано название подразделения.", merged: .told),
            Field(
                .region, .reference(.region), columns: ["region_code"], [.cited, .edited], "регион",
                "The region, by code or name.",
                "Регион: код или название.", merged: .fillsGap),
            Field(
                .programme, .reference(.programme), columns: ["programme_id"], [.cited, .edited], "программа",
                "The programme.",
                "Программа, к которой оно относится.", merged: .fillsGap),
            Field(
                .partOf, .reference(.unit), [.cited, .edited], "в составе", "The unit that a subunit is inside of.",
                "Подразделение, в состав которого оно входит.", merged: .told),
            Field(
                .ordinal, .number(1...1000), [.cited, .edited], "порядковый номер",
                "The place in the order of founding claimed for it.",
                "Заявленное место в очерёдности создания.", redacted: .emptied, merged: .fillsGap),
            said(
                .role, "задача", "The task of the unit, as the source puts it.",
                "Задача подразделения, как её формулирует источник.", most: 200),
            said(
                .formed, "когда сформировано", "The date or occasion of its formation.",
                "Дата формирования или событие, после которого оно сформировано."),
            said(
                .legalNature, "правовая основа", "The legal ground that it stands on.", "Правовая основа подразделения."
            ),
            said(
                .contract, "контракт", "The contract that its members sign.", "Контракт, который заключают его бойцы."),
            said(
                .concludedBy, "с кем заключается контракт", "The party that concludes the contract.",
                "С кем заключается контракт."),
            said(
                .training, "подготовка", "The training of its members, and its length.",
                "Как и сколько готовят его бойцов."),
        ] + judgement()
}
