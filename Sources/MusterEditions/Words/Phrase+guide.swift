/// How the pages are read and checked.
extension Phrase {
    package static let readGrades = Phrase("How sure an answer is", "Насколько верен ответ")
    package static let readDefinitely = Phrase(
        "definitely: the evidence encloses the day, and nothing says otherwise.",
        "точно: свидетельства есть до и после этого дня, и ничто им не противоречит.")
    package static let readPresumably = Phrase(
        "presumably: it was so when last heard of, and nothing since says otherwise.",
        "по последним данным: так было при последнем известии, и с тех пор ничто этому не противоречит.")
    package static let readPossibly = Phrase(
        "possibly: the dates allow it and allow the contrary.", "возможно: даты допускают и это, и обратное.")
    package static let readNo = Phrase("no: it certainly was not so.", "нет: точно было не так.")
    package static let readCounts = Phrase("Counts are ranges", "Числа — это пределы")
    package static let readCountsText = Phrase(
        "The lower number holds what is definite or presumed; the upper one adds what is possible. A plural without a number is at least two.",
        "Меньшее число — точное и по последним данным; большее добавляет возможное. Множественное число без цифры — не менее двух."
    )
    package static let readTimes = Phrase("Two times", "Два времени")
    package static let readTimesText = Phrase(
        "The day is a day in the world. “Known at” is what the register knew then. Both are in the address of a page, so that it can be sent.",
        "День — это день в мире. «По реестру на» — то, что реестр знал тогда. Оба стоят в адресе страницы, так что её можно послать."
    )
    package static let checkChain = Phrase("The history is a chain", "История — это цепь")
    package static let checkChainText = Phrase(
        "Each revision has a hash over its contents and the hash before it. Who changes an old revision changes every hash after it. Note the head of today; later it must still be on this page.",
        "У каждой ревизии есть хеш её содержания и предыдущего хеша. Кто меняет старую ревизию, меняет все следующие хеши. Запишите сегодняшний хеш: позже он должен остаться на этой странице."
    )
    package static let checkCommand = Phrase(
        "With the registry's file, the command checks all of it:", "Имея файл реестра, всё проверит команда:")
    package static let checkEdition = Phrase(
        "The command makes an edition again and compares it:", "Команда сделает издание заново и сравнит:")
    package static let readWords = Phrase("Words", "Слова")
    package static let readLastHeard = Phrase(
        "Last heard: the last day for which a source shows it. A source without a date counts for the day on which it was recorded.",
        "Последнее известие: последний день, за который это подтверждает источник. Источник без даты считается за день, когда его внесли."
    )
    package static let readStanding = Phrase(
        "Standing: what an editor made of a record. Needs work was not reviewed yet; what is rejected does not count.",
        "Оценка: что решил редактор. «Нужна проверка» ещё не проверено; отклонённое не считается.")
    package static let readOrigin = Phrase(
        "Origin: a source that repeats no other. Ten papers that repeat one agency are one origin.",
        "Первоисточник: источник, который не повторяет другой. Десять газет, повторяющих одно агентство, — один первоисточник."
    )
    package static let readStated = Phrase(
        "Stated: the words of the source. Beside it stands what the register concludes from them.",
        "Как сообщается: слова источника. Рядом стоит то, что из них заключает реестр.")
}
