/// The figures at the top of an edition.
extension Phrase {
    static let everJoined = Phrase("Ever joined, on this register", "Вступления за всё время, по этому реестру")
    static let inAUnitOn = Phrase("In a unit on {0}", "В подразделении на {0}")
    static let unitsOnRecord = Phrase("Units on record", "Подразделения в реестре")
    static let unitsOnTheDay = Phrase("Units on the day", "Подразделения на этот день")
    static let inDispute = Phrase("In dispute", "Спорное")
    static let inDisputeOfUnits = Phrase("In dispute, of units and regions", "Спорное о подразделениях и регионах")
    static let openDisputes = Phrase("open", "открыто")
    static let inProgrammes = Phrase("programmes: {0}", "программ: {0}")
    static let ofWhomNamed = Phrase(
        "By name: {0}; the others are in unnamed groups.", "Поимённо: {0}; остальные — в безымянных группах.")
    static let byState = Phrase("By last known state", "По последнему известному состоянию")
    static let byStateAbout = Phrase(
        "Who joined two units counts in the state of each.",
        "Кто вступал в два подразделения, учтён в состоянии каждого.")
    static let allNamed = Phrase("All by name.", "Все поимённо.")
    static let leftAmongThem = Phrase(
        "Those who left since are among them.", "Те, чья служба окончена, тоже учтены.")
    static let nobodyCounted = Phrase("Nobody is counted on this register.", "По этому реестру никто не учтён.")
    static let nobodyThatDay = Phrase(
        "Nothing on record puts anybody in a unit on that day.", "Ничто в реестре не говорит о службе в этот день.")
    static let definitelySo = Phrase("definitely {0}", "точно {0}")
    static let presumablyMore = Phrase("presumably {0} more", "по последним данным ещё {0}")
    static let possiblyMore = Phrase("possibly up to {0} more", "возможно, ещё до {0}")
    static let possiblyOpen = Phrase("possibly more, without a limit", "возможно, и больше, предел неизвестен")
}
