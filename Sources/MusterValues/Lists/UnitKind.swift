/// The way a unit is named, by a number, its region or an abbreviation; or that it is inside another unit.
public enum UnitKind: String, ClosedList {
    /// Numbered volunteer detachment.
    case numbered
    /// Unit named after its region.
    case regional
    /// Unit named by the region number.
    case regionalNumber = "regional_number"
    /// Unit named by an abbreviation.
    case regionalAbbrev = "regional_abbrev"
    /// Battalion or group inside a unit.
    case subunit
    /// The unit is reported without a name.
    case unnamed
    /// The unit fits none of the other kinds.
    case other

    /// The name of one value in a message.
    public static var listName: String { "unit kind" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .numbered: Label("numbered volunteer detachment", "добровольческий отряд с номером")
        case .regional: Label("unit named after its region", "подразделение по названию региона")
        case .regionalNumber: Label("unit named by the region number", "подразделение по номеру региона")
        case .regionalAbbrev: Label("unit named by an abbreviation", "подразделение по сокращению")
        case .subunit: Label("battalion or group inside a unit", "батальон или группа в составе подразделения")
        case .unnamed: Label("reported but without a name", "без названия")
        case .other: Label("does not fit", "другое")
        }
    }
}
