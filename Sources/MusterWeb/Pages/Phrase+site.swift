import MusterEditions

/// The words around every page.
extension Phrase {
    static let mainNavigation = Phrase("Main", "Главное")
    static let short = Phrase("muster", "Реестр")
    static let otherLanguage = Phrase("Русский", "English")
    static let signIn = Phrase("Sign in", "Войти")
    static let account = Phrase("{0}, {1}", "{0}, {1}")
    static let recordEnrollment = Phrase("Record an enrollment", "Внести вступление")
    static let onADay = Phrase("On a day in the world", "На день")
    static let asKnown = Phrase("as the register was known at", "по реестру на")
    static let show = Phrase("Show", "Показать")
    static let nowRevision = Phrase("now: revision {0}", "сейчас: ревизия {0}")
    static let everything = Phrase("everything on record", "всё, что есть в реестре")
    static let dayShown = Phrase("Shown: {0}", "Показано: {0}")
    static let withoutDay = Phrase("Show without a day", "Показать без дня")
    static let pastShown = Phrase(
        "You see the register as it was known at revision {0} of {1}.",
        "Вы видите реестр по состоянию на ревизию {0}, {1}.")
    static let leftOut = Phrase("Later revisions that are left out: {0}.", "Более поздних ревизий не показано: {0}.")
    static let seeNow = Phrase("See it as known now", "Показать, что известно сейчас")
    static let changedSince = Phrase("What changed since", "Что изменилось с тех пор")
    static let download = Phrase("Download:", "Скачать:")
    static let citeThis = Phrase("Cite this", "Как сослаться")
    static let revisionLine = Phrase("Revision {0}, head {1}", "Ревизия {0}, хеш вершины {1}")
    static let nextPage = Phrase("Next page", "Следующая страница")
    static let narrow = Phrase("Narrow or sort this list", "Сузить или упорядочить список")
    static let any = Phrase("any", "любое")
    static let sortBy = Phrase("Sort by", "Упорядочить по")
    static let itsTimeline = Phrase("Timeline", "Хронология")
    static let itsEvidence = Phrase("Each field with its evidence", "Каждое поле со свидетельствами")
    static let itsHistory = Phrase("History", "История")
    static let addCitation = Phrase("Add a citation", "Добавить ссылку на источник")
    static let change = Phrase("Change it", "Изменить")
    static let recordEvent = Phrase("Record what happened", "Внести событие")
    static let wholeDossier = Phrase("Print the whole dossier", "Всё досье для печати")
}

/// Problems.
extension Phrase {
    static let notHere = Phrase("There is nothing at this address", "По этому адресу ничего нет")
    static let notAllowed = Phrase("You may not do this", "На это у вас нет права")
    static let refusedTitle = Phrase("This cannot be answered", "На это нельзя ответить")
    static let goneTitle = Phrase("This was redacted", "Содержание удалено")
    static let failedTitle = Phrase("Something failed here", "Здесь произошёл сбой")
    static let backHome = Phrase("To the first page", "На первую страницу")
    static let problemIs = Phrase("There is a problem", "Есть ошибка")
    static let inEnglish = Phrase("", "Сообщение по-английски:")
}
