/// The stage that a unit has reached.
public enum UnitStatus: String, StateList {
    /// Announced.
    case announced
    /// Recruiting.
    case recruiting
    /// Forming and training.
    case forming
    /// Established.
    case established
    /// Carrying out tasks.
    case operational
    /// Renamed, merged or changed form.
    case reorganised
    /// Merged into another unit, which takes its place.
    case mergedInto = "merged_into"
    /// Split into several units, of which this event names one.
    case splitInto = "split_into"
    /// Made of a part of another unit, which goes on.
    case splitFrom = "split_from"
    /// Reformed as another unit.
    case reformedAs = "reformed_as"
    /// Renamed, where the unit of the new name is a record of its own.
    case renamedAs = "renamed_as"
    /// Disbanded.
    case disbanded

    /// The name of one value in a message.
    public static var listName: String { "unit status" }

    /// The words for people. The Russian ones are of a подразделение, whatever its form.
    public var label: Label {
        switch self {
        case .announced: Label("announced", "объявлено")
        case .recruiting: Label("recruiting", "идёт набор")
        case .forming: Label("forming and training", "формируется и готовится")
        case .established: Label("established", "создано")
        case .operational: Label("carrying out tasks", "выполняет задачи")
        case .reorganised: Label("renamed, merged or changed form", "реорганизовано")
        case .mergedInto: Label("merged into", "вошло в состав")
        case .splitInto: Label("split into", "разделено на")
        case .splitFrom: Label("split from", "выделено из")
        case .reformedAs: Label("reformed as", "переформировано в")
        case .renamedAs: Label("renamed as", "переименовано в")
        case .disbanded: Label("disbanded", "расформировано")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .announced: ["объявлено", "объявлен"]
        case .recruiting: ["идёт набор"]
        case .forming: ["формируется", "формируется и готовится"]
        case .established: ["создано", "создан"]
        case .operational: ["carrying out tasks", "выполняет задачи", "приступил к выполнению задач"]
        case .reorganised: ["реорганизовано", "реорганизован"]
        case .mergedInto: ["вошло в состав", "вошёл в состав", "влит в"]
        case .splitInto: ["разделено на", "разделён на"]
        case .splitFrom: ["выделено из", "выделен из"]
        case .reformedAs: ["переформировано в", "переформирован в"]
        case .renamedAs: ["переименовано в", "переименован в"]
        case .disbanded: ["расформировано", "расформирован"]
        }
    }
}

extension UnitStatus {
    /// What it says of the unit's being there, from the day it is announced until it is disbanded or becomes another.
    public var role: StateRole? {
        switch self {
        case .announced, .recruiting, .established, .splitFrom: .begins
        case .forming, .operational, .reorganised: .holds
        case .mergedInto, .splitInto, .reformedAs, .renamedAs, .disbanded: .ends
        }
    }

    /// True for a unit that nobody has seen yet.
    public var isAnnouncement: Bool { self == .announced }

    /// True for a status that an act brings about.
    public var isChange: Bool {
        switch self {
        case .recruiting, .forming, .operational: false
        default: true
        }
    }

    /// True for what names another unit: the one that this unit became or, for `splitFrom`, the one that it came from.
    public var namesOther: Bool {
        switch self {
        case .mergedInto, .splitInto, .splitFrom, .reformedAs, .renamedAs: true
        default: false
        }
    }

    /// The values by which a unit ends because it became another.
    package static let becoming = allCases.filter { $0.namesOther && $0.role == .ends }
}
