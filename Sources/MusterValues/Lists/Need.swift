/// Something that a record lacks, and that somebody should look for.
public enum Need: String, ClosedList {
    /// A date: no event of the record has one, or none is printed on the source.
    case date
    /// A second source: no event of the record is reported by two.
    case secondSource = "second_source"
    /// A region.
    case region
    /// A unit's form.
    case form
    /// A unit's status.
    case status
    /// A unit's number of people.
    case strength
    /// The kind of an enrollment's contract.
    case contract
    /// The most that a group can be.
    case number
    /// A source's address.
    case address
    /// A kept copy of a source.
    case copy

    /// The kinds of record that can lack it.
    public var kinds: [RecordKind] {
        switch self {
        case .date: [.unit, .official, .enrollment, .source]
        case .secondSource: [.unit, .official, .enrollment]
        case .region, .form, .status, .strength: [.unit]
        case .contract, .number: [.enrollment]
        case .address, .copy: [.source]
        }
    }

    /// The name of one value in a message.
    public static var listName: String { "need" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .date: Label("date", "дата")
        case .secondSource: Label("second source", "второй источник")
        case .region: Label("region", "регион")
        case .form: Label("form", "форма")
        case .status: Label("status", "статус")
        case .strength: Label("strength", "численность")
        case .contract: Label("contract", "контракт")
        case .number: Label("number", "число")
        case .address: Label("address", "адрес")
        case .copy: Label("copy", "копия")
        }
    }
}
