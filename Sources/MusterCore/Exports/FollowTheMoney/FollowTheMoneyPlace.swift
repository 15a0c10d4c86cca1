import MusterValues

/// The place of a field of a record in FollowTheMoney.
///
/// Source: FollowTheMoney 4.11, <https://followthemoney.tech>. Each field of ``RecordKind/fields`` has a place; the page
/// FollowTheMoney lists them, and a test compares the two.
enum FollowTheMoneyPlace: Hashable {
    /// A property of the record's own entity.
    case property(String)
    /// A property of the record's own entity that names another entity.
    case link(String)
    /// Another entity, of a schema, that links the record's with the one that the field names.
    case entity(String)
    /// A text `field: value` among the notes, or in the description of an entity without notes: there is no property for it.
    case text

    /// The schemas of the entities of a record of a kind: several, if its fields are spread over them or decide between them.
    static func schemas(of kind: RecordKind) -> [String] {
        switch kind {
        case .region: ["Address"]
        case .source: ["Article", "Document"]
        case .programme: ["Project"]
        case .unit: ["Organization"]
        case .official: ["Person"]
        case .post: ["Position", "Occupancy"]
        case .enrollment: ["Membership", "Note"]
        case .event: ["Event"]
        case .citation: ["Documentation"]
        }
    }

    /// The place of a field: a text, unless something else is said below; nil for a field that the kind does not have.
    static func of(_ field: FieldName, in kind: RecordKind) -> FollowTheMoneyPlace? {
        kind.field(field) == nil ? nil : places[kind]?[field] ?? .text
    }

    private static let places: [RecordKind: [FieldName: FollowTheMoneyPlace]] = [
        .region: [.name: .property("name")],
        .source: [
            .title: .property("title"), .publisher: .property("publisher"), .url: .property("sourceUrl"),
            .language: .property("language"), .published: .property("publishedAt"),
            .captured: .property("retrievedAt"), .derivedFrom: .entity("UnknownLink"),
            .relation: .entity("UnknownLink"),
        ],
        .programme: [
            .name: .property("name"), .launched: .property("startDate"), .aim: .property("goal"),
            .cameFrom: .entity("UnknownLink"),
        ],
        .unit: [
            .name: .property("name"), .region: .link("addressEntity"), .programme: .entity("ProjectParticipant"),
            .partOf: .entity("UnknownLink"),
        ],
        .official: [.name: .property("name")],
        .post: [.title: .property("name"), .official: .entity("Occupancy"), .region: .link("addressEntity")],
        .enrollment: [
            .official: .link("member"), .unit: .link("organization"), .role: .property("role"),
            .group: .property("summary"), .region: .link("addressEntity"), .perhapsSameAs: .entity("UnknownLink"),
        ],
        .event: [
            .of: .link("involved"), .value: .property("summary"), .date: .property("date"),
            .cause: .property("description"), .otherUnit: .link("involved"),
        ],
        .citation: [
            .source: .link("document"), .of: .link("entity"), .field: .property("role"),
            .stated: .property("summary"), .held: .property("date"), .standing: .property("status"),
        ],
    ]
}
