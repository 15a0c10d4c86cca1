/// The lists of the service's pages.
extension Phrase {
    package static let regions = Phrase("Regions", "Регионы")
    package static let officials = Phrase("Officials", "Лица")
    package static let programmes = Phrase("Programmes", "Программы")
    package static let events = Phrase("Events", "События")
    package static let looks = Phrase("Looks", "Поиски")
    package static let disputesTitle = Phrase("Disputes", "Споры")
    package static let review = Phrase("Review", "Проверка")
    package static let duplicates = Phrase("Records that may be one", "Записи, которые могут быть одной")
    package static let history = Phrase("History", "История")
    package static let search = Phrase("Search", "Поиск")
    package static let howToRead = Phrase("How to read these pages", "Как читать эти страницы")
    package static let howToCheck = Phrase("How to check the history", "Как проверить историю")
    package static let regionsAbout = Phrase(
        "Every region, how many units are on record in it, and whether anybody looked.",
        "Все регионы: сколько подразделений в реестре и искал ли кто-нибудь.")
    package static let unitsListAbout = Phrase(
        "Every unit with its newest state and how far the evidence for it reaches.",
        "Все подразделения с последним известным состоянием и с тем, докуда доходят свидетельства.")
    package static let officialsAbout = Phrase(
        "Every official with the posts and the units on record.", "Все лица с должностями и подразделениями в реестре.")
    package static let enrollmentsAbout = Phrase(
        "Who is on record with which unit, with the last known state and by whose word.",
        "Кто учтён в каком подразделении, последнее известное состояние и с чьих слов.")
    package static let sourcesListAbout = Phrase(
        "Every source, where it can be read, and whether it repeats another.",
        "Все источники: где их читать и не повторяет ли один другого.")
    package static let programmesAbout = Phrase("What units belong to.", "К чему относятся подразделения.")
    package static let eventsAbout = Phrase(
        "What happened to units, posts and enrollments.", "Что произошло с подразделениями, должностями и вступлениями."
    )
    package static let looksAbout = Phrase(
        "Who looked where, and what was found. A look that found none is worth as much as one that did.",
        "Кто где искал и что найдено. Поиск без находок так же важен.")
    package static let nothingOfThat = Phrase("Nothing on record answers to that.", "В реестре нет ничего такого.")
    package static let districtHead = Phrase("Lies in", "Где находится")
    package static let citationsHead = Phrase("Citations", "Ссылки")
    package static let launchedHead = Phrase("Launched", "Запуск")
    package static let cameFromHead = Phrase("Came from", "Из чего возникло")
    package static let lookedWhere = Phrase("Looked where", "Где искали")
    package static let found = Phrase("Found", "Найдено")
    package static let inNoUnitThen = Phrase("in no unit on the day", "в этот день не в подразделении")
    package static let postOrUnitThen = Phrase(
        "In a post or a unit on the day", "В должности или подразделении в этот день")
    package static let noEnrollment = Phrase("no enrollment on record", "вступлений в реестре нет")
}

/// The first page, records, the history and the work that waits.
extension Phrase {
    package static let changedLately = Phrase("Changed lately", "Последние изменения")
    package static let wholeHistory = Phrase("The whole history", "Вся история")
    package static let allDisputes = Phrase("All disputes", "Все споры")
    package static let allDue = Phrase("Everything that is due", "Всё, что пора проверить")
    package static let onRecordHead = Phrase("On record", "В реестре")
    package static let willBeOnRecord = Phrase("Will be on record", "Будет в реестре")
    package static let statedHead = Phrase("As stated", "Как сообщается")
    package static let citedForNothing = Phrase("Nothing is cited from it yet.", "На него ещё ни на что не ссылаются.")
    package static let sourceHead = Phrase("Source", "Источник")
    package static let relatedHead = Phrase("What belongs to it", "Что к ней относится")
    package static let changedIn = Phrase("last changed in revision {0}", "последнее изменение: ревизия {0}")
    package static let itsHistory = Phrase("its history", "её история")
    package static let openOnes = Phrase("Show the open ones.", "Показать открытые.")
    package static let settledOnes = Phrase("Show those that were settled.", "Показать решённые.")
    package static let reviewAbout = Phrase(
        "What an editor has to accept, correct or reject.", "Что редактору предстоит принять, исправить или отклонить.")
    package static let nothingWaits = Phrase("Nothing waits for an editor.", "Редактора ничто не ждёт.")
    package static let decideIt = Phrase("Decide it", "Решить спор")
    package static let judgeIt = Phrase("Judge it", "Решить")
    package static let judgeAll = Phrase("Judge all {0} of revision {1}", "Решить обо всех ({0}) из ревизии {1}")
    package static let reviewTitle = Phrase("Judge what a revision brought", "Решить о том, что внесла ревизия")
    package static let reviewFormAbout = Phrase(
        "Every record and citation of the revision that still waits. To reject, say why in the note.",
        "Каждая запись и цитата ревизии, которая ещё ждёт решения. Чтобы отклонить, укажите причину в примечании.")
    package static let next = Phrase("Next", "Дальше")
    package static let duplicatesAbout = Phrase(
        "Nothing is merged until somebody says so.", "Ничто не объединяется, пока кто-нибудь так не решит.")
    package static let compareThem = Phrase("Compare them", "Сравнить")
    package static let oneHead = Phrase("One", "Одна")
    package static let otherHead = Phrase("The other", "Другая")
    package static let searchAbout = Phrase(
        "A name in any spelling or alphabet, or words of a post, a group, a quote or a note.",
        "Имя в любом написании и алфавите либо слова из должности, группы, цитаты или примечания.")
    package static let searchFor = Phrase("Search: {0}", "Поиск: {0}")
    package static let answersToName = Phrase("Answers to the name", "Отвечает на имя")
    package static let onlySuggested = Phrase("Only suggested: you decide", "Только предположения: решать вам")
    package static let nothingFound = Phrase("Nothing is found by “{0}”.", "По запросу «{0}» ничего не найдено.")
    package static let notThere = Phrase("Not there?", "Нет в списке?")
    package static let addOfficial = Phrase("Add an official", "Внести лицо")
    package static let addUnit = Phrase("Add a unit", "Внести подразделение")
    package static let spellingMet = Phrase("Spelling met", "Найденное написание")
    package static let historyAbout = Phrase(
        "Every change with its author and reason. Nothing is ever overwritten.",
        "Каждое изменение с автором и основанием. Ничто не переписывается.")
    package static let historyOf = Phrase("History of {0}", "История: {0}")
    package static let olderOnes = Phrase("Older revisions", "Более ранние ревизии")
    package static let earlierRevision = Phrase("The revision before", "Предыдущая ревизия")
    package static let laterRevision = Phrase("The revision after", "Следующая ревизия")
    package static let undoIt = Phrase("Undo this revision", "Отменить эту ревизию")
    package static let allUnitsHere = Phrase("All units here", "Все подразделения здесь")
    package static let allEnrollmentsHere = Phrase("All enrollments here", "Все вступления здесь")
    package static let longRecordAbout = Phrase(
        "More is on record than fits one page; the lists hold all of it, and the edition prints it.",
        "В реестре больше, чем помещается на странице; списки содержат всё, а издание это печатает.")
    package static let noneInDispute = Phrase(
        "Nothing on record contradicts itself.", "В реестре ничто себе не противоречит.")
    package static let noneInDisputeHere = Phrase(
        "Nothing on record of it contradicts itself.", "В том, что о ней есть в реестре, противоречий нет.")
    package static let judgeThis = Phrase("Judge {0}", "Оценить {0}")
    package static let whoSaysWhat = Phrase("Who says what", "Кто что сообщает")
    package static let noneSettled = Phrase("Nothing was settled yet.", "Решённых споров ещё нет.")
    package static let nothingDue = Phrase("Nothing is due.", "Проверять пока нечего.")
    package static let noneAlike = Phrase(
        "No two records on the register look alike.", "Похожих друг на друга записей в реестре нет.")
    package static let columnsTitle = Phrase("The columns that a file can have", "Какие столбцы могут быть в файле")
    package static let columnHead = Phrase("Column", "Столбец")
    package static let holds = Phrase("What it holds", "Что в нём")
    package static let oneSideOnly = Phrase("one side only", "только с одной стороны")
    package static let agree = Phrase("agree", "совпадает")
    package static let differ = Phrase("differ", "различается")
    package static let asEdition = Phrase("The same as an edition", "То же как издание")
}

/// The kinds of records.
extension Phrase {
    package static let kindProgramme = Phrase("Programme", "Программа")
    package static let kindPost = Phrase("Post", "Должность")
    package static let kindEnrollment = Phrase("Enrollment", "Вступление")
    package static let kindCitation = Phrase("Citation", "Ссылка на источник")
}
