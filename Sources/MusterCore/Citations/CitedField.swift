public import MusterValues

/// The fields of records that a source can speak of; the schema's CHECK holds which kind has which.
public enum CitedField: String, ClosedList {
    /// What a region, programme, unit or official is called.
    case name
    /// What an abbreviation stands for.
    case expansion
    /// What kind it is.
    case kind
    /// A district's region.
    case parent
    /// A region's federal district.
    case federalDistrict = "federal_district"
    /// A region's number.
    case number
    /// Whether a region is an exclave.
    case exclave
    /// What a region borders.
    case borders
    /// Who administers a territory.
    case administeredBy = "administered_by"
    /// Who claims a territory.
    case claimedBy = "claimed_by"
    /// When a programme was launched.
    case launched
    /// Who launched it.
    case launchedBy = "launched_by"
    /// What it is for.
    case aim
    /// On what legal ground it stands.
    case legalNature = "legal_nature"
    /// Whom it takes.
    case recruitedFrom = "recruited_from"
    /// What contract is signed.
    case contract
    /// Who concludes the contract.
    case concludedBy = "concluded_by"
    /// Whether joining is voluntary.
    case participation
    /// What members are paid.
    case compensation
    /// How members are trained.
    case training
    /// What it does to people and places.
    case effect
    /// The region of a unit or a post.
    case region
    /// The programme of a unit.
    case programme
    /// The unit a subunit is in.
    case partOf = "part_of"
    /// The place in the order of founding that a unit is said to have.
    case ordinal
    /// What a unit, or a member of it, is for.
    case role
    /// When, or after what, a unit was formed.
    case formed
    /// The title of a post.
    case title
    /// Who holds a post, or enrolled.
    case official
    /// The level of a post.
    case level
    /// The body a post belongs to.
    case body
    /// The unit of an enrollment.
    case unit
    /// The words for a group.
    case group
    /// How many a group is.
    case groupSize = "group_size"
    /// What an event changed to.
    case value
    /// When an event was.
    case date
    /// Why an event was.
    case cause

    /// What one value of the list is called.
    public static var listName: String { "cited field" }

    /// The words for people.
    public var label: Label { Label(words) }

    /// The fields that records of a kind have, in the order in which they are shown.
    public static func fields(of kind: RecordKind) -> [CitedField] {
        switch kind {
        case .region:
            [.name, .kind, .parent, .federalDistrict, .number, .exclave, .borders, .administeredBy, .claimedBy]
        case .programme:
            [
                .name, .expansion, .launched, .launchedBy, .aim, .legalNature, .recruitedFrom, .contract, .concludedBy,
                .participation, .compensation, .training, .effect,
            ]
        case .unit: [.name, .kind, .region, .programme, .partOf, .ordinal, .role, .formed]
        case .official: [.name]
        case .post: [.title, .official, .kind, .level, .body, .region]
        case .enrollment:
            [.official, .group, .groupSize, .level, .kind, .region, .unit, .contract, .concludedBy, .role]
        case .event: [.value, .date, .cause]
        case .source, .citation: []
        }
    }

    /// Reads a field as a person types it.
    ///
    /// - Throws: `MusterError.notInList` with the fields that the kind has.
    static func typed(_ text: String, of kind: RecordKind) throws(MusterError) -> CitedField {
        let fields = fields(of: kind)
        guard let field = CitedField(word: text), fields.contains(field) else {
            throw .outside(list: "field of \(kind.words)", value: text, allowed: fields.map(\.words))
        }
        return field
    }
}
