/// Who is on record, or was in a unit on a day.
extension Phrase {
    package static let whoJoined = Phrase("Who is on record", "Кто учтён")
    package static let whoWasIn = Phrase("Who was in a unit on the day", "Кто был в подразделении в этот день")
    package static let rollAbout = Phrase(
        "Each official once in each unit, each unnamed group as a range. The second column answers for {0}.",
        "Каждое должностное лицо — один раз на подразделение, каждая безымянная группа — от и до. Второй столбец отвечает за {0}."
    )
    package static let rollOnTheDay = Phrase(
        "Those whom the evidence puts in a unit on {0}, the surest first.",
        "Те, о чьей службе на {0} говорят свидетельства; сначала самое точное.")
    package static let enrollments = Phrase("Enrollments", "Вступления")
    package static let ownRollAbout = Phrase(
        "Each unit that the official is on record with. The second column answers for {0}.",
        "Каждое подразделение, в котором лицо учтено. Второй столбец отвечает за {0}.")
    package static let killedIn = Phrase("in {0} ({1})", "подразделение {0} ({1})")
    package static let perhapsSameAs = Phrase("perhaps the same people as {0}", "возможно, те же люди, что и {0}")
    package static let levelIs = Phrase("level: {0}", "уровень: {0}")
    package static let who = Phrase("Who", "Кто")
    package static let official = Phrase("Official", "Лицо")
    package static let office = Phrase("Office", "Должность")
    package static let unit = Phrase("Unit", "Подразделение")
    package static let unitName = Phrase("Name of the unit", "Название подразделения")
    package static let inTheUnitOnTheDay = Phrase("In the unit on the day?", "В подразделении на этот день?")
    package static let lastKnownState = Phrase("Last known state", "Последнее известное состояние")
    package static let lastHeardHead = Phrase("Last heard", "Последнее известие")
    package static let contract = Phrase("Contract", "Контракт")
    package static let people = Phrase("People", "Человек")
    package static let standing = Phrase("Standing", "Статус записи")
    package static let nothingOnRecord = Phrase("nothing on record", "в реестре ничего нет")
    package static let besidesNamed = Phrase("{0} besides {1}", "{0}, кроме: {1}")
    package static let unnamedGroup = Phrase("unnamed group", "безымянная группа")
}
