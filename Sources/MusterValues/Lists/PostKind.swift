/// The kind of office that a post is.
public enum PostKind: String, ClosedList {
    /// Governor, head of republic, mayor of a federal city.
    case headOfRegion = "head_of_region"
    /// Acting head.
    case actingHeadOfRegion = "acting_head_of_region"
    /// Vice-governor, deputy governor, deputy prime minister.
    case deputyHeadOfRegion = "deputy_head_of_region"
    /// Minister or head of department in a regional government.
    case regionalMinister = "regional_minister"
    /// Head of the governor or government staff.
    case chiefOfStaff = "chief_of_staff"
    /// Head of district, okrug or city.
    case headOfMunicipality = "head_of_municipality"
    /// Head of a local administration.
    case headOfLocalAdministration = "head_of_local_administration"
    /// Deputy head.
    case deputyHeadOfMunicipality = "deputy_head_of_municipality"
    /// Member of a regional legislature.
    case regionalDeputy = "regional_deputy"
    /// Member of a local council.
    case localDeputy = "local_deputy"
    /// Member of the State Duma or Federation Council.
    case federalLegislator = "federal_legislator"
    /// Head of a public institution.
    case headOfInstitution = "head_of_institution"
    /// Military commissar.
    case militaryCommissar = "military_commissar"
    /// Other.
    case other

    /// The name of one value in a message.
    public static var listName: String { "post kind" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .headOfRegion: Label("governor, head of republic, mayor of a federal city", "губернатор, глава республики")
        case .actingHeadOfRegion: Label("acting head", "врио губернатора")
        case .deputyHeadOfRegion:
            Label(
                "vice-governor, deputy governor, deputy prime minister",
                "вице-губернатор, заместитель губернатора")
        case .regionalMinister:
            Label(
                "minister or head of department in a regional government",
                "министр, начальник департамента")
        case .chiefOfStaff: Label("head of the governor or government staff", "руководитель аппарата")
        case .headOfMunicipality:
            Label("head of district, okrug or city", "глава муниципалитета")
        case .headOfLocalAdministration: Label("head of a local administration", "глава администрации")
        case .deputyHeadOfMunicipality: Label("deputy head", "заместитель главы")
        case .regionalDeputy: Label("member of a regional legislature", "депутат областной думы")
        case .localDeputy: Label("member of a local council", "депутат районного собрания")
        case .federalLegislator: Label("member of the State Duma or Federation Council", "депутат Госдумы, сенатор")
        case .headOfInstitution: Label("head of a public institution", "руководитель учреждения")
        case .militaryCommissar: Label("military commissar", "военный комиссар")
        case .other: Label("other", "другое")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .headOfRegion:
            ["governor", "head of republic", "mayor of a federal city", "губернатор", "глава республики"]
        case .actingHeadOfRegion: ["acting head", "врио губернатора"]
        case .deputyHeadOfRegion:
            ["vice-governor", "deputy governor", "deputy prime minister", "вице-губернатор", "заместитель губернатора"]
        case .regionalMinister:
            ["minister or head of department in a regional government", "министр", "начальник департамента"]
        case .chiefOfStaff: ["head of the governor or government staff", "руководитель аппарата"]
        case .headOfMunicipality: ["head of district", "глава района", "глава муниципального округа", "mayor", "мэр"]
        case .headOfLocalAdministration:
            ["head of a local administration", "head of administration", "глава администрации"]
        case .deputyHeadOfMunicipality: ["deputy head", "deputy mayor", "заместитель главы", "заместитель мэра"]
        case .regionalDeputy: ["member of a regional legislature", "депутат областной думы"]
        case .localDeputy: ["member of a local council", "депутат районного собрания"]
        case .federalLegislator:
            ["member of the State Duma or Federation Council", "senator", "депутат Госдумы", "сенатор"]
        case .headOfInstitution: ["head of a public institution", "главврач"]
        case .militaryCommissar: ["военный комиссар"]
        default: []
        }
    }
}
