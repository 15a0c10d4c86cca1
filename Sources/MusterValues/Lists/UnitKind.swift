/// How a unit is named and what it belongs to.
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
    /// Reported but without a name.
    case unnamed
    /// Does not fit.
    case other

    /// What one value of the list is called.
    public static var listName: String { "unit kind" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .numbered: Label("numbered volunteer detachment", "БАРС-1 … БАРС-32")
        case .regional:
            Label(
                "unit named after its region",
                "БАРС-Курск, БАРС-Белгород, БАРС-Брянск, БАРС-Крым, БАРС-Калининград")
        case .regionalNumber: Label("unit named by the region number", "БАРС-39, БАРС-47")
        case .regionalAbbrev: Label("unit named by an abbreviation", "БАРС-НН")
        case .subunit: Label("battalion or group inside a unit", "10-й батальон «Барс-Крым»")
        case .unnamed: Label("reported but without a name")
        case .other: Label("does not fit")
        }
    }
}
