/// Who joined.
extension Phrase {
    static let whoJoined = Phrase("Who joined", "Кто вступил")
    static let whoWasIn = Phrase("Who was in a unit on the day", "Кто был в подразделении в этот день")
    static let rollAbout = Phrase(
        "Each official once in each unit, each unnamed group as a range. The second column answers for {0}.",
        "Каждое должностное лицо — один раз на подразделение, каждая безымянная группа — от и до. Второй столбец отвечает за {0}."
    )
    static let rollOnTheDay = Phrase(
        "Those whom the evidence puts in a unit on {0}, the surest first.",
        "Те, о чьей службе на {0} говорят свидетельства; сначала самое точное.")
    static let enrollments = Phrase("Enrollments", "Вступления")
    static let ownRollAbout = Phrase(
        "Each unit that the official joined. The second column answers for {0}.",
        "Каждое подразделение, о вступлении в которое известно. Второй столбец отвечает за {0}.")
    static let perhapsSameAs = Phrase("perhaps the same people as {0}", "возможно, те же люди, что и {0}")
    static let levelIs = Phrase("level: {0}", "уровень: {0}")
    static let who = Phrase("Who", "Кто")
    static let official = Phrase("Official", "Лицо")
    static let office = Phrase("Office", "Должность")
    static let unit = Phrase("Unit", "Подразделение")
    static let unitName = Phrase("Name of the unit", "Название подразделения")
    static let inTheUnitOnTheDay = Phrase("In the unit on the day?", "В подразделении на этот день?")
    static let lastKnownState = Phrase("Last known state", "Последнее известное состояние")
    static let lastHeardHead = Phrase("Last heard", "Последнее известие")
    static let contract = Phrase("Contract", "Контракт")
    static let people = Phrase("People", "Человек")
    static let standing = Phrase("Standing", "Статус записи")
    static let nothingOnRecord = Phrase("nothing on record", "в реестре ничего нет")
    static let besidesNamed = Phrase("{0} besides {1}", "{0}, кроме: {1}")
    static let unnamedGroup = Phrase("unnamed group", "безымянная группа")
}
