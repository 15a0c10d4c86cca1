import MusterValues

extension Field {
    /// The fields of an event. A redaction that names one leaves a rejected event of the first value that its facet may have.
    static let ofEvent =
        [
            Field(
                .of, .subject(RecordKind.withEvents), columns: RecordKind.withEvents.map(\.column), .required,
                "с чем произошло", "The unit, post or enrollment that it happened to.",
                "Подразделение, должность или вступление, с которым это произошло."),
            Field(
                .value, .happening, columns: ["value", "least", "most"], [.required, .cited, .edited],
                "что изменилось", "The state that it changed to.", "К какому состоянию привело.",
                asTarget: .becomes([
                    """
                    CASE facet WHEN 'state' THEN 'joined' WHEN 'tenure' THEN 'in_office' WHEN 'status' THEN 'announced' \
                    WHEN 'form' THEN 'group' END
                    """, "CASE facet WHEN 'strength' THEN 0 END", "NULL",
                ])),
            Field(
                .date, .date, columns: ["date", "earliest", "latest"], [.cited, .edited], "дата", "The date, EDTF.",
                "Дата, EDTF.",
                redacted: .emptied),
            Field(
                .cause, .text(most: 2000), [.cited, .edited, .tellingOfTarget], "причина",
                "The cause, as the source gives it.",
                "Причина, словами источника.", redacted: .emptied),
        ] + judgement(asTarget: (.becomes(["'rejected'"]), .blanked))
}
