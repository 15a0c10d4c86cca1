/// The page around an edition: its contents, its end and its legends.
extension Phrase {
    package static let skipToContent = Phrase("Skip to content", "Перейти к содержанию")
    package static let register = Phrase(
        "Register of regional defence units", "Реестр региональных формирований обороны")
    package static let onThisPage = Phrase("On this page", "На этой странице")
    package static let thisEdition = Phrase("This edition", "Это издание")
    package static let editionIs = Phrase("Edition {0}", "Издание {0}")
    package static let edition = Phrase("Edition", "Издание")
    package static let asOf = Phrase("As of", "На день")
    package static let knownAt = Phrase("Known at", "По состоянию на")
    package static let revisionIs = Phrase("revision {0}", "ревизия {0}")
    package static let revisionOf = Phrase("revision {0}, {1} {2} UTC", "ревизия {0}, {1}, {2} UTC")
    package static let asOfLine = Phrase(
        "As of {0} · known at revision {1} · head {2}", "На {0} · по ревизии {1} · хеш вершины {2}")
    package static let headOfHistory = Phrase("Head of the history", "Хеш вершины истории")
    package static let provesHistory = Phrase(
        "Proves the history, not this page.", "Доказывает историю, а не эту страницу.")
    package static let emptyHistory = Phrase("The register is empty.", "Реестр пуст.")
    package static let howToCite = Phrase("How to cite", "Как ссылаться")
    package static let citeAs = Phrase(
        "Register of regional defence units, “{0}”, edition {1}, as of {2}, known at revision {3}, head {4}.",
        "Реестр региональных формирований обороны, «{0}», издание {1}, на {2}, по ревизии {3}, хеш вершины {4}.")
    package static let citeRule = Phrase(
        "Cite the source for a fact, and this register for the judgement.",
        "За фактом — к источнику, за суждением — к этому реестру.")
}

/// What the marks of drawings mean.
extension Phrase {
    package static let legendPost = Phrase("in a post", "в должности")
    package static let legendSuspended = Phrase("suspended from it", "приостановка")
    package static let legendUnit = Phrase("in a unit", "в подразделении")
    package static let legendTint = Phrase("so when last heard of", "по последним данным")
    package static let legendHatch = Phrase("may or may not hold", "может быть, а может и нет")
    package static let legendOpen = Phrase("open: no source gives that end", "открыто: этого конца не называет никто")
    package static let legendDenied = Phrase("denied, never counted", "опровергнуто, не в счёт")
    package static let onNoStatedDay = Phrase("{0}, on no stated day", "{0}, день не указан")
    package static let unplacedIs = Phrase("Cannot be placed on the line: {0}", "Нельзя поставить на линию: {0}")
    package static let legendDot = Phrase("one day, one number", "один день, одно число")
    package static let legendBox = Phrase("from, to", "от и до")
    package static let legendAtLeast = Phrase("at least; at most, downward", "не менее; вниз — не более")
    package static let legendAgainst = Phrase("against the value on record", "против значения в реестре")
    package static let legendPlanned = Phrase("planned", "план")
    package static let legendNoNewer = Phrase("no newer word", "новее известий нет")
    package static let isAgainst = Phrase("{0}, against", "{0}, против")
    package static let isPlanned = Phrase("{0}, planned", "{0}, план")
    package static let legendLeastPeople = Phrase("People, least number", "Людей, наименьшее число")
    package static let legendAndOver = Phrase("{0} and over", "{0} и больше")
    package static let legendNobody = Phrase("on record, nobody counted", "есть в реестре, никто не учтён")
    package static let legendNoneFound = Phrase("looked at, none found", "искали, не найдено")
    package static let legendNotLooked = Phrase("not looked at, nothing on record", "не искали, в реестре ничего нет")
    package static let legendNoLimit = Phrase("no upper limit", "верхний предел неизвестен")
    package static let legendInDispute = Phrase(
        "it or its units in dispute", "спорное о нём или о подразделениях")
    package static let claimedTerritories = Phrase(
        "Territories of Ukraine that Russia claims, under their ISO codes. The register settles no border; claims are cited.",
        "Территории Украины, на которые притязает Россия, под их кодами ISO. Реестр не решает вопрос о границах; притязания — со ссылками."
    )
}
