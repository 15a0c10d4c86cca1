import MusterValues

/// The entities that have a beginning and an end, and what happened in them.
extension FollowTheMoneyMaker {
    /// Who holds a post, and since when until when.
    func occupancy(_ record: ExportedRecord) -> FollowTheMoneyEntity {
        let official = record.reference(.official)
        var entity = FollowTheMoneyEntity(
            "Occupancy", FollowTheMoneyEntity.part(record.id), official.map(FollowTheMoneyEntity.part) ?? "")
        let voices = record.supporting(.official).voices
        entity.add("holder", official.map(FollowTheMoneyEntity.id), voices)
        entity.add("post", FollowTheMoneyEntity.id(record.id), voices)
        addLife(record, to: &entity)
        entity.add(proof: record.proofOfLife)
        return entity
    }

    /// The membership of an official, or the note that a group of unnamed people joined.
    ///
    /// A group is neither a person nor an organization: as a member it would be counted as one party, and matched by its words
    /// with the groups of other registers.
    func enrollment(_ record: ExportedRecord) throws -> FollowTheMoneyEntity {
        let unit = record.reference(.unit).map(FollowTheMoneyEntity.id)
        let voices = record.supporting(.unit).voices
        guard let official = record.reference(.official) else {
            var entity = entity("Note", record, besides: [.role, .least, .most])
            entity.add("entity", unit, voices)
            if let role = record.values[.role]?.words { entity.addText("role", role, record.supporting(.role).voices) }
            _ = try addRegion(record, to: &entity)
            for state in record.state?.states ?? [] { addState(state, of: record, to: &entity) }
            addPlans(of: record, to: &entity)
            return entity
        }
        var entity = entity("Membership", record)
        entity.add("member", FollowTheMoneyEntity.id(official), record.supporting(.official).voices)
        entity.add("organization", unit, voices)
        entity.add("recordId", record.id.description)
        addLife(record, to: &entity)
        entity.add(proof: record.proofOfLife)
        return entity
    }

    /// Adds the state now or on the day asked about, and the days between which it lasted.
    private func addLife(_ record: ExportedRecord, to entity: inout FollowTheMoneyEntity) {
        let life = ExportedLife(record)
        entity.add("status", life.status.rawValue)
        if let begun = life.begun {
            entity.add("startDate", begun.date?.edtf, begun.record.supporting(.date).voices)
        }
        if let ended = life.ended {
            entity.add("endDate", ended.date?.edtf, ended.record.supporting(.date).voices)
        }
        for state in record.state?.states ?? [] { addState(state, of: record, to: &entity) }
        addPlans(of: record, to: &entity)
    }

    /// Adds the states that are only planned, each with its date: as texts, because a property would state them as facts.
    func addPlans(of record: ExportedRecord, to entity: inout FollowTheMoneyEntity) {
        for plan in record.plans {
            let own = record.events.filter { $0.isPlan && $0.value == plan.state }
            entity.addText("planned", plan.words, own.flatMap { $0.record.supporting(.value) }.voices)
        }
    }

    private func addState(_ state: EventValue, of record: ExportedRecord, to entity: inout FollowTheMoneyEntity) {
        let own = record.events.filter { $0.value == state }
        entity.addText(
            state.stored.facet, state.stored.value ?? state.words, own.flatMap { $0.record.supporting(.value) }.voices)
    }

    /// What happened to a record.
    func event(_ event: ExportedEvent, of owner: ExportedRecord) throws -> FollowTheMoneyEntity {
        var entity = entity("Event", event.record)
        entity.add("name", try titles.title(event.record.id))
        entity.add("recordId", owner.id.description)
        entity.addText("facet", event.value.stored.facet)
        if event.isPlan { entity.addText("planned", "yes") }
        let parties = [owner.id.kind == .unit ? owner.id : nil, owner.reference(.official), owner.reference(.unit)]
        for party in parties.compactMap(\.self) { entity.add("involved", FollowTheMoneyEntity.id(party)) }
        if let other = event.record.reference(.otherUnit) {
            let voices = event.record.supporting(.otherUnit).voices
            if try reader.holds(other) { entity.add("involved", FollowTheMoneyEntity.id(other), voices) }
            entity.addText(FieldName.otherUnit.rawValue, other.description, voices)
        }
        return entity
    }
}
