/// The stage that an enrollment has reached.
public enum EnrollmentState: String, StateList {
    /// The person said, or somebody else did, that he or she joins or will join.
    case announced
    /// The person joined; the source names no step of it.
    case joined
    /// Contract signed.
    case contractSigned = "contract_signed"
    /// In training.
    case training
    /// Serving in the home region.
    case serving
    /// Serving outside the home region.
    case deployed
    /// Service ended, back in the post.
    case rotatedOut = "rotated_out"
    /// Contract ended or left.
    case left
    /// Killed.
    case killed
    /// Membership denied.
    case denied
    /// Reported, unclear.
    case unclear

    /// The name of one value in a message.
    public static var listName: String { "enrollment state" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .announced: Label("said that he or she joins or will join", "объявлено о вступлении")
        case .joined: Label("joined, no step of it stated", "вступление")
        case .contractSigned: Label("contract signed", "контракт подписан")
        case .training: Label("in training", "подготовка, сборы")
        case .serving: Label("serving in the home region", "несёт службу в своём регионе")
        case .deployed: Label("deployed outside the home region", "служба за пределами региона")
        case .rotatedOut: Label("service ended, back in the post", "возвращение на должность после службы")
        case .left: Label("contract ended or left", "контракт окончен или уход")
        case .killed: Label("killed", "гибель")
        case .denied: Label("membership denied", "опровержение вступления")
        case .unclear: Label("reported, unclear", "сообщается, неясно")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .announced: ["объявлено о вступлении", "объявил о вступлении", "объявила о вступлении"]
        case .joined: ["вступление", "вступил", "вступила"]
        case .contractSigned: ["контракт подписан", "подписал контракт", "подписала контракт"]
        case .training: ["in training", "подготовка", "сборы"]
        case .serving: ["несёт службу", "несёт службу в своём регионе"]
        case .deployed: ["служба за пределами региона", "несёт службу за пределами региона"]
        case .rotatedOut:
            [
                "возвращение на должность после службы", "служба окончена, возвращение на должность",
                "вернулся на должность",
                "вернулась на должность", "ротация",
            ]
        case .left: ["служба окончена", "контракт окончен или уход", "завершил контракт", "завершила контракт"]
        case .killed: ["гибель", "погиб", "погибла"]
        case .denied:
            ["membership denied", "опровержение вступления", "вступление опровергнуто", "опроверг", "опровергла"]
        default: []
        }
    }
}

extension EnrollmentState {
    /// What it says of being in the unit; nil for a denial and for what is unclear.
    public var role: StateRole? {
        switch self {
        case .announced, .joined, .contractSigned: .begins
        case .training, .serving, .deployed: .holds
        case .rotatedOut, .left, .killed: .ends
        case .denied, .unclear: nil
        }
    }

    /// True for what somebody said that he or she does or will do.
    public var isAnnouncement: Bool { self == .announced }

    /// True for all but the states that a person is seen in.
    public var isChange: Bool { role != .holds }

    /// The states in which, according to the source, a person is in the unit or about to be.
    package static let inUnit = all(.begins, .holds)
    /// The states in which an enrollment never enters a count.
    package static let uncounted: [EnrollmentState] = [.denied, .unclear]
}
