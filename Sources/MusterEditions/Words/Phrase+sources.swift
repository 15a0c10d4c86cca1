/// Sources.
extension Phrase {
    static let sources = Phrase("Sources", "Источники")
    static let sourcesAbout = Phrase(
        "A source that repeats another is one voice with it, and stands under it.",
        "Источник, который повторяет другой, — один голос с ним и стоит под ним.")
    static let voicesDrawing = Phrase(
        "Who repeats whom: {0}, each under the one that it repeats.",
        "Кто кого повторяет: {0}, каждый под тем, что он повторяет.")
    static let idHead = Phrase("Id", "Номер")
    static let titleAndAddress = Phrase("Title and address", "Заголовок и адрес")
    static let address = Phrase("Address", "Адрес")
    static let archive = Phrase("Archived copy", "Архивная копия")
    static let kind = Phrase("Kind", "Вид")
    static let publisher = Phrase("Publisher", "Издатель")
    static let published = Phrase("Published", "Опубликовано")
    static let captured = Phrase("Captured", "Сохранено")
    static let origin = Phrase("Origin", "Первоисточник")
    static let citedFor = Phrase("Cited for", "На что ссылаются")
    static let oneVoiceWith = Phrase("one voice with {0}: {1}", "один голос с {0}: {1}")
    static let setAside = Phrase("set aside: {0}", "отложен: {0}")
    static let noAddress = Phrase("no address", "адреса нет")
    static let archivedAt = Phrase("archived at {0}", "в архиве: {0}")
    static let capturedOn = Phrase("captured {0}", "сохранено {0}")
    static let note = Phrase("note: {0}", "примечание: {0}")
    static let notStated = Phrase("not stated", "не указан")
    static let ownOrigin = Phrase("speaks for itself", "сам первоисточник")
}
