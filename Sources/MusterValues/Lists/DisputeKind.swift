/// The ways in which what is on the register contradicts itself.
public enum DisputeKind: String, ClosedList {
    /// Sources state values of one field that cannot be one.
    case values
    /// Two events of one record cannot both be: a strength of 600 and one of 2100 on one day, joined and denied.
    case exclusive
    /// Something happened to an official after he or she was killed.
    case afterDeath = "after_death"
    /// Somebody joined a unit, or was in it, after it was disbanded.
    case afterEnd = "after_end"
    /// Somebody joined a unit, or was in it, before it was there.
    case beforeBeginning = "before_beginning"
    /// An event is dated later than every source that reports it.
    case afterSources = "after_sources"
    /// An official was in two units on a day, neither of them inside of the other.
    case twoUnits = "two_units"
    /// Two units of a programme claim one place in the order of founding.
    case sameOrdinal = "same_ordinal"
    /// Somebody set the standing of a record to disputed.
    case standing

    /// The name of one value in a message.
    public static var listName: String { "kind of dispute" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .values: Label("contradicting values", "противоречивые значения")
        case .exclusive: Label("events that exclude each other", "события, исключающие друг друга")
        case .afterDeath: Label("after a death", "после гибели")
        case .afterEnd: Label("after the unit's end", "после расформирования")
        case .beforeBeginning: Label("before the unit's beginning", "до появления подразделения")
        case .afterSources: Label("later than its sources", "позже своих источников")
        case .twoUnits: Label("in two units on a day", "в двух подразделениях в один день")
        case .sameOrdinal: Label("one place claimed twice", "одно место заявлено дважды")
        case .standing: Label("standing disputed", "спорный статус записи")
        }
    }
}
