import MusterValues

extension Field {
    /// The fields of a programme.
    static let ofProgramme =
        [
            Field(
                .name, .name(most: 200), columns: [], [.required, .cited, .edited], "название",
                "The name of the programme.",
                "Название программы."),
            said(
                .expansion, "расшифровка", "The words that the abbreviation stands for.", "Расшифровка сокращения.",
                most: 200),
            Field(
                .cameFrom, .reference(.programme), [.cited, .edited], "предшественник",
                "The programme, or the phase of it, that went before.",
                "Программа или её этап, из которых она выросла."),
            Field(
                .launched, .date, columns: ["launched", "launched_earliest", "launched_latest"], [.cited, .edited],
                "дата запуска", "The date of the launch, EDTF.", "Дата запуска в формате EDTF.", redacted: .emptied),
            Field(
                .launchedBy, .text(most: 200), [.cited, .edited], "кем запущена",
                "The person or body that launched it.",
                "Лицо или орган, запустившие программу.", redacted: .emptied),
            said(.aim, "цель", "The aim of the programme.", "Цель программы."),
            said(.legalNature, "правовая основа", "The legal ground that it stands on.", "Правовая основа программы."),
            said(.recruitedFrom, "кого набирают", "The people whom it takes.", "Из кого набирают участников."),
            said(.contract, "контракт", "The contract that is signed.", "Контракт, который заключают участники."),
            said(
                .concludedBy, "с кем заключается контракт", "The party that concludes the contract.",
                "С кем заключается контракт."),
            said(.participation, "добровольность", "Whether joining is voluntary.", "Добровольно ли участие."),
            said(.compensation, "выплаты", "The pay of members.", "Выплаты участникам."),
            said(.training, "подготовка", "The training of members.", "Как готовят участников."),
            said(.effect, "последствия", "The effect on people and places.", "Последствия для людей и территорий."),
        ] + judgement()
}
