public import MusterCore
public import MusterValues

extension Registry {
    /// An edition: a report that can be cited, printed and made again.
    ///
    /// - Parameter request: what it answers.
    /// - Returns: the edition, of one moment of the register. It holds everything that it prints: a line for each fact of the
    ///   record, or of all units in a national one.
    /// - Throws: `MusterError` for an unknown record, or one of a kind that has no such edition.
    public func edition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let edition = try made(request)
        return Edition(header: edition.header, blocks: edition.header.warnings + edition.blocks, data: edition.data)
    }

    /// The maker of parts from a report.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - language: the language.
    ///   - named: the records that are named besides those that contradict each other.
    /// - Returns: the maker.
    /// - Throws: `MusterError` if the registry cannot be read.
    func maker(of report: Report, in language: Language, naming named: [RecordID] = []) throws(MusterError)
        -> EditionMaker
    {
        // A report tells one local name of each region, which can be in another language of the same alphabet.
        let foreign = report.places.filter { $0.localName.map { RecordNames.isForeign($0, language) } ?? false }
        let regions = foreign.map { RecordID(region: $0.code) }
        return EditionMaker(
            report: report, language: language,
            subjects: try subjects(of: report.disputeSides + report.namedElsewhere + named + regions))
    }

    private func made(_ request: EditionRequest) throws(MusterError) -> Edition {
        switch request.kind {
        case .region, .unit, .official, .national:
            let report = try report(of: request.scope(), on: request.day)
            return try maker(of: report, in: request.language).edition(request)
        case .timeline: return try pinned().timelineEdition(request)
        case .coverage: return try pinned().coverageEdition(request)
        case .changes: return try pinned().changesEdition(request)
        }
    }
}

extension EditionHeader {
    /// What a reader must not miss: that the day is one of which the register cannot know yet.
    fileprivate var warnings: [Block] {
        guard isDayAsked, let recorded, let known = Day(String(recorded.prefix(10))), known < day else { return [] }
        return [
            .paragraph(.say(.dayIsLater, .date(StatedDate(day), .cell), .date(StatedDate(known), .cell)), .warning)
        ]
    }
}

extension Report {
    /// The records that contradict each other; another region's report can hold one of them.
    var disputeSides: [RecordID] { contradictions.flatMap(\.sides).compactMap(\.record) }

    /// The records that events, statements and values lead to; they can be of another region.
    var namedElsewhere: [RecordID] {
        let regions = posts.compactMap(\.region?.code) + units.compactMap(\.region?.code)
        // The report names its officials itself, of whom a region can have thousands.
        let values = (fields.compactMap(\.field.value?.named) + valuesThen.compactMap(\.value?.named))
            .filter { $0.kind != .official }
        return regions.map { RecordID(region: $0) } + values + unitsElsewhere
            + timeline.compactMap { $0.forEnrollment?.id ?? $0.otherUnit?.id }
            + timeline.flatMap(\.sources).compactMap(\.named?.id)
            + fields.flatMap(\.field.sources).compactMap(\.named?.id)
    }
}

extension Report {
    /// The units that the report names and is not of: those that were here, that may belong here, that became one of those here, or in
    /// which somebody was killed.
    fileprivate var unitsElsewhere: [RecordID] {
        let here = Set(units.map(\.id))
        var named = formerUnits.map(\.id)
        named += contestedUnits.map(\.unit.id)
        named += timeline.filter { $0.otherUnit != nil && !here.contains($0.record.id) }.map(\.record.id)
        for deaths in deathsElsewhere.values { named += deaths.map(\.unit.id) }
        return named
    }
}

extension EditionRequest {
    /// What the report that it is made from is of.
    ///
    /// - Throws: `MusterError.usage` if the record is missing.
    func scope() throws(MusterError) -> ReportScope {
        if !kind.isOfRecord { return .summary }
        guard let record else { throw .usage("a report of the kind \(kind.rawValue) is of one record") }
        return switch kind {
        case .region: .region(record)
        case .unit: .unit(record)
        default: .official(record)
        }
    }
}

extension EditionMaker {
    func edition(_ request: EditionRequest) -> Edition {
        let blocks: [Block] =
            switch request.kind {
            case .region, .unit:
                [figures] + origins + formerUnits + contestedUnits + ownCoverage + claims + units + byState + roll
                    + lives + facts
                    + disputes + settled
                    + ordinals
                    + uncounted + suspects
                    + gaps
                    + sourceList
            case .official:
                [figures] + ownFacts + roll + lives + facts + disputes + settled + uncounted + suspects + gaps
                    + sourceList
            case .national, .timeline, .coverage, .changes:
                [figures] + claims + regions + byState + unitTable + disputes + settled + ordinals + suspects + gaps
                    + sourceList
            }
        return Edition(header: header(request), blocks: blocks, data: .report(report))
    }

    /// What the edition is of.
    ///
    /// - Parameters:
    ///   - request: what was asked.
    ///   - title: the title of an edition that is not just of the record.
    /// - Returns: the header.
    func header(_ request: EditionRequest, titled title: Words? = nil) -> EditionHeader {
        EditionHeader(
            kind: request.kind, language: language, record: report.record, title: title ?? self.title, lead: lead,
            day: day,
            isDayAsked: report.day != nil, revision: report.revision, recorded: report.recorded, head: report.head,
            from: request.from)
    }

    var title: Words {
        guard let record = report.record else { return .say(.allRegions) }
        if let region = report.region {
            return .joined([nameAlone(NamedRecord(id: record, name: region.name)), .code(record.description)], .space)
        }
        let unit = report.units.first { $0.id == record }.map { NamedRecord(id: record, name: $0.name) }
        let official = (report.enrollments.compactMap(\.official) + report.posts.map(\.official)).first {
            $0.id == record
        }
        let named =
            unit ?? official
            ?? NamedRecord(id: record, name: report.timeline.first { $0.record.id == record }?.record.name)
        return .joined([nameAlone(named), .code(record.description)], .space)
    }

    /// What a region is, beside its name.
    private var lead: Words? {
        guard let region = report.region, let own = report.places.first(where: { $0.code == region.code }) else {
            return nil
        }
        let other = language == .english ? own.localName : own.name
        let parts: [Words?] = [
            other.map { .name($0) }, own.parent.map { name($0) },
            own.federalDistrict.map { Words.federalDistrict($0) },
            own.number.map { .say(.regionNumber, .text($0)) },
            own.landNeighbours.isEmpty
                ? nil : .say(.landBorders, .joined(own.landNeighbours.map(Words.country), .comma)),
        ]
        return .joined(parts.compactMap(\.self), .dot)
    }
}
