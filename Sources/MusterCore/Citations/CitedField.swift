public import MusterValues

/// The fields of records that a source can speak of; the schema's CHECK lists the fields of each kind.
public enum CitedField: String, ClosedList {
    /// The name of a region, programme, unit or official.
    case name
    /// The words that an abbreviation stands for.
    case expansion
    /// The kind of a region, unit or post, as "subunit".
    case kind
    /// A district's region.
    case parent
    /// A region's federal district.
    case federalDistrict = "federal_district"
    /// A region's number.
    case number
    /// Whether a region is an exclave.
    case exclave
    /// The neighbours of a region.
    case borders
    /// The authority that administers a territory.
    case administeredBy = "administered_by"
    /// The state that claims a territory.
    case claimedBy = "claimed_by"
    /// The date of a programme's launch.
    case launched
    /// The person or body that launched it.
    case launchedBy = "launched_by"
    /// The purpose of a programme.
    case aim
    /// The legal basis of a programme.
    case legalNature = "legal_nature"
    /// The people whom a programme recruits.
    case recruitedFrom = "recruited_from"
    /// The kind of contract signed.
    case contract
    /// The authority that concludes the contract.
    case concludedBy = "concluded_by"
    /// Whether joining is voluntary.
    case participation
    /// The pay of members.
    case compensation
    /// The training of members.
    case training
    /// The effect of a programme on people and places.
    case effect
    /// The region of a unit or a post.
    case region
    /// The programme of a unit.
    case programme
    /// The unit a subunit is in.
    case partOf = "part_of"
    /// The place in the order of founding that is claimed for a unit.
    case ordinal
    /// The purpose of a unit, or of a member in it.
    case role
    /// The date, or the event after which, a unit was formed.
    case formed
    /// The title of a post.
    case title
    /// The person who holds a post, or enrolled.
    case official
    /// The level of a post.
    case level
    /// The body a post belongs to.
    case body
    /// The unit of an enrollment.
    case unit
    /// The words for a group.
    case group
    /// The number of people in a group.
    case groupSize = "group_size"
    /// The new value that an event brought.
    case value
    /// The date of an event.
    case date
    /// The cause of an event.
    case cause

    /// The name of one value in a message.
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
