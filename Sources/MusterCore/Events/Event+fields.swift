import MusterValues

extension Field {
    /// The fields of an event. A redaction that names one leaves a rejected event of the first value that its facet may have.
    static let ofEvent =
        [
            Field(
                .of, .subject(RecordKind.withEvents), columns: RecordKind.withEvents.map(\.column), .required,
                "к чему относится", "The unit, post or enrollment that it happened to.",
                "Подразделение, должность или вступление, к которому относится событие."),
            Field(
                .value, .eventValue, columns: ["value", "least", "most"], [.required, .cited, .edited],
                "новое состояние", "The state that it changed to.", "Состояние, которое наступило.",
                asTarget: .becomes([
                    """
                    CASE facet WHEN 'state' THEN 'joined' WHEN 'tenure' THEN 'in_office' WHEN 'status' THEN 'announced' \
                    WHEN 'form' THEN 'group' END
                    """, "CASE WHEN facet IN ('strength', 'planned_strength') THEN 0 END", "NULL",
                ])),
            Field(
                .otherUnit, .reference(.unit), [.cited, .edited], "другое подразделение",
                "The unit that it became, or came from.",
                "Подразделение, которым оно стало или из которого вышло.", asTarget: .emptied),
            Field(
                .forEnrollment, .reference(.enrollment), [.cited, .edited], "ради какого вступления",
                "The enrollment for which it happened to the post.",
                "Вступление, из-за которого это произошло с должностью.", asTarget: .emptied),
            Field(
                .date, .date, columns: ["date", "earliest", "latest"], [.cited, .edited], "дата", "The date, EDTF.",
                "Дата события в формате EDTF.",
                redacted: .emptied),
            Field(
                .cause, .text(most: 2000), [.cited, .edited, .tellingOfTarget], "причина",
                "The cause, as the source gives it.",
                "Причина, как её называет источник.", redacted: .emptied),
        ] + judgement(asTarget: (.becomes(["'rejected'"]), .blanked))
}
