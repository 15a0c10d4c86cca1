/// The state of an official's hold on a post.
public enum Tenure: String, StateList {
    /// In office.
    case inOffice = "in_office"
    /// Acting.
    case acting
    /// Public-service contract suspended while in a unit.
    case suspended
    /// On leave.
    case onLeave = "on_leave"
    /// Left of own accord.
    case left
    /// Dismissed.
    case dismissed
    /// Returned to the same post.
    case returned

    /// The name of one value in a message.
    public static var listName: String { "tenure state" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .inOffice: Label("in office", "занимает должность")
        case .acting: Label("acting", "временно исполняющий обязанности")
        case .suspended:
            Label(
                "public-service contract suspended while in a unit",
                "приостановили контракт государственной службы")
        case .onLeave: Label("on leave", "отпуск")
        case .left: Label("left of own accord", "ушёл по собственному желанию")
        case .dismissed: Label("dismissed", "отставка, увольнение")
        case .returned: Label("returned to the same post", "вернулся к обязанностям")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .acting: ["временно исполняющий обязанности", "врио"]
        case .onLeave: ["отпуск", "в отпуске"]
        case .left: ["left of own accord", "ушёл по собственному желанию", "ушла по собственному желанию"]
        case .dismissed: ["увольнение", "уволен", "уволена"]
        case .returned: ["returned to the same post", "вернулся к обязанностям", "вернулась к обязанностям"]
        default: []
        }
    }
}

extension Tenure {
    /// What it says of holding the post. Who is suspended, on leave or back holds it, and held it before.
    public var role: StateRole? {
        switch self {
        case .inOffice, .acting, .suspended, .onLeave, .returned: .holds
        case .left, .dismissed: .ends
        }
    }

    /// True for what happens to a post's holder, false for what he or she is seen in.
    public var isChange: Bool {
        switch self {
        case .suspended, .left, .dismissed, .returned: true
        case .inOffice, .acting, .onLeave: false
        }
    }
}
