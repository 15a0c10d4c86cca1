package import MusterCore
package import MusterValues

extension PageMaker {
    /// The revisions, the newest first.
    ///
    /// - Parameters:
    ///   - record: those that changed it; nil for all.
    ///   - filter: narrows them further.
    ///   - limit: the most.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` as `Registry.log` does.
    package func history(of record: RecordReference?, _ filter: LogFilter, limit: Int) throws(MusterError)
        -> PageContent
    {
        let revisions = try registry.log(of: record, filter, limit: limit)
        let records = revisions.flatMap(\.changes).flatMap(\.records).map(\.id)
        let maker = try maker(naming: records)
        let blocks: [Block] = [
            revisions.isEmpty ? .paragraph(.say(.nothingOfThat), .plain) : .table(revisionTable(revisions, maker))
        ]
        let older = revisions.count == limit ? revisions.last.map(\.revision) : nil
        let more: [Block] =
            older.map { older in
                older > 1
                    ? [.paragraph(.link(.same([LinkCondition("before", "\(older)")]), .say(.olderOnes)), .plain)] : []
            } ?? []
        let lead: Words = .joined(
            [.say(.historyAbout), .link(.page(.howToCheck, []), .say(.howToCheck))], .space)
        let title: Words = record.map { .say(.historyOf, .text("\($0)")) } ?? .say(.history)
        return PageContent(title, lead: lead, blocks + more)
    }

    /// One revision, with what became of the records in it; nil if there is none of the number.
    ///
    /// - Throws: `MusterError` if the registry cannot be read.
    package func revision(_ number: Int64) throws(MusterError) -> PageContent? {
        var filter = LogFilter()
        filter.revisions = number...number
        guard let logged = try registry.log(filter, limit: 1).first else { return nil }
        let differences = try registry.differences(from: nil, to: .revision(number))
        let did = try maker(naming: logged.changes.flatMap(\.records).map(\.id)).what(logged)
        let newest = try registry.newestRevision()
        let by: Words = .joined([.time(logged.at), .name(logged.author), .reason(logged.reason)], .dot)
        let links: [Words] = [
            number > 1 ? .link(.revision(number - 1), .say(.earlierRevision)) : nil,
            number < newest ? .link(.revision(number + 1), .say(.laterRevision)) : nil,
            offer(.revert, [("revision", "\(number)")], .undoIt),
        ].compactMap(\.self)
        let hash: [Block] = logged.hash.map { [.paragraph(.say(.headIs, .code($0)), .about)] } ?? []
        return PageContent(
            .say(.revisionIs, .number(Int(number))), lead: by,
            [.paragraph(.joined(links, .dot), .plain), .paragraph(did, .plain)] + hash
                + (differences.isEmpty ? [] : try changed(differences)))
    }

    /// What became of the records between two revisions.
    ///
    /// - Throws: `MusterError` for revisions that are not there or the wrong way round.
    package func difference(from: Int64, to: Int64) throws(MusterError) -> PageContent {
        let differences = try registry.differences(from: .revision(from), to: .revision(to))
        return PageContent(
            .say(.changesTitle, .number(Int(from)), .number(Int(to))),
            lead: .link(.edition(.changes, nil), .say(.asEdition)), try changed(differences))
    }

    /// The most fields of records that a page tells of.
    private static let mostDifferences = 500

    private func changed(_ all: [Difference]) throws(MusterError) -> [Block] {
        if all.isEmpty { return [.paragraph(.say(.nothingChanged), .plain)] }
        let differences = Array(all.prefix(Self.mostDifferences))
        let maker = try maker(naming: differences.compactMap(\.record)) { report throws(MusterError) in
            report.sources = try registry.reportedSources(
                Set(differences.flatMap(\.citedSince).map(\.source.id)), withTies: false)
        }
        let more: [Block] =
            all.count > differences.count
            ? [
                .paragraph(
                    .joined(
                        [
                            .say(.andMore, .number(all.count - differences.count)),
                            .link(.edition(.changes, nil), .say(.asEdition)),
                        ], .comma), .plain)
            ] : []
        return maker.records(differences) + more
    }
}
