/// The authority that concludes the contract with a member.
public enum ContractParty: String, ClosedList {
    /// Military commissariat.
    case militaryCommissariat = "military_commissariat"
    /// Ministry of Defence through a unit commander.
    case unitCommander = "unit_commander"
    /// Ministry of Defence.
    case ministry
    /// Not stated.
    case notStated = "not_stated"

    /// `notStated`, which says nothing.
    public static var unstated: ContractParty? { .notStated }

    /// The name of one value in a message.
    public static var listName: String { "contract party" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .militaryCommissariat: Label("military commissariat", "военный комиссариат")
        case .unitCommander: Label("unit commander, for the Ministry of Defence", "командир воинской части")
        case .ministry: Label("Ministry of Defence", "Минобороны")
        case .notStated: Label("not stated", "не указано")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .militaryCommissariat: ["военный комиссариат", "военкомат"]
        case .unitCommander: ["командир воинской части"]
        case .ministry: ["ministry of defence", "минобороны", "министерство обороны"]
        default: []
        }
    }
}
