/// The state of an official's hold on a post.
public enum Tenure: String, StateList {
    /// Appointed.
    case appointed
    /// Elected.
    case elected
    /// In office.
    case inOffice = "in_office"
    /// Acting.
    case acting
    /// Kept while in a unit.
    case kept
    /// Public-service contract suspended while in a unit.
    case suspended
    /// On leave.
    case onLeave = "on_leave"
    /// Left of own accord.
    case left
    /// Resigned: gave notice, or asked to be released.
    case resigned
    /// Dismissed.
    case dismissed
    /// The term of office ended.
    case termEnded = "term_ended"
    /// Returned to the same post.
    case returned

    /// The name of one value in a message.
    public static var listName: String { "tenure state" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .appointed: Label("appointed", "назначение")
        case .elected: Label("elected", "избрание")
        case .inOffice: Label("in office", "в должности")
        case .acting: Label("acting", "временное исполнение обязанностей")
        case .kept: Label("kept while in a unit", "сохраняет должность")
        case .suspended:
            Label("public-service contract suspended while in a unit", "приостановка")
        case .onLeave: Label("on leave", "отпуск")
        case .left: Label("left", "оставление должности")
        case .resigned: Label("resigned", "сложение полномочий")
        case .dismissed: Label("dismissed", "отставка, увольнение")
        case .termEnded: Label("term of office ended", "окончание срока полномочий")
        case .returned: Label("returned to the same post", "снова в должности")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .appointed: ["назначение", "назначен", "назначена"]
        case .elected: ["избрание", "избран", "избрана"]
        case .inOffice: ["в должности"]
        case .suspended: ["приостановка"]
        case .kept: ["kept while in a unit", "сохраняет должность", "сохранил должность", "сохранила должность"]
        case .resigned: ["сложение полномочий", "сложил полномочия", "сложила полномочия"]
        case .termEnded: ["term of office ended", "окончание срока полномочий", "истёк срок полномочий"]
        case .acting: ["временное исполнение обязанностей", "временно исполняющий обязанности", "врио"]
        case .onLeave: ["отпуск", "в отпуске"]
        case .left:
            [
                "left of own accord", "уход по собственному желанию", "ушёл по собственному желанию",
                "ушла по собственному желанию", "оставление должности", "оставил должность", "оставила должность",
            ]
        case .dismissed: ["увольнение", "уволен", "уволена"]
        case .returned:
            [
                "returned to the same post", "снова в должности", "вернулся к обязанностям", "вернулась к обязанностям",
            ]
        }
    }
}

extension Tenure {
    /// What it says of holding the post. Who is suspended, on leave or back holds it, and held it before; who is appointed or
    /// elected did not.
    public var role: StateRole? {
        switch self {
        case .appointed, .elected: .begins
        case .inOffice, .acting, .kept, .suspended, .onLeave, .returned: .holds
        case .left, .resigned, .dismissed, .termEnded: .ends
        }
    }

    /// True for what happens to a post's holder, false for what he or she is seen in.
    public var isChange: Bool {
        switch self {
        case .inOffice, .acting, .kept, .onLeave: false
        default: true
        }
    }
}
