/// A change in the life of a unit, a post or an enrollment.
public enum EventValue: Hashable, Sendable {
    /// A unit's status.
    case status(UnitStatus)
    /// A unit's form.
    case form(UnitForm)
    /// A unit's number of people; most is nil if it is not known.
    case strength(least: Int, most: Int?)
    /// The number of people that a unit is to have, as planned or authorised; most is nil if it is not known.
    case plannedStrength(least: Int, most: Int?)
    /// An official's hold on a post.
    case tenure(Tenure)
    /// An enrollment's state.
    case state(EnrollmentState)

    /// Reads an event as a person types it, for a record of a kind: "contract signed", "brigade", "strength 500",
    /// "strength 300..500", "strength 300.." if only the least is known, "strength ..500" if only the most is, or "planned strength
    /// 105".
    ///
    /// - Throws: `MusterError.notInList` with every event that such a record can have.
    public init(typed text: String, to kind: RecordKind) throws(MusterError) {
        switch kind {
        case .unit:
            if let status = UnitStatus(word: text) {
                self = .status(status)
            } else if let form = UnitForm(word: text) {
                self = .form(form)
            } else if text.lowercased().hasPrefix("strength") {
                let people = try Self.strength(text, after: "strength")
                self = .strength(least: people.least, most: people.most)
            } else if let word = Self.planned.first(where: { text.lowercased().replacing("_", with: " ").hasPrefix($0) }
            ) {
                let people = try Self.strength(text, after: word)
                self = .plannedStrength(least: people.least, most: people.most)
            } else {
                throw .outside(
                    list: "state of a unit", value: text, allowed: Self.words(for: .unit),
                    besides: UnitStatus.allSynonyms + UnitForm.allSynonyms)
            }
        case .post: self = .tenure(try Tenure(typed: text))
        case .enrollment: self = .state(try EnrollmentState(typed: text))
        default:
            throw .badValue(field: "record", value: kind.name, rule: "events happen to units, posts and enrollments")
        }
    }

    /// The facets of a record of the kind that events change, as the store names them; none if no events happen to it.
    package static func facets(of kind: RecordKind) -> [String] {
        switch kind {
        case .unit: ["status", "form", "strength", "planned_strength"]
        case .post: ["tenure"]
        case .enrollment: ["state"]
        default: []
        }
    }

    /// The same without what is only planned, which shows nothing of the record.
    package static func seenFacets(of kind: RecordKind) -> [String] {
        facets(of: kind).filter { $0 != "planned_strength" }
    }

    /// Every event that a record of the kind can have, as a person types it.
    public static func words(for kind: RecordKind) -> [String] {
        switch kind {
        case .unit:
            words(of: "status") + words(of: "form") + ["strength NUMBER", "planned strength NUMBER"]
        default: facets(of: kind).flatMap(words(of:))
        }
    }

    /// The words for a facet, in the order of its list; empty for one that holds a number of people.
    package static func words(of facet: String) -> [String] {
        switch facet {
        case "status": UnitStatus.allCases.map(\.words)
        case "form": UnitForm.allCases.map(\.words)
        case "tenure": Tenure.allCases.map(\.words)
        case "state": EnrollmentState.allCases.map(\.words)
        default: []
        }
    }

    private static let planned = ["planned strength", "authorised strength", "authorized strength"]

    fileprivate static let mostPeople = 10_000_000

    private static func strength(_ text: String, after word: String) throws(MusterError) -> (least: Int, most: Int?) {
        var number = text.dropFirst(word.count)
        // The word and the number are parted as in "strength_500"; another sign is the number's own.
        if let sign = number.first, "_-=".contains(sign) { number.removeFirst() }
        let most = mostPeople
        if let people = PeopleRange(String(number)), (people.most ?? people.least ?? 0) <= most {
            return (people.least ?? 0, people.most)
        }
        throw .badValue(
            field: word, value: text,
            rule: """
                write a number up to \(most) as '\(word) 2162' or '\(word) 2,162', a range as '\(word) 300..500', the least as \
                '\(word) 300..' or the most as '\(word) ..300'; for an approximation write the range that the source allows
                """)
    }

    /// Reads what the store keeps; nil for a value that is outside the list of its facet, or a strength without a least.
    package init?(facet: String, value: String?, least: Int?, most: Int?) {
        let event: EventValue? =
            switch facet {
            case "status": value.flatMap(UnitStatus.init(rawValue:)).map(EventValue.status)
            case "form": value.flatMap(UnitForm.init(rawValue:)).map(EventValue.form)
            case "strength": least.map { .strength(least: $0, most: most) }
            case "planned_strength": least.map { .plannedStrength(least: $0, most: most) }
            case "tenure": value.flatMap(Tenure.init(rawValue:)).map(EventValue.tenure)
            case "state": value.flatMap(EnrollmentState.init(rawValue:)).map(EventValue.state)
            default: nil
            }
        guard let event else { return nil }
        self = event
    }

    /// The facet, the value and the numbers as the store keeps them; a strength has numbers and no value.
    package var stored: (facet: String, value: String?, least: Int?, most: Int?) {
        switch self {
        case .status(let value): ("status", value.rawValue, nil, nil)
        case .form(let value): ("form", value.rawValue, nil, nil)
        case .strength(let least, let most): ("strength", nil, least, most)
        case .plannedStrength(let least, let most): ("planned_strength", nil, least, most)
        case .tenure(let value): ("tenure", value.rawValue, nil, nil)
        case .state(let value): ("state", value.rawValue, nil, nil)
        }
    }

    /// The event in words.
    public var words: String {
        let stored = stored
        return stored.value?.spaced
            ?? "\(stored.facet.spaced) \(Strength(least: stored.least ?? 0, most: stored.most).words)"
    }

    /// The text as typed, if it is a synonym of the value, otherwise nil: a citation states the event as it was typed.
    package func synonym(typed text: String) -> String? {
        switch self {
        case .status: UnitStatus.synonym(typed: text)
        case .form: UnitForm.synonym(typed: text)
        case .strength, .plannedStrength: nil
        case .tenure: Tenure.synonym(typed: text)
        case .state: EnrollmentState.synonym(typed: text)
        }
    }
}

extension Strength {
    /// Reads a number of people as a person types it: "500", "300..500", "300.." or "..500".
    ///
    /// - Throws: `MusterError.badValue` for anything else.
    public init(typed text: String) throws(MusterError) {
        let number = text.lowercased().hasPrefix("strength ") ? String(text.dropFirst("strength ".count)) : text
        guard let people = PeopleRange(number), (people.most ?? people.least ?? 0) <= EventValue.mostPeople else {
            throw .badValue(
                field: "strength", value: text,
                rule:
                    "write a number up to \(EventValue.mostPeople) as 2162, a range as 300..500, the least as 300.. or the most as ..300"
            )
        }
        self.init(least: people.least ?? 0, most: people.most)
    }
}

extension EventValue: Codable {
    private enum Key: String, CodingKey { case facet, value, least, most }

    private enum Facet: String, CaseIterable, Decodable {
        case strength
        case plannedStrength = "planned_strength"
        case status, form, tenure, state
    }

    /// Reads what `encode(to:)` writes.
    ///
    /// - Throws: `DecodingError` for a facet or a value that there is not.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let facet = try container.decode(Facet.self, forKey: .facet)
        let value = try container.decodeIfPresent(String.self, forKey: .value)
        let (least, most) = try (
            container.decodeIfPresent(Int.self, forKey: .least), container.decodeIfPresent(Int.self, forKey: .most)
        )
        guard let event = EventValue(facet: facet.rawValue, value: value, least: least, most: most) else {
            let fault = "there is no \(facet.rawValue.spaced) \(value ?? "without a value")"
            throw DecodingError.dataCorruptedError(forKey: .value, in: container, debugDescription: fault)
        }
        self = event
    }

    /// Encodes the facet with its value or, for a strength, the least and the most.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(stored.facet, forKey: .facet)
        try container.encode(stored.value, forKey: .value)
        try container.encode(stored.least, forKey: .least)
        try container.encode(stored.most, forKey: .most)
    }
}
