/// Timelines, coverage and changes.
extension Phrase {
    package static let timeline = Phrase("Timeline", "Хронология")
    package static let timelineDrawing = Phrase(
        "What happened over time, lines: {0}; the same stands in the table after it.",
        "Что происходило во времени, строк: {0}; то же — в таблице ниже.")
    package static let nothingHappened = Phrase(
        "Nothing is on record as having happened.", "В реестре нет ничего о том, что происходило.")
    package static let timelineOf = Phrase("Timeline: {0}", "Хронология: {0}")
    package static let coverageTitle = Phrase("What the register lacks", "Чего нет в реестре")
    package static let coverageAbout = Phrase(
        "Where units are on record, where somebody looked and found none, and where nobody looked.",
        "Где подразделения есть в реестре, где искали и не нашли и где не искали.")
    package static let look = Phrase("Newest look", "Последний поиск")
    package static let due = Phrase("Due", "Пора проверить")
    package static let dueAbout = Phrase(
        "What was not heard of for long, or waits for an answer.", "О чём давно нет вестей или что ждёт ответа.")
    package static let noteHead = Phrase("Note", "Примечание")
    package static let changesTitle = Phrase(
        "What changed from revision {0} to {1}", "Что изменилось от ревизии {0} до {1}")
    package static let nothingChanged = Phrase("Nothing changed.", "Ничего не изменилось.")
    package static let movedNumbers = Phrase("Numbers that moved", "Изменившиеся числа")
    package static let movedAbout = Phrase(
        "Each number with the revision that moved it, by whom and why, and what that revision cites of it. Where no citation stands, the revision added what needs none, changed a judgement or took something away. A number that came back to what it was is left out.",
        "Каждое число, ревизия, которая его изменила, кто и почему, и на что она при этом ссылается. Где ссылки нет, добавлено то, чему она не нужна, изменилась оценка или что-то убрано. Число, вернувшееся к прежнему, не показано."
    )
    package static let peopleOnDay = Phrase("people in a unit on {0}", "в подразделении на {0}")
    package static let certainOnDay = Phrase("definitely in a unit on {0}", "точно в подразделении на {0}")
    package static let which = Phrase("Which", "Какие")
    package static let undid = Phrase("undoes revision {0}", "отменяет ревизию {0}")
    package static let mergedInto = Phrase("merges {0} into {1}", "объединяет {0} с {1}")
    package static let redactedVersions = Phrase("redacts earlier versions: {0}", "вымарано прежних версий: {0}")
    package static let changedRecords = Phrase("Records that changed", "Изменившиеся записи")
    package static let changedAbout = Phrase(
        "Each field as it was and as it is, with the citations that came or went.",
        "Каждое поле, каким было и каким стало, и ссылки, которые добавлены или сняты.")
    package static let change = Phrase("Change", "Изменение")
    package static let added = Phrase("added", "добавлено")
    package static let changed = Phrase("changed", "изменено")
    package static let removed = Phrase("removed", "убрано")
    package static let referenceData = Phrase("of the reference data", "из справочных данных")
    package static let noLongerCited = Phrase("no longer {0}", "ссылка снята: {0}")
    package static let inferredField = Phrase("{0}, inferred", "{0}, вывод реестра")
    package static let bordersAbroad = Phrase("borders abroad", "границы с другими странами")
    package static let mergedRecords = Phrase("merged into it", "объединено с ней")
    package static let notTheSame = Phrase("not the same as", "не то же, что")
    package static let namedOfGroup = Phrase("named of the group", "названы из группы")
    package static let blocMember = Phrase("member", "участник")
    package static let wholeRegister = Phrase("the whole register", "весь реестр")
    package static let before = Phrase("Before", "Было")
    package static let after = Phrase("After", "Стало")
    package static let revision = Phrase("Revision", "Ревизия")
    package static let revisions = Phrase("Revisions", "Ревизии")
    package static let revisionsAbout = Phrase(
        "Each change to the register, the oldest first.", "Каждое изменение реестра, от старого к новому.")
    package static let addedOnes = Phrase("added {0}", "добавлено: {0}")
    package static let changedOnes = Phrase("changed {0}", "изменено: {0}")
    package static let removedOnes = Phrase("removed {0}", "убрано: {0}")
    package static let redactedOnes = Phrase("redacted {0}", "удалено содержание: {0}")
    package static let namesChanged = Phrase("names: {0}", "названия: {0}")
    package static let reasonsChanged = Phrase("reasons: {0}", "основания: {0}")
    package static let conclusionsChanged = Phrase("conclusions: {0}", "выводы: {0}")
    package static let derivationsChanged = Phrase("links between sources: {0}", "связи источников: {0}")
    package static let distinctionsChanged = Phrase("records told apart: {0}", "различённые записи: {0}")
    package static let membersChanged = Phrase("members of groups: {0}", "члены групп: {0}")
    package static let mergesChanged = Phrase("merges: {0}", "слияния: {0}")
    package static let regionFactsChanged = Phrase("facts of regions: {0}", "сведения о регионах: {0}")
    package static let recordsChanged = Phrase("records: {0}", "записи: {0}")
    package static let untilDay = Phrase("until {0}", "до {0}")
    package static let author = Phrase("Author", "Автор")
    package static let reason = Phrase("Reason", "Основание")
}
