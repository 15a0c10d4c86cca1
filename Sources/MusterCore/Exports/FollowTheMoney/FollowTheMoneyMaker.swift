import MusterValues

/// Makes the entities of records.
struct FollowTheMoneyMaker {
    let reader: ExportReader
    let titles: RecordTitles
    private let regions: RegionNames

    init(_ reader: ExportReader) throws {
        self.reader = reader
        titles = RecordTitles(db: reader.db)
        regions = try RegionNames(reader.db)
    }

    /// The entities of a record, its own first: then those that link it with others, its events, and its citations.
    func entities(_ record: ExportedRecord) throws -> [FollowTheMoneyEntity] {
        let events = try record.events.map { try event($0, of: record) }
        let own: [FollowTheMoneyEntity] =
            switch record.id.kind {
            case .region: [try region(record)]
            case .programme: [programme(record)]
            case .unit: [try unit(record)]
            case .official: [official(record)]
            case .post: [try position(record), occupancy(record)]
            case .enrollment: [try enrollment(record)]
            case .source, .event, .citation: []
            }
        let about = record.reference(.official).flatMap { record.id.kind == .enrollment ? $0 : nil } ?? record.id
        let cited =
            documentation(of: record, about: about)
            + record.events.flatMap { documentation(of: $0.record, about: $0.record.id) }
        return own + (try links(record)) + events + cited
    }

    /// An entity with the fields of a record that have a place of the schema's own, and with the evidence for it.
    func entity(_ schema: String, _ record: ExportedRecord, besides left: Set<FieldName> = []) -> FollowTheMoneyEntity {
        var entity = FollowTheMoneyEntity(schema, FollowTheMoneyEntity.part(record.id))
        for field in record.id.kind.fields where !left.contains(field.name) {
            guard let value = record.values[field.name],
                let place = FollowTheMoneyPlace.of(field.name, in: record.id.kind)
            else { continue }
            if field.name == .standing, value == .word(Standing.accepted.rawValue) { continue }
            let voices = record.supporting(field.name).voices
            let isInferred = record.fields[field.name]?.isInference ?? false
            for text in value.parts {
                switch place {
                case .property(let property):
                    entity.add(property, text, as: field.name, voices, isInferred: isInferred)
                case .text: entity.addText(field.name.rawValue, text, voices, isInferred: isInferred)
                case .link, .entity: break
                }
            }
        }
        addDoubts(record, to: &entity)
        entity.add(proof: record.proof)
        return entity
    }

    /// Says which values the registry infers, and why, and which are in dispute.
    func addDoubts(_ record: ExportedRecord, to entity: inout FollowTheMoneyEntity) {
        for name in record.id.kind.fields.map(\.name) {
            guard let field = record.fields[name] else { continue }
            if field.isInference {
                let reason = field.inferred.map { " (\($0))" } ?? ""
                entity.addText("inferred", name.rawValue + reason, isInferred: true)
            }
            if field.isInDispute { entity.addText("in_dispute", name.rawValue, field.disputing(record)) }
        }
    }

    /// Adds the names of a record, each with who spells it so.
    func addNames(
        _ record: ExportedRecord, to entity: inout FollowTheMoneyEntity, _ property: (NameNature) -> String
    ) {
        for name in record.names {
            let cited = record.supporting(.name).filter { Text.folded($0.statement.stated) == Text.folded(name.text) }
            let isCited = cited.contains { $0.statement.source.id == name.source?.id }
            let spelt = name.source.flatMap { isCited ? nil : FollowTheMoneyEntity.Voice.spelt($0.id) }
            entity.add(property(name.nature), name.text, as: .name, cited.voices + [spelt].compactMap(\.self))
        }
    }

    /// Adds the region that a field names: its address and its country, by ISO 3166-2 and so without settling a border.
    func addRegion(_ record: ExportedRecord, to entity: inout FollowTheMoneyEntity) throws -> NamedRegion? {
        guard let region = try regions.region(record.reference(.region)?.code) else { return nil }
        let voices = record.supporting(.region).voices
        let isInferred = record.fields[.region]?.isInference ?? false
        entity.add(
            "addressEntity", FollowTheMoneyEntity.id(RecordID(region: region.code)), voices, isInferred: isInferred)
        entity.add("country", region.code.prefix(2).lowercased(), voices, isInferred: isInferred)
        return region
    }

    private func region(_ record: ExportedRecord) throws -> FollowTheMoneyEntity {
        var entity = entity("Address", record)
        let (name, code) = (record.name ?? record.id.description, record.id.description)
        entity.add("full", "\(name), \(code)")
        entity.add("region", name)
        entity.add("state", code)
        entity.add("country", code.prefix(2).lowercased())
        for border in try borders(record.id) { entity.addText("borders", border) }
        addNames(record, to: &entity) { $0 == .primary ? "name" : $0 == .former ? "previousName" : "alias" }
        return entity
    }

    private func programme(_ record: ExportedRecord) -> FollowTheMoneyEntity {
        var entity = entity("Project", record)
        addNames(record, to: &entity) { nature in
            switch nature {
            case .primary: "name"
            case .former: "previousName"
            case .abbreviation, .misspelt: "weakAlias"
            case .local, .alias, .transliteration, .expansion: "alias"
            }
        }
        return entity
    }

    private func position(_ record: ExportedRecord) throws -> FollowTheMoneyEntity {
        var entity = entity("Position", record)
        if let region = try addRegion(record, to: &entity) {
            entity.add("subnationalArea", region.name, record.supporting(.region).voices)
        }
        return entity
    }
}

extension FieldOnRecord {
    /// The citations against it, as voices.
    func disputing(_ record: ExportedRecord) -> [FollowTheMoneyEntity.Voice] {
        let against = Set(disputing.map(\.citation))
        return record.citations.filter { against.contains($0.id) }.voices
    }
}

extension FieldValue {
    /// Each value of it, as the JSON of a listing spells it; a number of people as `5`, `5..7` or `5..`, and a record by its id.
    var parts: [String] {
        switch self {
        case .names(let names): names
        case .people(let least, let most): [least == most ? "\(least)" : "\(least)..\(most.map(String.init) ?? "")"]
        case .record(let record): [record.id.description]
        case .records(let ids): ids.map(\.description)
        case .region(let region): [region.code]
        case .word(let word): [word]
        case .event(let value): [value.stored.value ?? value.words]
        case .several(let values): values.flatMap(\.parts)
        default: [words]
        }
    }
}
