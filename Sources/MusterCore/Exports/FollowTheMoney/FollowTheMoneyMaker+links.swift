import GRDB
import MusterValues

/// The entities that link others, and those of the evidence.
extension FollowTheMoneyMaker {
    /// What a record names of its own kind, and the programme of a unit.
    func links(_ record: ExportedRecord) throws -> [FollowTheMoneyEntity] {
        var links: [FollowTheMoneyEntity] = []
        for field in [FieldName.partOf, .cameFrom, .perhapsSameAs] {
            if let other = record.reference(field), try reader.holds(other) { links.append(link(record, field, other)) }
        }
        if record.id.kind == .unit, let programme = record.reference(.programme), try reader.holds(programme) {
            links.append(link(record, .programme, programme))
        }
        return try links + members(record)
    }

    /// The officials who are named of a group.
    private func members(_ record: ExportedRecord) throws -> [FollowTheMoneyEntity] {
        if record.id.kind != .enrollment || record.values[.group] == nil { return [] }
        let members: SQL = """
            SELECT e.id, e.official_id FROM group_member g JOIN enrollment e ON e.id = g.member_id \
            WHERE g.group_id = \(record.id.number) AND \(sql: ExportReader.stands(.enrollment, "e")) ORDER BY 1
            """
        return try members.all(reader.db) { row in
            let (member, official) = (RecordID(.enrollment, try row.next()), RecordID(.official, try row.next()))
            var link = FollowTheMoneyEntity(
                "UnknownLink", FollowTheMoneyEntity.part(member), "of-the-group", FollowTheMoneyEntity.part(record.id))
            link.add("subject", FollowTheMoneyEntity.id(official))
            link.add("object", FollowTheMoneyEntity.id(record.id))
            link.add("role", "one of the group")
            link.add("recordId", member.description)
            return link
        }
    }

    /// The countries that a region borders, each with the kind of border.
    func borders(_ region: RecordID) throws -> [String] {
        let sql: SQL = "SELECT country, border FROM foreign_neighbour WHERE region_code = \(region.code) ORDER BY 1, 2"
        return try sql.all(reader.db) { ForeignBorder(country: try $0.next(), kind: try $0.next()).words }
    }

    private func link(_ record: ExportedRecord, _ field: FieldName, _ other: RecordID) -> FollowTheMoneyEntity {
        let isProgramme = field == .programme
        var entity = FollowTheMoneyEntity(
            isProgramme ? "ProjectParticipant" : "UnknownLink", FollowTheMoneyEntity.part(record.id),
            field.rawValue.replacing("_", with: "-"), FollowTheMoneyEntity.part(other))
        let citations = record.supporting(field)
        let isInferred = record.fields[field]?.isInference ?? false
        entity.add(
            isProgramme ? "participant" : "subject", FollowTheMoneyEntity.id(record.id), citations.voices,
            isInferred: isInferred)
        entity.add(
            isProgramme ? "project" : "object", FollowTheMoneyEntity.id(other), citations.voices, isInferred: isInferred
        )
        entity.add("role", field.words, citations.voices, isInferred: isInferred)
        entity.add(proof: citations)
        return entity
    }

    /// The document of a source, and a link to each source that it repeats.
    func document(_ record: ExportedRecord) throws -> [FollowTheMoneyEntity] {
        let kind = record.values[.kind]?.parts.first.flatMap(SourceKind.init(rawValue:))
        var entity = entity(Self.schema(of: kind), record)
        entity.add("fileName", record.id.description)
        let derivations = try SourceDerivations(of: record.id, reader.db).items.map { item in
            let other = RecordID(.source, item.source)
            var link = FollowTheMoneyEntity(
                "UnknownLink", FollowTheMoneyEntity.part(record.id), "derived-from", FollowTheMoneyEntity.part(other))
            link.add("subject", FollowTheMoneyEntity.id(record.id))
            link.add("object", FollowTheMoneyEntity.id(other))
            link.add("role", item.relation.rawValue)
            return link
        }
        return [entity] + derivations
    }

    /// An article is what the media report; what an authority or a body says of itself is a document.
    private static func schema(of kind: SourceKind?) -> String {
        switch kind {
        case .stateAgency, .regionalMedia, .nationalMedia, .foreignMedia, .rewrite: "Article"
        case .officialChannel, .officialDocument, .thinkTank, .ngo, .other, nil: "Document"
        }
    }

    /// What sources say of a record: an entity for each citation.
    ///
    /// - Parameters:
    ///   - record: the record that they speak of.
    ///   - about: the record whose entity is linked: a link may lead to no other link, so it is the official of an enrollment.
    /// - Returns: the entities, in the order of the citations.
    func documentation(of record: ExportedRecord, about: RecordID) -> [FollowTheMoneyEntity] {
        record.citations.map { citation in
            let (statement, voice) = (citation.statement, [FollowTheMoneyEntity.Voice.cited(citation)])
            let (stance, isEarlier) = record.side(of: citation)
            var entity = FollowTheMoneyEntity("Documentation", FollowTheMoneyEntity.part(citation.id))
            entity.add("document", FollowTheMoneyEntity.id(statement.source.id), voice)
            entity.add("entity", FollowTheMoneyEntity.id(about), voice)
            entity.add("recordId", record.id.description, voice)
            entity.add("role", citation.field.rawValue, voice)
            entity.add("summary", statement.stated, as: .stated, voice)
            entity.add("status", statement.standing.rawValue, voice)
            entity.add("date", statement.held?.edtf, as: .held, voice)
            entity.add("sourceUrl", citation.url, voice)
            entity.add("publisher", citation.publisher, voice)
            let texts: [(FieldName, String?)] = [
                (.stance, stance.rawValue), (.wording, statement.wording?.rawValue),
                (.locator, statement.locator), (.quote, statement.quote), (.speaker, statement.speaker),
                (.speech, statement.speech.rawValue), (.note, statement.standingNote),
            ]
            for (field, text) in texts {
                if let text { entity.addText(field.rawValue, text, voice) }
            }
            if isEarlier { entity.addText("of", "a time that is over", voice) }
            return entity
        }
    }
}
