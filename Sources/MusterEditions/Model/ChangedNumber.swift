public import MusterValues

extension Changes {
    /// The numbers that are compared: all that editions show.
    public enum What: String, ClosedList {
        /// Everybody on record, ever.
        case people
        /// Those of them who are named.
        case named
        /// The people by the newest state of their enrollment.
        case peopleInState = "people_in_state"
        /// The people who were in a unit on the day that is answered for.
        case peopleOnDay = "people_on_the_day"
        /// Those of them who definitely were.
        case certainOnDay = "definitely_on_the_day"
        /// The units.
        case units
        /// The units by their newest status.
        case unitsOfStatus = "units_of_status"
        /// The units by their newest form.
        case unitsOfForm = "units_of_form"
        /// The strength of a unit, as sources state it.
        case strength
        /// The number of people that a unit is to have.
        case plannedStrength = "planned_strength"
        /// The regions by how far they are covered.
        case regionsCovered = "regions_covered"
        /// The contradictions that nobody settled.
        case openDisputes = "open_disputes"
        /// The contradictions that somebody settled.
        case settledDisputes = "settled_disputes"
        /// The sources.
        case sources
        /// The searches that were made.
        case looks
        /// The statements of who claims or administers a territory.
        case claims

        /// The name of one value in a message.
        public static var listName: String { "number" }

        /// The words for people.
        public var label: Label {
            switch self {
            case .people: Label("people on record, ever", "учтено за всё время")
            case .named: Label("people by name", "названо поимённо")
            case .peopleInState: Label("people by last known state", "люди по последнему известному состоянию")
            case .peopleOnDay: Label("people in a unit on the day", "в подразделении на этот день")
            case .certainOnDay: Label("definitely in a unit on the day", "точно в подразделении на этот день")
            case .units: Label("units", "подразделения")
            case .unitsOfStatus: Label("units by status", "подразделения по состоянию")
            case .unitsOfForm: Label("units by form", "подразделения по форме")
            case .strength: Label("strength", "численность")
            case .plannedStrength: Label("planned strength", "плановая численность")
            case .regionsCovered: Label("regions by coverage", "регионы по охвату")
            case .openDisputes: Label("open disputes", "открытые споры")
            case .settledDisputes: Label("settled disputes", "решённые споры")
            case .sources: Label("sources", "источники")
            case .looks: Label("looks", "поиски")
            case .claims: Label("claims on territories", "притязания на территории")
            }
        }
    }
}

extension Changes.What {
    /// True if no record at all is the number 0; of a strength that nobody states there is no number.
    var isCount: Bool { ![.strength, .plannedStrength].contains(self) }

    /// The kinds of record whose citations can move the number; nil for all kinds.
    var kinds: Set<RecordKind>? {
        switch self {
        case .people, .named, .peopleInState, .peopleOnDay, .certainOnDay: [.enrollment, .event, .unit, .official]
        case .strength, .plannedStrength: [.event]
        case .units, .unitsOfStatus, .unitsOfForm: [.unit, .event]
        case .regionsCovered: [.unit, .region]
        case .openDisputes, .settledDisputes: nil
        case .claims: [.region]
        case .sources, .looks: []
        }
    }
}
