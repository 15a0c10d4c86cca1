import MusterValues

/// The entities of people and of units.
extension FollowTheMoneyMaker {
    /// The person of an official, with what is said of his or her death.
    func official(_ record: ExportedRecord) -> FollowTheMoneyEntity {
        var entity = entity("Person", record)
        addNames(record, to: &entity, Self.partyName)
        for death in record.deaths {
            let voices = (death.record.supporting(.date) + death.record.supporting(.value)).voices
            entity.add("deathDate", death.date?.edtf, death.record.supporting(.date).voices)
            entity.addText("state", "killed \(death.date?.edtf ?? "no date")", voices)
        }
        entity.add(proof: record.proofOfLife)
        return entity
    }

    /// The organization of a unit, with its newest form, status and strength or those of the day asked about.
    func unit(_ record: ExportedRecord) throws -> FollowTheMoneyEntity {
        var entity = entity("Organization", record)
        addNames(record, to: &entity, Self.partyName)
        if record.name == nil { entity.add("weakAlias", try titles.title(record.id)) }
        _ = try addRegion(record, to: &entity)
        for state in record.state?.states ?? [] {
            let voices = record.events.filter { $0.value == state }.flatMap { $0.record.supporting(.value) }.voices
            switch state {
            case .status(let status): entity.add("status", status.words, voices)
            case .form(let form): entity.add("classification", form.words, voices)
            default:
                entity.addText(
                    state.stored.facet, state.words.replacing("\(state.stored.facet.spaced) ", with: ""), voices)
            }
        }
        for (property, states) in [
            ("incorporationDate", [UnitStatus.established]), ("dissolutionDate", UnitStatus.all(.ends)),
        ] {
            for event in record.events where !event.isPlan && states.contains(where: { event.value == .status($0) }) {
                entity.add(property, event.date?.edtf, event.record.supporting(.date).voices)
            }
        }
        addPlans(of: record, to: &entity)
        return entity
    }

    /// The property of a party's name.
    private static func partyName(_ nature: NameNature) -> String {
        switch nature {
        case .primary: "name"
        case .former: "previousName"
        case .abbreviation: "abbreviation"
        case .misspelt: "weakAlias"
        case .local, .alias, .transliteration, .expansion: "alias"
        }
    }
}
