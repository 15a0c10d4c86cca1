/// The kind of contract that a member of a unit has signed.
public enum ContractKind: String, ClosedList {
    /// Contract to stay in the mobilisation reserve; first term 3 years, then 3, 5 or less.
    case reserve
    /// Contract to stay in a volunteer formation; 6 or 12 months reported.
    case volunteer
    /// Contract of military service.
    case service
    /// The source does not mention a contract.
    case notStated = "not_stated"
    /// The source states that there is no contract.
    case none

    /// `notStated`, which says nothing.
    public static var unstated: ContractKind? { .notStated }

    /// The name of one value in a message.
    public static var listName: String { "contract kind" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .reserve:
            Label(
                "contract to stay in the mobilisation reserve; first term 3 years, then 3, 5 or less",
                "контракт о пребывании в мобилизационном людском резерве")
        case .volunteer:
            Label(
                "contract to stay in a volunteer formation; 6 or 12 months reported",
                "контракт о пребывании в добровольческом формировании")
        case .service: Label("contract of military service", "контракт о прохождении военной службы")
        case .notStated: Label("joined, contract not mentioned", "контракт не указан")
        case .none: Label("no contract, by statement", "без контракта")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .reserve: ["контракт о пребывании в мобилизационном людском резерве"]
        case .volunteer: ["контракт о пребывании в добровольческом формировании"]
        case .service: ["contract of military service", "контракт о прохождении военной службы"]
        default: []
        }
    }
}
