import MusterCore
import MusterValues

/// Makes enrollments, and the officials who enroll.
final class InventedEnrollments: ScaleMaker {
    private let regions: [ScaleRegion]
    /// Officials made recently, each with the unit; some of them enroll again in another unit.
    private var recent: [(official: Int64, name: String, unit: Int64)] = []

    init(transaction: Transaction, regions: [ScaleRegion], dates: ScaleDates, dice: SeededRandom) {
        self.regions = regions
        super.init(transaction: transaction, dates: dates, dice: dice)
    }

    /// Makes one enrollment with its events and, if a new official enrolls, the official.
    func enroll() throws {
        let region = dice.pick(regions)
        let unit = region.units[min(dice.below(region.units.count), dice.below(region.units.count))]
        let course = dice.pick(ScaleWords.courses)
        let speech: Speech? =
            switch course.last {
            case .denied: .denied
            case .unclear: .unclear
            case .announced: .ownWord
            default: nil
            }
        let evidence = makeEvidence(in: region.sources, speech: speech)
        let id = RecordID(.enrollment, try transaction.nextNumber(of: .enrollment))
        try transaction.cite(id, .unit, "U\(unit)", evidence)
        if dice.happens(10) {
            try insert(id, group: dice.pick(ScaleWords.groups), unit: unit, region: region, evidence)
        } else {
            try insert(
                id, official: try official(for: unit, region: region, evidence), unit: unit, region: region, evidence)
        }
        var day = dice.below(ScaleDates.span)
        for state in course {
            let date = dates.stated(for: region.day(day, by: evidence.sourceID), &dice)
            let cause = dice.happens(4) ? dice.pick(ScaleWords.causes) : nil
            // A death needs at least two sources, neither derived from the other, and not by the word of one speaker.
            let origin = region.origins[evidence.sourceID]
            let others = state == .killed ? region.sources.filter { region.origins[$0] != origin } : []
            try recordEvent(
                .state(state), of: id, on: date, cause: cause,
                evidence: others.isEmpty ? [evidence] : [evidence, makeEvidence(in: others, notBy: evidence.speaker)],
                acceptedOf100: 98)
            day += dice.number(1...90)
        }
    }

    private func insert(
        _ id: RecordID, official: (number: Int64, name: String), unit: Int64, region: ScaleRegion,
        _ evidence: CheckedEvidence
    ) throws {
        try transaction.cite(id, .official, official.name, evidence)
        if dice.happens(4) {
            let other = makeEvidence(in: region.sources, speech: .denied)
            try transaction.cite(id, .official, "another person", other, stance: .disputes)
        }
        let contract = try contract(of: id, evidence)
        let role = dice.happens(15) ? dice.pick(ScaleWords.roles) : nil
        if let role { try transaction.cite(id, .role, role, evidence) }
        let judgement = standing(acceptedOf100: 93)
        try transaction.insert(
            "enrollment",
            [
                "id": id.number, "unit_id": unit, "official_id": official.number, "role": role,
                "contract": contract.kind.rawValue, "concluded_by": contract.party.rawValue,
                "standing": judgement.standing.rawValue, "standing_note": judgement.note,
            ])
    }

    private func insert(
        _ id: RecordID, group: (who: String, kind: PostKind?, level: PostLevel?), unit: Int64, region: ScaleRegion,
        _ evidence: CheckedEvidence
    ) throws {
        try transaction.cite(id, .group, group.who, evidence)
        let isCounted = dice.happens(40)
        let least = isCounted ? dice.number(2...12) : 2
        let most = isCounted && dice.happens(70) ? least + dice.below(6) : nil
        if isCounted { try transaction.cite(id, .groupSize, Headcount.words(least: least, most: most), evidence) }
        if isCounted, dice.happens(15) {
            try transaction.cite(
                id, .groupSize, "about \(least * 3)", makeEvidence(in: region.sources), stance: .disputes)
        }
        let contract = try contract(of: id, evidence)
        let judgement = standing(acceptedOf100: 93)
        try transaction.insert(
            "enrollment",
            [
                "id": id.number, "unit_id": unit, "group_who": group.who, "group_level": group.level?.rawValue,
                "group_kind": group.kind?.rawValue, "group_region": dice.happens(80) ? region.code : nil,
                "group_least": least, "group_most": most, "contract": contract.kind.rawValue,
                "concluded_by": contract.party.rawValue, "standing": judgement.standing.rawValue,
                "standing_note": judgement.note,
            ])
    }

    private func contract(of id: RecordID, _ evidence: CheckedEvidence) throws -> (
        kind: ContractKind, party: ContractParty
    ) {
        guard dice.happens(30) else { return (.notStated, .notStated) }
        let kind = dice.pick([.reserve, .volunteer, .volunteer, .service, .none] as [ContractKind])
        try transaction.cite(id, .contract, kind.words, evidence)
        guard kind != .none, dice.happens(40) else { return (kind, .notStated) }
        let party = dice.pick([.militaryCommissariat, .unitCommander, .ministry] as [ContractParty])
        try transaction.cite(id, .concludedBy, party.words, evidence)
        return (kind, party)
    }

    private func official(for unit: Int64, region: ScaleRegion, _ evidence: CheckedEvidence) throws -> (
        number: Int64, name: String
    ) {
        if recent.count >= 64, dice.happens(12) {
            let index = dice.below(recent.count)
            if recent[index].unit != unit {
                let known = recent.remove(at: index)
                return (known.official, known.name)
            }
        }
        let id = RecordID(.official, try transaction.nextNumber(of: .official))
        let name = ScaleNames.person(&dice)
        try transaction.insertName(name.latin, of: id, as: .primary, from: evidence.sourceID)
        if dice.happens(40) {
            try transaction.insertName(name.cyrillic, of: id, as: .transliteration, from: dice.pick(region.sources))
        }
        try transaction.cite(id, .name, name.latin, evidence)
        try makePost(of: id, region: region, evidence)
        if dice.happens(12) { try makePost(of: id, region: region, makeEvidence(in: region.sources)) }
        let judgement = standing(acceptedOf100: 98)
        try transaction.insert(
            "official",
            ["id": id.number, "standing": judgement.standing.rawValue, "standing_note": judgement.note])
        recent.append((id.number, name.latin, unit))
        if recent.count > 128 { recent.removeFirst(64) }
        return (id.number, name.latin)
    }

    private func makePost(of official: RecordID, region: ScaleRegion, _ evidence: CheckedEvidence) throws {
        let post = dice.pick(ScalePost.all)
        let place = dice.pick(ScaleWords.places)
        let title = post.title.replacing("*", with: place)
        let body = post.body?.replacing("*", with: place)
        let id = RecordID(.post, try transaction.nextNumber(of: .post))
        try transaction.cite(id, .title, title, evidence)
        if let body { try transaction.cite(id, .body, body, evidence) }
        let judgement = standing(acceptedOf100: 98)
        try transaction.insert(
            "post",
            [
                "id": id.number, "official_id": official.number, "title": title, "kind": post.kind.rawValue,
                "level": post.level?.rawValue, "body": body, "region_code": post.level == .federal ? nil : region.code,
                "standing": judgement.standing.rawValue, "standing_note": judgement.note,
            ])
        guard dice.happens(30) else { return }
        var day = dice.below(ScaleDates.span)
        let course: [Tenure] = dice.pick([
            [.inOffice], [.acting], [.suspended], [.onLeave], [.left], [.dismissed], [.inOffice, .suspended],
            [.suspended, .returned], [.inOffice, .left], [.appointed, .resigned], [.elected, .termEnded],
            [.elected, .kept],
        ])
        for tenure in course {
            try recordEvent(
                .tenure(tenure), of: id, on: dates.stated(for: region.day(day, by: evidence.sourceID), &dice),
                evidence: [evidence])
            day += dice.number(1...120)
        }
    }
}
