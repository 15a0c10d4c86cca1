/// The figures at the top of an edition.
extension Phrase {
    package static let unreviewed = Phrase(
        "{0} (enrollments not reviewed yet: {1})", "{0} (вступлений, ещё не проверенных редактором: {1})")
    package static let notReviewedYet = Phrase(
        "(its citation is not reviewed yet)", "(ссылка ещё не проверена)")
    package static let everJoined = Phrase("On record, ever", "Учтено за всё время")
    package static let inAUnitOn = Phrase("In a unit on {0}", "В подразделении на {0}")
    package static let unitsOnRecord = Phrase("Units on record", "Подразделения в реестре")
    package static let unitsOnTheDay = Phrase("Units on the day", "Подразделения на этот день")
    package static let inDispute = Phrase("In dispute", "Спорное")
    package static let inDisputeOfUnits = Phrase(
        "In dispute, of programmes, regions and units", "Спорное о программах, регионах и подразделениях")
    package static let openDisputes = Phrase("open", "открыто")
    package static let inProgrammes = Phrase("programmes: {0}", "программ: {0}")
    package static let ofWhomNamed = Phrase(
        "By name: {0}; the others are in unnamed groups.", "Поимённо: {0}; остальные — в безымянных группах.")
    package static let withOrigins = Phrase(
        "The counts hold those of the units that it came from, too: {0}.",
        "Учтены и те, кто в подразделениях, из которых оно возникло: {0}.")
    package static let formerUnits = Phrase(
        "At another time, by what sources state, also here: {0}. A report on a day of that time counts them.",
        "В другое время, по сообщениям источников, здесь также: {0}. Они учтены в отчёте на день этого времени.")
    package static let placedHere = Phrase(
        "In dispute whether {0} belongs here, too. It is placed here by: {1}.",
        "Спорно, относится ли сюда и {0}. Сюда относит: {1}.")
    package static let killedElsewhere = Phrase(
        "Killed in a unit that this report is not of: {0}.", "Гибель в подразделении вне этого отчёта: {0}.")
    package static let disputesOfPeople = Phrase(
        "what is in dispute about people stands in the report of each region",
        "спорное о людях — в отчёте каждого региона")
    package static let byState = Phrase("By last known state", "По последнему известному состоянию")
    package static let byStateAbout = Phrase(
        "Who is on record with two units counts in the state of each.",
        "Кто учтён в двух подразделениях, учтён в состоянии каждого.")
    package static let allNamed = Phrase("All by name.", "Все поимённо.")
    package static let leftAmongThem = Phrase(
        "Those who left since are among them.", "Те, чья служба окончена, тоже учтены.")
    package static let announcedAmongThem = Phrase(
        "Those who left since are among them, and joinings that were only announced or planned.",
        "Учтены и те, чья служба окончена, и вступления, которые только объявлены или запланированы.")
    package static let nobodyCounted = Phrase("Nobody is counted on this register.", "По этому реестру никто не учтён.")
    package static let nobodyThatDay = Phrase(
        "Nobody is counted as in a unit on that day.", "Никто не учтён в подразделении на этот день.")
    package static let definitelySo = Phrase("definitely {0}", "точно {0}")
    package static let presumablyMore = Phrase("presumably {0} more", "по последним данным ещё {0}")
    package static let possiblyMore = Phrase("possibly up to {0} more", "возможно, ещё до {0}")
    package static let possiblyOpen = Phrase("possibly more, without a limit", "возможно, и больше, предел неизвестен")
}
