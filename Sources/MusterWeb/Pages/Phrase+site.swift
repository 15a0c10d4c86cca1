import MusterEditions

/// The words around every page.
extension Phrase {
    static let mainNavigation = Phrase("Main", "Главное")
    static let short = Phrase("muster", "Реестр")
    static let signIn = Phrase("Sign in", "Войти")
    static let recordEnrollment = Phrase("Record an enrollment", "Внести вступление")
    static let onADay = Phrase("On a day in the world", "На день")
    static let asKnown = Phrase("as the register was known at", "по реестру на")
    static let show = Phrase("Show", "Показать")
    static let everything = Phrase("everything on record", "всё, что есть в реестре")
    static let daysLabel = Phrase("The day and the register", "День и реестр")
    static let dayShown = Phrase("Shown: {0}", "Показано: {0}")
    static let knownNow = Phrase("as known now, revision {0}", "как известно сейчас, ревизия {0}")
    static let knownAtRevision = Phrase("as known at revision {0}", "как было известно на ревизию {0}")
    static let changeDays = Phrase("Change", "Изменить")
    static let withoutDay = Phrase("Show without a day", "Показать без дня")
    static let pastShown = Phrase(
        "You see the register as it was known at revision {0} of {1}.",
        "Вы видите реестр по состоянию на ревизию {0}, {1}.")
    static let pastAt = Phrase(
        "You see the register as it was known at revision {0}.", "Вы видите реестр по состоянию на ревизию {0}.")
    static let compareFrom = Phrase("What changed from revision", "Что изменилось с ревизии")
    static let compareTo = Phrase("to revision", "по ревизию")
    static let pastLabel = Phrase("The register of the past", "Прежнее состояние реестра")
    static let leftOut = Phrase("Later revisions that are left out: {0}.", "Более поздних ревизий не показано: {0}.")
    static let seeNow = Phrase("See it as known now", "Показать, что известно сейчас")
    static let changedSince = Phrase("What changed since", "Что изменилось с тех пор")
    static let download = Phrase("Download:", "Скачать:")
    static let citeRecord = Phrase(
        "Register of regional defence units, {0}, known at revision {1}, head {2}.",
        "Реестр региональных формирований обороны, {0}, известно на ревизию {1}, хеш вершины {2}.")
    static let citeThis = Phrase("Cite this", "Как сослаться")
    static let revisionLine = Phrase("Revision {0}, head {1}", "Ревизия {0}, хеш вершины {1}")
    static let nextPage = Phrase("Next page", "Следующая страница")
    static let narrow = Phrase("Narrow or sort this list", "Сузить или упорядочить список")
    static let narrowedBy = Phrase("Narrowed or sorted:", "Сужено или упорядочено:")
    static let withoutConditions = Phrase("Show the whole list", "Показать весь список")
    static let any = Phrase("any", "любое")
    static let sortBy = Phrase("Sort by", "Упорядочить по")
    static let addCitation = Phrase("Add a citation", "Добавить ссылку на источник")
    static let change = Phrase("Change it", "Изменить")
    static let reportToPrint = Phrase("Report to print or cite", "Отчёт для печати и ссылок")
    static let recordEvent = Phrase("Record what happened", "Внести событие")
}

/// What pages say beside what the register holds.
extension Phrase {
    static let mapMarks = Phrase(
        "A mark on the map says that something about the region or one of its units is in dispute. Disputes about people have no mark.",
        "Отметка на карте значит, что спорно что-то о самом регионе или о его подразделении. Споры о людях на карте не отмечены."
    )
    static let citationsSay = Phrase("What the citations say that were changed", "Что сообщают изменённые ссылки")
    static let statesIt = Phrase("stated: {0}", "сообщается: {0}")
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
}

/// The forms.
extension Phrase {
    static let unitRegionLabel = Phrase(
        "Region of a unit that is not on record yet", "Регион подразделения, которого ещё нет в реестре")
    static let groupLabel = Phrase(
        "Or an unnamed group, in the source's words", "Или безымянная группа, словами источника")
    static let postRegionLabel = Phrase("Region of the post", "Регион должности")
    static let aliasesLabel = Phrase("Other names, a line each", "Другие названия, по одному в строке")
    static let isNewLabel = Phrase("This is another one: add it as new", "Это другая запись: внести как новую")
    static let statusDateLabel = Phrase("State since or on", "Состояние: когда")
    static let formDateLabel = Phrase("Form since or on", "Форма: когда")
    static let strengthEventLabel = Phrase("Or its strength", "Или численность")
    static let strengthDateLabel = Phrase("Strength on", "Численность: когда")
    static let tenureLabel = Phrase("What became of the post", "Что стало с должностью")
    static let tenureDateLabel = Phrase("When that was", "Когда это было")
    static let inferredLabel = Phrase("Why, if no source states it", "Почему, если ни один источник так не сообщает")
    static let otherUnitLabel = Phrase("The other unit, if one is involved", "Другое подразделение, если оно участвует")
    static let forEnrollmentLabel = Phrase("The enrollment that it was for", "Вступление, с которым это связано")
    static let keptLabel = Phrase("The record that stays", "Запись, которая останется")
    static let goneLabel = Phrase("The record that goes into it", "Запись, которая войдёт в неё")
    static let encodingLabel = Phrase("Encoding", "Кодировка")
    static let datesLabel = Phrase("Order of dates", "Порядок дат")
    static let evidenceAbout = Phrase(
        "Nothing is recorded without a source. A source is named by its id, as S1, or its title.",
        "Без источника не записывается ничего. Источник называют номером, например S1, или заголовком.")
    static let forHistory = Phrase("For the history", "Для истории")
    static let whoAbout = Phrase(
        "An official by name or id, or an unnamed group. A post is asked for if the official is not on record yet.",
        "Лицо по имени или номеру либо безымянная группа. Должность нужна, если лица ещё нет в реестре.")
    static let whatHappened = Phrase("What happened", "Что произошло")
    static let secondSource = Phrase("A second source", "Второй источник")
    static let secondSourceAbout = Phrase("A death needs two.", "Для смерти нужны два.")
    static let addSource = Phrase("Add a source", "Внести источник")
    static let addLook = Phrase("Record a look", "Внести поиск")
    static let mergeTitle = Phrase("Two records that may be one", "Две записи, которые могут быть одной")
    static let distinctionTitle = Phrase("Say that two records are not the same", "Сказать, что это разные записи")
    static let editAbout = Phrase("Only what you change is recorded.", "Записывается только то, что вы изменили.")
    static let orWithoutSource = Phrase("Or without a source", "Или без источника")
    static let importTitle = Phrase("Import a file", "Загрузить файл")
    static let importFile = Phrase("The file, as CSV", "Файл в формате CSV")
    static let importAbout = Phrase(
        "All rows are recorded in one revision, or none.", "Все строки записываются одной ревизией — или ни одна.")
    static let strengthLeastLabel = Phrase("Strength, at least", "Численность, не менее")
    static let strengthMostLabel = Phrase("Strength, at most", "Численность, не более")
    static let locatorLabel = Phrase("Place in the source", "Место в источнике")
    static let speechLabel = Phrase("How it is said", "Как сообщается")
    static let statedLabel = Phrase("The value in the source's own words", "Значение словами источника")
    static let postKindLabel = Phrase("Kind of post", "Вид должности")
    static let postLevelLabel = Phrase("Level of the post", "Уровень должности")
    static let leastLabel = Phrase("Fewest people", "Не менее человек")
    static let mostLabel = Phrase("Most people", "Не более человек")
    static let newOfficial = Phrase("The post of a new official", "Должность нового лица")
    static let newOfficialAbout = Phrase(
        "Needed only if the official is not on record yet.", "Нужно, только если лица ещё нет в реестре.")
    static let groupPart = Phrase("Or an unnamed group", "Или безымянная группа")
    static let moreOfIt = Phrase("More of the contract and the unit", "Ещё о контракте и подразделении")
    static let decideOn = Phrase("Decide what is in dispute: {0}", "Решить спор: {0}")
    static let decideAbout = Phrase(
        "Give the value that the register shall conclude; if no source states it, by whose word or why. The others stay on record.",
        "Укажите значение, на котором остановится реестр; если источника у него нет, с чьих слов или почему. Остальные останутся в реестре."
    )
    static let judgementOf = Phrase("Judge {0}", "Оценить: {0}")
    static let judgeAbout = Phrase(
        "Accept it, reject it, or leave it for later. Only what is accepted needs no note.",
        "Примите, отклоните или отложите. Без примечания можно только принять.")
    static let changeOf = Phrase("Change {0}", "Изменить: {0}")
    static let orGroup = Phrase("or a group", "или группа")
    static let officialOrGroup = Phrase("An official or a group", "Лицо или группа")
    static let fillTheseIn = Phrase("These must be filled in:", "Заполните:")
    static let fillItIn = Phrase("Fill it in.", "Заполните.")
    static let optional = Phrase("optional", "необязательно")
    static let recordIt = Phrase("Record it", "Записать")
    static let checkIt = Phrase("Check without saving", "Проверить без записи")
    static let nothingSaved = Phrase(
        "Nothing was saved, and nothing you typed is lost.", "Ничего не записано, и ничто из введённого не потеряно.")
    static let willBeRecorded = Phrase("What will be recorded", "Что будет записано")
    static let nothingRecordedYet = Phrase("Nothing is recorded yet.", "Пока ничего не записано.")
    static let maybeThese = Phrase("It may be one of these:", "Возможно, это одна из этих записей:")
    static let itIs = Phrase("It is this one: {0}", "Это она: {0}")
    static let cannotTell = Phrase(
        "I cannot tell: add it as new, and let an editor look at it",
        "Не могу сказать: внести как новую, а редактор посмотрит")
    static let nothingWouldChange = Phrase(
        "Nothing would change: the register has all of it already.",
        "Ничего не изменится: всё это уже есть в реестре.")
    static let rowsOfFile = Phrase("The rows of the file", "Строки файла")
    static let numbersMayDiffer = Phrase(
        "Nothing is recorded yet. Ids are given when it is: they can differ from those shown here.",
        "Пока ничего не записано. Номера даются при записи: они могут быть другими.")
    static let itIsAnother = Phrase("Another one: add it as new", "Другая: внести как новую")
    static let peopleBeforeAfter = Phrase(
        "People on record: {0} before, {1} after", "Людей в реестре: было {0}, станет {1}")
    static let writesNow = Phrase(
        "You write to the register as it is known now, revision {0}. Dates are days in the world.",
        "Вы пишете в реестр, каким он известен сейчас, ревизия {0}. Даты — дни в мире.")
    static let errorTitle = Phrase("Error: {0}", "Ошибка: {0}")
    static let nowHeld = Phrase("on record now: {0}", "сейчас в реестре: {0}")
    static let keepFirst = Phrase("They are one: the first stays", "Это одна запись: останется первая")
    static let keepSecond = Phrase("They are one: the second stays", "Это одна запись: останется вторая")
    static let areTwo = Phrase("They are two: do not ask again", "Это две записи: больше не спрашивать")
    static let yourDecision = Phrase("Your decision", "Ваше решение")
    static let recorded = Phrase("Recorded in revision {0}.", "Записано ревизией {0}.")
    static let nothingRecorded = Phrase(
        "Nothing was recorded: the register had all of it already.",
        "Ничего не записано: всё это уже было в реестре.")
    static let rowIs = Phrase("line {0}: {1}", "строка {0}: {1}")
    static let rowAdds = Phrase("new records: {0}", "новые записи: {0}")
    static let rowCites = Phrase("more about what is on record: {0}", "дополнено в реестре: {0}")
    static let rowKnown = Phrase("on record already", "уже есть в реестре")
    static let rowLooksAlike = Phrase(
        "looks like a record on the register: {0}", "похоже на запись реестра: {0}")
    static let rowRefused = Phrase("refused", "отказано")
}

/// Signing in and out.
extension Phrase {
    static let tokenLabel = Phrase("Your token", "Ваш токен")
    static let tokenHint = Phrase(
        "Whoever runs the register made it for you.",
        "Его вам сделали те, кто ведёт реестр.")
    static let signInRefused = Phrase(
        "The token is unknown, revoked or out of date.", "Токен неизвестен, отозван или истёк.")
    static let signInWait = Phrase(
        "Too many attempts. Wait before the next one; seconds: {0}.", "Слишком много попыток. Подождите; секунд: {0}.")
    static let signInTooLow = Phrase(
        "A token of this role ({0}) may not send the form.", "С токеном этой роли ({0}) отправить форму нельзя.")
    static let sessionOver = Phrase("Your session is over", "Сеанс окончен")
    static let sessionOverAbout = Phrase(
        "Type your token below, and the form is sent as it stands here.",
        "Введите токен ниже — и форма будет отправлена такой, какой она показана здесь.")
    static let sessionOverFile = Phrase(
        "Nothing was saved. A browser forgets the file: choose it again.",
        "Ничего не записано. Файл браузер не помнит: выберите его снова.")
    static let signInAndRecord = Phrase("Sign in and record it", "Войти и записать")
    static let signInAndCheck = Phrase("Sign in and check without saving", "Войти и проверить без записи")
    static let alreadySignedIn = Phrase("Signed in already? Open the page", "Уже вошли? Откройте страницу")
    static let signOut = Phrase("Sign out", "Выйти")
    static let accountTitle = Phrase("Your account", "Ваша учётная запись")
    static let accountIs = Phrase("You are signed in as {0}, {1}.", "Вы вошли как {0}, {1}.")
    static let mayRead = Phrase("You may read everything.", "Вы можете читать всё.")
    static let mayContribute = Phrase(
        "You may add records; they wait for an editor.", "Вы можете вносить записи; они ждут редактора.")
    static let mayEdit = Phrase(
        "You may add, change, judge, merge and undo.", "Вы можете вносить, изменять, оценивать, объединять и отменять.")
    static let mayAdminister = Phrase(
        "You may also redact and manage tokens, through the command or the API.",
        "Вы можете также удалять содержание и управлять токенами — командой или через API.")
    static let whatToDo = Phrase("What you can record", "Что можно внести")
}
