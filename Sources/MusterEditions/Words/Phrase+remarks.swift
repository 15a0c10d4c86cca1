/// Claims, the claimed order, what is not counted and what is missing.
extension Phrase {
    package static let claims = Phrase("Claims on the territory", "Притязания на территорию")
    package static let claimsAbout = Phrase(
        "The register settles no border. Each claim is its source's.",
        "Реестр не решает вопрос о границах. Каждое притязание — со слов источника.")
    package static let region = Phrase("Region", "Регион")
    package static let byWhom = Phrase("As stated", "Как сообщается")
    package static let claimedOrder = Phrase("Claimed order", "Заявленная очерёдность")
    package static let claimedOrderAbout = Phrase(
        "The place in the order of founding that a source claims, held against the units on this register: of each other region one, the first one heard of.",
        "Место в очерёдности создания, о котором говорит источник, и что об этом есть в реестре: от каждого другого региона считается одно подразделение, первое по времени."
    )
    package static let claimedPlace = Phrase("Claimed place", "Заявленное место")
    package static let ordinalPlace = Phrase("number {0}", "№ {0}")
    package static let onThisRegister = Phrase("On this register", "В этом реестре")
    package static let othersHeld = Phrase(
        "other regions with a unit: {0}", "других регионов с подразделением: {0}")
    package static let othersBefore = Phrase("first heard of before it: {0} ({1})", "известных раньше: {0} ({1})")
    package static let othersAfter = Phrase("after it: {0}", "известных позже: {0}")
    package static let othersOpen = Phrase("of no telling date: {0}", "без даты, которая это решила бы: {0}")
    package static let othersUndetermined = Phrase(
        "regions with a unit of no stated programme: {0}", "регионов с подразделением без указанной программы: {0}")
    package static let ordinalTooMany = Phrase(
        "does not agree: {0} more than the claim leaves room for",
        "не сходится: на {0} больше, чем допускает заявленное место")
    package static let ordinalUnknown = Phrase(
        "at least {0} unknown to the register; regions not looked at: {1}",
        "неизвестно реестру, не менее: {0}; регионов, где не искали: {1}")
    package static let ordinalAgrees = Phrase("agrees", "сходится")
    package static let ordinalCanAgree = Phrase("can agree", "может сходиться")
    package static let notCounted = Phrase("On record, not counted", "В реестре, но не в счёт")
    package static let notCountedAbout = Phrase(
        "Kept in sight so that nobody enters it again as a joining.",
        "Остаётся на виду, чтобы никто не внёс это снова как вступление.")
    package static let why = Phrase("Why", "Почему")
    package static let missing = Phrase("What is missing", "Чего не хватает")
    package static let missingAbout = Phrase(
        "What no source on this register states, or only one origin.",
        "Чего не сообщает ни один источник этого реестра или сообщает лишь один первоисточник.")
    package static let missingOfUnits = Phrase(
        "What is not stated of units and their sources. What is missing of the people stands in the report of each region.",
        "Чего не сообщается о подразделениях и их источниках. Чего не хватает о людях — в отчёте каждого региона.")
    package static let missingOfAll = Phrase(
        "Counted over everything on record, without what is rejected or denied. The first of a long list are named.",
        "По всему реестру, без отклонённого и опровергнутого. Из длинного списка названы первые.")
    package static let number = Phrase("Number", "Число")
    package static let records = Phrase("Records", "Записи")
    package static let andMore = Phrase("and {0} more", "и ещё {0}")
}
