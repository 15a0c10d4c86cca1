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
    /// Disbanded.
    case disbanded

    /// The name of one value in a message.
    public static var listName: String { "unit status" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .announced: Label("announced", "объявлен")
        case .recruiting: Label("recruiting", "идёт набор")
        case .forming: Label("forming and training", "формируется")
        case .established: Label("established", "создан")
        case .operational: Label("carrying out tasks", "приступил к выполнению задач")
        case .reorganised: Label("renamed, merged or changed form", "реорганизован")
        case .disbanded: Label("disbanded", "расформирован")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .announced: ["объявлен"]
        case .recruiting: ["идёт набор"]
        case .forming: ["формируется"]
        case .established: ["создан"]
        case .operational: ["carrying out tasks", "приступил к выполнению задач"]
        case .disbanded: ["расформирован"]
        default: []
        }
    }
}

extension UnitStatus {
    /// What it says of the unit's being there, from the day it is announced until it is disbanded.
    public var role: StateRole? {
        switch self {
        case .announced, .recruiting, .established: .begins
        case .forming, .operational, .reorganised: .holds
        case .disbanded: .ends
        }
    }

    /// True for a unit that nobody has seen yet.
    public var isAnnouncement: Bool { self == .announced }

    /// True for a status that an act brings about.
    public var isChange: Bool {
        switch self {
        case .announced, .established, .reorganised, .disbanded: true
        case .recruiting, .forming, .operational: false
        }
    }
}
