/// Phrases that every edition can need.
extension Phrase {
    package static let noDateStated = Phrase("no date stated", "дата не указана")
    package static let spokenSource = Phrase("source {0}", "источник {0}")
    package static let spokenPlace = Phrase("source {0}, {1}", "источник {0}, {1}")
    package static let strength = Phrase("strength {0}", "численность {0}")
    package static let plannedStrength = Phrase("planned strength {0}", "плановая численность {0}")
    package static let speltBy = Phrase("spelt so by {0}", "так пишет {0}")
    package static let lastHeard = Phrase("last heard {0}", "последнее известие {0}")
    package static let unnamedUnit = Phrase("unnamed unit", "подразделение без названия")
    package static let unnamedUnitIn = Phrase("unnamed unit in {0}", "подразделение без названия, {0}")
    package static let answersForDay = Phrase(
        "As of {0}, a day that was asked about; as the register was known at revision {1} of {2}.",
        "На {0}, по запросу; по состоянию реестра на ревизию {1}, {2}.")
    package static let answersForNewest = Phrase(
        "Everything on record; answers about a day are for {0}. As the register was known at revision {1} of {2}.",
        "Всё, что есть в реестре; ответы о дне — за {0}. По состоянию реестра на ревизию {1}, {2}.")
    package static let dayIsLater = Phrase(
        "{0} is after the day of the newest revision here, {1}: what happened in between is not on record.",
        "{0} — позже дня последней ревизии, {1}: о том, что было между ними, в реестре ничего нет.")
    package static let comparedUpTo = Phrase(
        "The register as it was known at revision {0} of {1}.", "Реестр по состоянию на ревизию {0}, {1}.")
    package static let nothingRecorded = Phrase(
        "Nothing is on record yet: there is no revision.", "В реестре ещё ничего нет: нет ни одной ревизии.")
    package static let headIs = Phrase("Head of the history: {0}", "Хеш вершины истории: {0}")
    package static let editionLine = Phrase("Edition {0}, layout {1}.", "Издание {0}, макет {1}.")
    package static let citeLine = Phrase("Cite as: {0}", "Ссылаться так: {0}")
}
