public import MusterCore
public import MusterValues

extension Registry {
    /// An edition: a report that can be cited, printed and made again.
    ///
    /// - Parameter request: what it answers.
    /// - Returns: the edition, read from one snapshot of the register. It holds everything that it prints: a line for each fact of
    ///   the record, or of all units in a national one.
    /// - Throws: `MusterError` for an unknown record.
    public func edition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let report = try report(of: request.scope, on: request.day)
        return EditionMaker(report: report, language: request.language).edition(request)
    }
}

extension EditionRequest {
    /// What the report that it is made from is of.
    var scope: ReportScope {
        guard let record else { return .everything }
        return switch kind {
        case .region: .region(record)
        case .unit: .unit(record)
        case .official: .official(record)
        case .national, .timeline, .coverage, .changes: .everything
        }
    }
}

extension EditionMaker {
    func edition(_ request: EditionRequest) -> Edition {
        let blocks: [Block] =
            switch request.kind {
            case .region, .unit:
                [figures] + claims + units + roll + lives + facts + disputes + ordinals + uncounted + suspects + gaps
                    + sourceList
            case .official: [figures] + ownFacts + lives + facts + disputes + uncounted + suspects + gaps + sourceList
            case .national, .timeline, .coverage, .changes:
                [figures] + claims + regions + unitTable + disputes + ordinals + suspects + gaps + sourceList
            }
        return Edition(header: header(request), blocks: blocks)
    }

    private func header(_ request: EditionRequest) -> EditionHeader {
        EditionHeader(
            kind: request.kind, language: language, record: report.record, title: title, lead: lead, day: day,
            isDayAsked: report.day != nil, revision: report.revision, recorded: report.recorded, head: report.head,
            from: request.from)
    }

    private var title: Words {
        guard let record = report.record else { return .say(.allRegions) }
        if let region = report.region { return .joined([name(region), .id(record)], .space) }
        let unit = report.units.first { $0.id == record }.map { NamedRecord(id: record, name: $0.name) }
        let official = (report.enrollments.compactMap(\.official) + report.posts.map(\.official)).first {
            $0.id == record
        }
        return .joined([name(unit ?? official ?? NamedRecord(id: record, name: nil)), .id(record)], .space)
    }

    /// What a region is, beside its name.
    private var lead: Words? {
        guard let region = report.region, let own = report.places.first(where: { $0.code == region.code }) else {
            return nil
        }
        let other = language == .english ? own.localName : own.name
        let parts: [Words?] = [
            other.map { .name($0) }, own.parent.map { name($0) },
            own.federalDistrict.map { .say(.federalDistrict, .text($0)) },
            own.number.map { .say(.regionNumber, .text($0)) },
            own.landNeighbours.isEmpty
                ? nil : .say(.landBorders, .text(own.landNeighbours.joined(separator: ", "))),
        ]
        return .joined(parts.compactMap(\.self), .dot)
    }
}
