/// The kind of publication or document that a source is.
public enum SourceKind: String, ClosedList {
    /// Post by an official or an authority.
    case officialChannel = "official_channel"
    /// Law, decree, order, or another document of an authority.
    case officialDocument = "official_document"
    /// State news agency.
    case stateAgency = "state_agency"
    /// Regional media.
    case regionalMedia = "regional_media"
    /// National media.
    case nationalMedia = "national_media"
    /// Foreign media.
    case foreignMedia = "foreign_media"
    /// Think tank.
    case thinkTank = "think_tank"
    /// NGO.
    case ngo
    /// Rewriting or aggregating site.
    case rewrite
    /// Other.
    case other

    /// The name of one value in a message.
    public static var listName: String { "source kind" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .officialChannel: Label("post by an official or an authority", "публикация должностного лица или органа")
        case .officialDocument: Label("official document", "официальный документ")
        case .stateAgency: Label("state news agency", "государственное информационное агентство")
        case .regionalMedia: Label("regional media", "региональные СМИ")
        case .nationalMedia: Label("national media", "федеральные СМИ")
        case .foreignMedia: Label("foreign media", "иностранные СМИ")
        case .thinkTank: Label("think tank", "аналитический центр")
        case .ngo: Label("NGO", "НКО")
        case .rewrite: Label("rewriting or aggregating site", "сайт-пересказчик или агрегатор")
        case .other: Label("other", "другое")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .officialDocument: ["law", "decree", "order", "указ", "закон", "постановление", "официальный документ"]
        case .stateAgency: ["state news agency"]
        default: []
        }
    }
}
