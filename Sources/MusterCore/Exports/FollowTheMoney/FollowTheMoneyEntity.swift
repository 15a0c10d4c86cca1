import MusterValues

/// An entity of FollowTheMoney, with who says each of its values.
struct FollowTheMoneyEntity {
    /// What every id begins with, so that ids of two registries can be told apart by a program that reads both.
    static let prefix = "muster-"

    let id: String
    let schema: String
    /// The values, in the order in which they were added; no property has a value twice.
    private(set) var values: [Value] = []
    private var places: [String: Int] = [:]

    /// A value of a property.
    struct Value {
        let property: String
        let text: String
        var voices: [Voice] = []
        /// True if the registry infers it, because no source states it.
        var isInferred = false
    }

    /// Who says a value.
    enum Voice {
        /// A citation.
        case cited(ExportedCitation)
        /// A source that spells a name so, without a citation.
        case spelt(RecordID)
    }

    /// Makes an entity without values.
    ///
    /// - Parameters:
    ///   - schema: the name of its schema.
    ///   - parts: what its id is made of, each the id of a record or a word.
    init(_ schema: String, _ parts: String...) {
        self.schema = schema
        id = Self.prefix + parts.joined(separator: "-")
    }

    /// The id of the entity that stands for a record. A slash, which an id of FollowTheMoney may not have, is a full stop.
    static func id(_ record: RecordID) -> String { prefix + part(record) }

    /// A record's short id as a part of an entity's.
    static func part(_ record: RecordID) -> String {
        record.code?.replacing("/", with: ".") ?? record.description
    }

    /// The property for what has none of its own.
    var textProperty: String {
        ["Membership", "Occupancy", "Documentation", "UnknownLink", "ProjectParticipant"].contains(schema)
            ? "description" : "notes"
    }

    /// Adds a value. What the property cannot hold as it is stands in a text, too.
    ///
    /// - Parameters:
    ///   - property: the property.
    ///   - text: the value; nil adds nothing.
    ///   - field: the name of the field that it is of, for the text.
    ///   - voices: who says it.
    ///   - isInferred: true if no source states it.
    mutating func add(
        _ property: String, _ text: String?, as field: FieldName? = nil, _ voices: [Voice] = [],
        isInferred: Bool = false
    ) {
        guard let text else { return }
        let clean = FollowTheMoneyText.clean(text, for: property)
        if let clean, !clean.isEmpty { put(property, clean, voices, isInferred) }
        if clean != text, let field { addText(field.rawValue, text, voices, isInferred: isInferred) }
    }

    /// Adds a text `name: value`.
    mutating func addText(_ name: String, _ text: String, _ voices: [Voice] = [], isInferred: Bool = false) {
        put(textProperty, "\(name): \(text)", voices, isInferred)
    }

    /// Adds the documents, their addresses and their publishers.
    mutating func add(proof citations: [ExportedCitation]) {
        for citation in citations {
            let voice = [Voice.cited(citation)]
            add("proof", Self.id(citation.statement.source.id), voice)
            add("sourceUrl", citation.url, voice)
            add("publisher", citation.publisher, voice)
        }
    }

    private mutating func put(_ property: String, _ text: String, _ voices: [Voice], _ isInferred: Bool) {
        let key = "\(property) \(text)"
        let place = places[key] ?? values.count
        if place == values.count {
            places[key] = place
            values.append(Value(property: property, text: text))
        }
        values[place].voices += voices
        if isInferred { values[place].isInferred = true }
    }
}

extension [ExportedCitation] {
    /// The citations as voices.
    var voices: [FollowTheMoneyEntity.Voice] { map(FollowTheMoneyEntity.Voice.cited) }
}
