import MusterValues

/// Makes the objects of Popolo.
struct PopoloMaker {
    let reader: ExportReader
    /// What could not be held so far.
    var leftOut: LeftOut

    /// An official, with the day of his or her death if it is known.
    func person(_ record: ExportedRecord) -> Popolo.Person {
        Popolo.Person(
            id: FollowTheMoneyEntity.id(record.id), name: record.name ?? record.id.description,
            otherNames: otherNames(record),
            deathDate: record.deaths.compactMap { $0.date.flatMap { FollowTheMoneyText.date($0.edtf) } }.first,
            sources: links(record.proofOfLife))
    }

    /// A unit; its classification is its form or, if none is known, how it is named.
    mutating func organization(_ record: ExportedRecord) throws -> Popolo.Organization {
        let form = record.state?.states.lazy.compactMap { if case .form(let form) = $0 { form.words } else { nil } }
            .first
        func date(of states: [UnitStatus]) -> String? {
            record.events.lazy.filter { event in !event.isPlan && states.contains { event.value == .status($0) } }
                .compactMap { $0.date.flatMap { FollowTheMoneyText.date($0.edtf) } }.first
        }
        leftOut.count(.plans, record.plannedTurns)
        let whole = record.reference(.partOf)
        return Popolo.Organization(
            id: FollowTheMoneyEntity.id(record.id),
            name: try record.name ?? RecordTitles(db: reader.db).title(record.id),
            otherNames: otherNames(record), classification: form ?? record.values[.kind]?.words,
            parentId: try whole.flatMap { try reader.holds($0) ? FollowTheMoneyEntity.id($0) : nil },
            areaId: area(record),
            foundingDate: date(of: [.established]), dissolutionDate: date(of: UnitStatus.all(.ends)),
            sources: links(record.proof))
    }

    /// A post. Popolo's organization of a post is left open: the registry knows the body by its words alone.
    func post(_ record: ExportedRecord) -> Popolo.Post {
        Popolo.Post(
            id: FollowTheMoneyEntity.id(record.id), label: record.values[.title]?.words ?? "",
            role: record.values[.kind]?.words, areaId: area(record), sources: links(record.proof))
    }

    /// The hold on a post, or an official's enrollment; nil for a group, and for what is denied or unclear.
    mutating func membership(_ record: ExportedRecord) -> Popolo.Membership? {
        guard let official = record.reference(.official) else { return nil }
        let states = record.state?.states ?? []
        if !states.isEmpty, states.allSatisfy({ EnrollmentState.uncounted.map(EventValue.state).contains($0) }) {
            leftOut.count(.uncounted)
            return nil
        }
        let (start, end) = days(record)
        let isPost = record.id.kind == .post
        let words = states.isEmpty ? planned(record) : states.map(\.words)
        return Popolo.Membership(
            id: FollowTheMoneyEntity.id(record.id) + (isPost ? "-\(FollowTheMoneyEntity.part(official))" : ""),
            label: words.isEmpty ? nil : words.joined(separator: states.isEmpty ? ", " : " or "),
            role: isPost ? record.values[.title]?.words : record.values[.role]?.words,
            personId: FollowTheMoneyEntity.id(official),
            organizationId: record.reference(.unit).map(FollowTheMoneyEntity.id),
            postId: isPost ? FollowTheMoneyEntity.id(record.id) : nil, areaId: isPost ? area(record) : nil,
            startDate: start, endDate: end, sources: links(record.proofOfLife))
    }

    /// A group's enrollment: it is no person, so Popolo holds it as an occurrence in the unit.
    mutating func event(_ record: ExportedRecord) throws -> Popolo.Event? {
        guard record.reference(.official) == nil else { return nil }
        leftOut.count(.groups)
        let (start, end) = days(record)
        let states = (record.state?.states ?? []).map(\.words)
        let size = record.values[.groupSize].map { [$0.words] } ?? []
        return Popolo.Event(
            id: FollowTheMoneyEntity.id(record.id), name: try RecordTitles(db: reader.db).title(record.id),
            description: (size + states + planned(record)).joined(separator: ", "),
            classification: "enrollment of people who are not named",
            organizationId: record.reference(.unit).map(FollowTheMoneyEntity.id), startDate: start, endDate: end,
            sources: links(record.proof))
    }

    /// A region.
    func area(of record: ExportedRecord) -> Popolo.Area {
        Popolo.Area(
            id: FollowTheMoneyEntity.id(record.id), name: record.name ?? record.id.description,
            identifier: record.id.description, classification: record.values[.kind]?.words,
            parentId: record.reference(.parent).map(FollowTheMoneyEntity.id), otherNames: otherNames(record),
            sources: links(record.proof))
    }

    /// What is only planned, in words that say so: Popolo would state it as a fact.
    private func planned(_ record: ExportedRecord) -> [String] { record.plans.map { "planned: \($0.words)" } }

    /// The first and the last day, as a day, a month or a year. What is only planned has none.
    ///
    /// Popolo has no word for what is over but its end, so an end that is not so known is the last day that it can have been, before
    /// the day asked about; who is dead or gone would be current without it.
    private mutating func days(_ record: ExportedRecord) -> (start: String?, end: String?) {
        leftOut.count(.plans, record.plannedTurns)
        let life = ExportedLife(record)
        let start = life.begun?.date.flatMap { FollowTheMoneyText.date($0.edtf) }
        if start == nil, life.begun?.date != nil { leftOut.count(.dates) }
        guard life.status == .ended else { return (start, nil) }
        if let end = life.ended?.date.flatMap({ FollowTheMoneyText.date($0.edtf) }) { return (start, end) }
        leftOut.count(.dates)
        let asked = reader.day.given?.last ?? reader.day.today
        let dayBefore = asked.moved(byDays: -1).map(\.description) ?? reader.day.last
        let last = life.ended?.date?.latest ?? record.state?.lastHeard?.day ?? dayBefore
        return (start, max(min(last, dayBefore), start ?? ""))
    }

    private func area(_ record: ExportedRecord) -> String? { record.reference(.region).map(FollowTheMoneyEntity.id) }

    private func otherNames(_ record: ExportedRecord) -> [Popolo.Name] {
        record.names.filter { $0.nature != .primary }.map { Popolo.Name(name: $0.text, note: $0.nature.words) }
    }

    /// The sources, each once. One without an address on the web gets one that says its short id, because Popolo wants one.
    private func links(_ citations: [ExportedCitation]) -> [Popolo.Link] {
        var seen: Set<RecordID> = []
        return citations.filter { seen.insert($0.statement.source.id).inserted }.map { citation in
            let source = citation.statement.source
            let words = [source.id.description, source.name, citation.publisher].compactMap(\.self)
            return Popolo.Link(
                url: citation.url.flatMap(FollowTheMoneyText.url) ?? "muster:\(source.id)",
                note: words.joined(separator: ", "))
        }
    }
}
