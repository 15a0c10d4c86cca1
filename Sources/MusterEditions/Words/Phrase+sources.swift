/// Sources.
extension Phrase {
    package static let sources = Phrase("Sources", "Источники")
    package static let sourcesAbout = Phrase(
        "A source that repeats another is one voice with it, and stands under it.",
        "Источник, который повторяет другой, — один голос с ним и стоит под ним.")
    package static let voicesDrawing = Phrase(
        "Who repeats whom: {0}, each under the one that it repeats.",
        "Кто кого повторяет: {0}, каждый под тем, что он повторяет.")
    package static let idHead = Phrase("Id", "Номер")
    package static let titleAndAddress = Phrase("Title and address", "Заголовок и адрес")
    package static let address = Phrase("Address", "Адрес")
    package static let archive = Phrase("Archived copy", "Архивная копия")
    package static let kind = Phrase("Kind", "Вид")
    package static let publisher = Phrase("Publisher", "Издатель")
    package static let published = Phrase("Published", "Опубликовано")
    package static let captured = Phrase("Captured", "Сохранено")
    package static let origin = Phrase("Origin", "Первоисточник")
    package static let citedFor = Phrase("Cited for", "На что ссылаются")
    package static let oneVoiceWith = Phrase("one voice with {0}: {1}", "один голос с {0}: {1}")
    package static let setAside = Phrase("set aside: {0}", "отложен: {0}")
    package static let noAddress = Phrase("no address", "адреса нет")
    package static let archivedAt = Phrase("archived at {0}", "в архиве: {0}")
    package static let capturedOn = Phrase("captured {0}", "сохранено {0}")
    package static let note = Phrase("note: {0}", "примечание: {0}")
    package static let orLater = Phrase("{0} or later", "не ранее: {0}")
    package static let notStated = Phrase("not stated", "не указан")
    package static let ownOrigin = Phrase("speaks for itself", "сам первоисточник")
}
