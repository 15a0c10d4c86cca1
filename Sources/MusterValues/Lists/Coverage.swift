/// What the registry can say of the units of a region: that it has some, that none were found, or that nobody looked.
public enum Coverage: String, ClosedList {
    /// A unit of it is on record.
    case onRecord = "on_record"
    /// Somebody looked and found something, and no unit of it is on record yet.
    case found
    /// Somebody looked, and the newest look found none.
    case noneFound = "none_found"
    /// Nobody looked.
    case notLooked = "not_looked"

    /// The name of one value in a message.
    public static var listName: String { "coverage" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .onRecord: Label("on record", "есть в реестре")
        case .found: Label("looked, not on record yet", "найдено, но не внесено")
        case .noneFound: Label("looked, none found", "искали, не нашли")
        case .notLooked: Label("not looked", "не искали")
        }
    }
}
