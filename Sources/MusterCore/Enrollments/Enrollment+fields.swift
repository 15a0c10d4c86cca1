import MusterValues

extension Field {
    /// The fields of an enrollment. A redaction that names one takes the person and the group out of every count.
    static let ofEnrollment = who + how + judgement(asTarget: (.becomes(["'rejected'"]), .blanked))

    private static let who = [
        Field(
            .official, .reference(.official), columns: ["official_id"], [.required, .cited, .edited],
            "должностное лицо",
            "The official who enrolled.", "Должностное лицо, вступившее в подразделение.",
            asTarget: .emptied),
        Field(
            .group, .text(most: 300), columns: ["group_who"], [.required, .cited, .edited, .telling],
            "группа", "The words for a group, as the source has them.", "Как источник называет группу.",
            asTarget: .blanked, merged: .told
        ),
        Field(
            .groupSize, .people, columns: ["group_least", "group_most"], [.required, .cited, .edited],
            "численность группы",
            "The number of people in the group.",
            "Численность группы.", merged: .narrows),
        Field(
            .least, .number(1...1_000_000), columns: ["group_least"], .edited, "не менее",
            "The fewest people in the group.",
            "Наименьшая численность группы.", asTarget: .becomes(["1"]), citedAs: .groupSize),
        Field(
            .most, .number(1...1_000_000), columns: ["group_most"], .edited, "не более",
            "The most people in the group; none if unknown.",
            "Наибольшая численность группы; пусто, если неизвестна.", asTarget: .emptied, citedAs: .groupSize),
        Field(
            .level, .list(PostLevel.self), columns: ["group_level"], [.cited, .edited], "уровень должностей",
            "The level of the group's posts.",
            "Уровень должностей группы.", asTarget: .emptied, merged: .fillsGap),
        Field(
            .kind, .list(PostKind.self), columns: ["group_kind"], [.cited, .edited], "вид должностей",
            "The kind of the group's posts.",
            "Вид должностей группы.", asTarget: .emptied, merged: .fillsGap),
        Field(
            .region, .reference(.region), columns: ["group_region"], [.cited, .edited], "регион группы",
            "The region of the group's posts.",
            "Регион, в котором члены группы занимают должности.", asTarget: .emptied, merged: .fillsGap),
        Field(
            .perhapsSameAs, .reference(.enrollment), .edited, "возможно, та же группа",
            "Another group of the unit that may be the same people.",
            "Другая группа подразделения: возможно, те же люди.", merged: .fillsGap),
    ]

    private static let how = [
        Field(
            .unit, .reference(.unit), columns: ["unit_id"], [.required, .cited, .edited], "подразделение", "The unit.",
            "Подразделение, в которое вступили."),
        Field(
            .contract, .list(ContractKind.self), [.required, .cited, .edited], "вид контракта", "The kind of contract.",
            "Вид контракта.", asTarget: .becomes(["'not_stated'"]), merged: .fillsGap),
        Field(
            .concludedBy, .list(ContractParty.self), [.required, .cited, .edited],
            "с кем заключается контракт", "The party that concludes the contract.", "С кем заключён контракт.",
            asTarget: .becomes(["'not_stated'"]), merged: .fillsGap),
        Field(
            .role, .text(most: 200), [.cited, .edited], "роль", "The role in the unit, as the source puts it.",
            "Роль в подразделении, как её называет источник.", redacted: .emptied, merged: .fillsGap),
        Field(
            .term, .term, [.cited, .edited], "срок контракта", "How long the contract runs, such as 6 months.",
            "На какой срок заключён контракт, например 6 месяцев.", redacted: .emptied, merged: .fillsGap),
        Field(
            .ends, .date, columns: ["ends", "ends_earliest", "ends_latest"], [.cited, .edited], "окончание контракта",
            "When the contract ends, EDTF.", "Когда истекает контракт, дата в формате EDTF.", redacted: .emptied,
            merged: .fillsGap),
        said(.compensation, "выплаты", "The pay.", "Выплаты."),
    ]
}
