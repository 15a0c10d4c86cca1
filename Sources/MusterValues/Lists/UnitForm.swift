/// A unit's form, which can change: a detachment becomes a brigade.
public enum UnitForm: String, ClosedList {
    /// Detachment.
    case detachment
    /// Battalion.
    case battalion
    /// Brigade.
    case brigade
    /// Platoon.
    case platoon
    /// Company.
    case company
    /// Regiment.
    case regiment
    /// Mobile fire group or other group.
    case group

    /// The name of one value in a message.
    public static var listName: String { "unit form" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .detachment: Label("detachment", "отряд")
        case .battalion: Label("battalion", "батальон")
        case .brigade: Label("brigade", "бригада")
        case .platoon: Label("platoon", "взвод")
        case .company: Label("company", "рота")
        case .regiment: Label("regiment", "полк")
        case .group: Label("mobile fire group or other group", "мобильная огневая или другая группа")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .detachment: ["отряд"]
        case .battalion: ["батальон"]
        case .brigade: ["бригада"]
        case .platoon: ["взвод"]
        case .company: ["рота"]
        case .regiment: ["полк"]
        case .group: ["mobile fire group", "мобильная огневая группа", "мобильная огневая или другая группа"]
        }
    }
}
