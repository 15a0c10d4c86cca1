import MusterCore
import MusterValues

/// Makes the records that enrollments need: sources, a programme, and units in every region.
final class InventedUnits: ScaleMaker {
    private var regions: [ScaleRegion] = []

    /// Makes all of these.
    ///
    /// - Parameters:
    ///   - listed: the regions and districts on the register; nothing is made in a district.
    ///   - sources: the number of sources; at least two a region are made.
    /// - Returns: the regions, with the units and sources of each.
    /// - Throws: `MusterError.missing` if there are no regions, and any refusal of the store.
    func make(in listed: [ListedRegion], sources: Int) throws -> [ScaleRegion] {
        regions = listed.filter { !$0.code.contains("/") }.map {
            ScaleRegion(code: $0.code, name: $0.name, localName: $0.localName ?? $0.name, number: $0.number)
        }
        if regions.isEmpty {
            throw MusterError.missing(what: "a region on the register", fix: "load the reference regions first")
        }
        for number in 0..<max(sources, regions.count * 2) { try makeSource(number) }
        let programme = try makeProgramme()
        for index in regions.indices { try makeUnits(of: index, in: programme) }
        return regions
    }

    private func makeSource(_ number: Int) throws {
        let index = number % regions.count
        let region = regions[index]
        let kind: SourceKind = number < regions.count ? .officialChannel : dice.pick(SourceKind.allCases)
        let id = try transaction.nextNumber(of: .source)
        let earlier = region.sources.count < 2 || !dice.happens(35) ? nil : dice.pick(region.sources)
        let day = dice.below(ScaleDates.span)
        let published = dates.stated(for: day, &dice)
        let topic = dice.pick([
            "officials join the unit", "session of the government", "the unit recruits", "morning report",
        ])
        try transaction.insert(
            "source",
            [
                "id": id, "kind": kind.rawValue, "title": "\(region.name): \(topic), no. \(number / regions.count + 1)",
                "publisher": dice.happens(80) ? "\(kind.words) of \(region.name)" : nil,
                "url": dice.happens(85) ? "https://example.org/\(region.code.lowercased())/\(number)" : nil,
                "language": kind == .foreignMedia ? "en" : "ru", "published": published?.text,
                "published_earliest": published?.earliest, "published_latest": published?.latest,
                "captured": dice.happens(50) ? "2026-06-\(10 + dice.below(20))" : nil, "derived_from": earlier,
                "relation": earlier == nil ? nil : dice.pick(SourceRelation.allCases).rawValue,
                "note": dice.happens(5) ? "deleted since" : nil,
            ])
        regions[index].sources.append(id)
        if published != nil { regions[index].published[id] = day }
        regions[index].origins[id] = earlier.flatMap { regions[index].origins[$0] } ?? id
    }

    private func makeProgramme() throws -> Int64 {
        let id = RecordID(.programme, try transaction.nextNumber(of: .programme))
        let evidence = makeEvidence(in: regions[0].sources)
        let launched = try StoredDate(typed: "XXXX-04")
        try transaction.insertName("BARS", of: id, as: .primary, from: evidence.sourceID)
        try transaction.insertName("БАРС", of: id, as: .transliteration, from: evidence.sourceID)
        try transaction.cite(id, .name, "BARS", evidence)
        try transaction.cite(id, .launched, launched.text, evidence)
        try transaction.insert("programme", ["id": id.number, "launched": launched.text])
        transaction.note(id, .added("BARS"))
        return id.number
    }

    /// Makes one regional unit with its subunits, one unnamed unit, and one named by number or letters; in some regions
    /// also a numbered detachment, and a unit that fits no kind.
    private func makeUnits(of index: Int, in programme: Int64) throws {
        let region = regions[index]
        let short = region.shortName(among: regions)
        let regional = try makeUnit(
            "BARS-\(short)", .regional, in: index, programme, variant: "БАРС, \(region.localName)")
        for number in 1...dice.number(1...2) {
            try makeUnit("battalion \(number) of BARS-\(short)", .subunit, in: index, programme, partOf: regional)
        }
        try makeUnit(nil, .unnamed, in: index, dice.happens(50) ? programme : nil)
        // The numbers up to 32 belong to the numbered detachments.
        if let number = region.number, let value = Int(number), value > 32 {
            try makeUnit("BARS-\(number)", .regionalNumber, in: index, programme, variant: "БАРС-\(number)")
        } else {
            try makeUnit(
                "BARS-\(region.code.suffix(from: region.code.index(region.code.startIndex, offsetBy: 3)))",
                .regionalAbbrev, in: index, programme)
        }
        if index < 32 {
            try makeUnit("BARS-\(index + 1)", .numbered, in: index, programme, variant: "БАРС-\(index + 1)")
        }
        if dice.happens(20) {
            try makeUnit("\(dice.pick(ScaleWords.places)) volunteer company (\(short))", .other, in: index, nil)
        }
    }

    @discardableResult
    private func makeUnit(
        _ designation: String?, _ kind: UnitKind, in index: Int, _ programme: Int64?, partOf whole: Int64? = nil,
        variant: String? = nil
    ) throws -> Int64 {
        let region = regions[index]
        let id = RecordID(.unit, try transaction.nextNumber(of: .unit))
        let evidence = makeEvidence(in: region.sources)
        if let designation {
            try transaction.insertName(designation, of: id, as: .primary, from: evidence.sourceID)
            try transaction.cite(id, .name, designation, evidence)
        } else {
            try transaction.cite(id, .kind, kind.words, evidence)
        }
        if let variant { try transaction.insertName(variant, of: id, as: .transliteration, from: evidence.sourceID) }
        try transaction.cite(id, .region, region.name, evidence)
        if let whole { try transaction.cite(id, .partOf, "U\(whole)", evidence) }
        let ordinal = dice.happens(10) ? dice.number(1...12) : nil
        if let ordinal { try transaction.cite(id, .ordinal, "\(ordinal)", evidence) }
        if dice.happens(10) {
            try transaction.cite(
                id, .region, "a neighbouring region", makeEvidence(in: region.sources), stance: .disputes)
        }
        let judgement = kind == .regional ? (.accepted, nil) : standing(acceptedOf100: 90)
        try transaction.insert(
            "unit",
            [
                "id": id.number, "kind": kind.rawValue, "region_code": region.code, "programme_id": programme,
                "part_of": whole, "ordinal": ordinal, "standing": judgement.standing.rawValue,
                "standing_note": judgement.note,
            ])
        try makeLife(of: id, besides: regions[index].units.first, in: region)
        regions[index].units.append(id.number)
        return id.number
    }

    /// What happened to a unit. One that became another, or came from it, did so with the first unit of its region.
    private func makeLife(of unit: RecordID, besides first: Int64?, in region: ScaleRegion) throws {
        var day = dice.below(90)
        func happen(_ value: EventValue, _ links: EventLinks = EventLinks(), acceptedOf100: Int = 100) throws {
            let evidence = makeEvidence(in: region.sources)
            try recordEvent(
                value, of: unit, on: dates.stated(for: region.day(day, by: evidence.sourceID), &dice),
                evidence: [evidence],
                links: links, acceptedOf100: acceptedOf100)
        }
        try happen(.form(dice.pick(UnitForm.allCases)))
        var steps = UnitStatus.allCases
        while steps.count > 3 { steps.remove(at: dice.below(steps.count)) }
        var isAlone = first == nil
        for status in steps.prefix(dice.number(1...3)) where !(isAlone && status.namesOther) {
            let links = first.flatMap {
                status.namesOther ? EventLinks(other: RecordID(.unit, $0), stated: "U\($0)") : nil
            }
            isAlone = isAlone || status.namesOther
            try happen(.status(status), links ?? EventLinks(), acceptedOf100: 95)
            day += dice.number(20...90)
        }
        if dice.happens(15) {
            try happen(.form(.brigade))
        }
        for _ in 0..<dice.below(3) {
            let least = dice.number(4...60) * 10
            let most = dice.happens(30) ? nil : least + dice.below(4) * 50
            try happen(.strength(least: least, most: most))
        }
    }
}
