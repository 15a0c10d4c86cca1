package import MusterCore
package import MusterValues

extension PageMaker {
    /// One page of a listing.
    ///
    /// - Parameters:
    ///   - page: the page; one that is no listing ends the program.
    ///   - filter: what is listed, with the most rows.
    ///   - cursor: the place that the page begins after; nil for the first, and for a sorted list.
    ///   - skipped: the rows of a sorted list that come before the page.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` for a filter that the listing refuses, and for a cursor of another listing.
    package func listing(_ page: SitePage, _ filter: Filter, after cursor: PageCursor?, skipping skipped: Int = 0)
        throws(MusterError) -> PageContent
    {
        switch page {
        case .regions: try list(.regions, filter, cursor, skipped, page, regionTable)
        case .units:
            try list(.units, filter, cursor, skipped, page, naming: { [$0.id] }) { units, maker in
                unitTable(units, maker)
            }
        case .officials:
            try list(
                .officials, filter, cursor, skipped, page, naming: { [$0.id] + $0.units.map(\.id) }, officialTable)
        case .enrollments:
            try list(
                .enrollments(withCitations: true), filter, cursor, skipped, page,
                naming: { [$0.unit.id] + ($0.official.map { [$0.id] } ?? []) }, fill: enrolled
            ) { rows, maker in
                // Without a day there is no answer about one: the column would say "no" of everybody.
                maker.rollTable(rows).showing(["enrollment", "unit_name"], hiding: day == nil ? ["grade"] : [])
            }
        case .sources:
            // Sources have no names that need the regions to be read.
            try content(page, rows(.sources, filter, cursor, skipped)) { rows throws(MusterError) in
                sourceTable(rows)
            }
        case .programmes:
            try list(.programmes, filter, cursor, skipped, page, naming: { [$0.id] }, programmeTable)
        case .events: try list(.events, filter, cursor, skipped, page, naming: { [$0.record.id] }, eventTable)
        case .looks: try list(.looks, filter, cursor, skipped, page, lookTable)
        default: preconditionFailure("\(page.rawValue) is no listing")
        }
    }

    private func list<Row>(
        _ listing: Listing<Row>, _ filter: Filter, _ cursor: PageCursor?, _ skipped: Int, _ page: SitePage,
        naming named: (Row) -> [RecordID] = { _ in [] },
        fill: (inout Report, [Row]) throws(MusterError) -> Void = { _, _ in },
        _ table: ([Row], EditionMaker) -> EditionTable
    ) throws(MusterError) -> PageContent {
        try content(page, rows(listing, filter, cursor, skipped)) { rows throws(MusterError) in
            let maker = try maker(naming: rows.flatMap(named)) { report throws(MusterError) in try fill(&report, rows) }
            return table(rows, maker)
        }
    }

    /// The rows of a page of a list, and the way to the next one.
    private func rows<Row>(_ listing: Listing<Row>, _ filter: Filter, _ cursor: PageCursor?, _ skipped: Int)
        throws(MusterError) -> (rows: [Row], next: LinkCondition?)
    {
        var rows: [Row] = []
        var filter = filter
        if filter.period == nil, let day { filter.day = day }
        guard filter.sort != nil, let most = filter.limit else {
            let next = try registry.each(listing, filter, after: cursor) { rows.append($0) }
            return (rows, next.map { LinkCondition("after", "\($0)") })
        }
        // One row more tells whether anything follows.
        filter.limit = skipped + most + 1
        _ = try registry.each(listing, filter) { rows.append($0) }
        let next = rows.count > skipped + most ? LinkCondition("skip", "\(skipped + most)") : nil
        return (Array(rows.dropFirst(skipped).prefix(most)), next)
    }

    private func content<Row>(
        _ page: SitePage, _ found: (rows: [Row], next: LinkCondition?),
        _ table: ([Row]) throws(MusterError) -> EditionTable
    ) throws(MusterError) -> PageContent {
        let blocks: [Block] = [
            found.rows.isEmpty ? .paragraph(.say(.nothingOfThat), .plain) : .table(try table(found.rows))
        ]
        return PageContent(.say(page.title), lead: .say(page.about), blocks, next: found.next)
    }

    /// What the table of enrollments needs besides its rows: the sources that they cite.
    private func enrolled(_ report: inout Report, _ rows: [ListedEnrollment]) throws(MusterError) {
        report.enrollments = rows
        let cited = Set(rows.flatMap { $0.citations ?? [] }.map(\.source.id))
        report.sources = try registry.reportedSources(cited, withTies: false)
    }

    private func regionTable(_ regions: [ListedRegion], _ maker: EditionMaker) -> EditionTable {
        let rows = regions.map { region in
            let named = NamedRegion(code: region.code, name: region.name)
            return EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: maker.name(named),
                    second: (language == .english ? region.localName : region.name).map { .name($0) }),
                EditionTable.Cell(words: .id(RecordID(region: region.code))),
                EditionTable.Cell(
                    words: region.federalDistrict.map { .federalDistrict($0) } ?? region.parent.map { maker.name($0) }),
                EditionTable.Cell(
                    words: region.units.map { .range(least: $0.least, most: $0.most, nil) }
                        ?? region.unitsOnRecord.map { .number($0) }),
                EditionTable.Cell(
                    words: .labelled(region.coverage), second: (region.look?.date).map { .date($0, .cell) }),
            ])
        }
        return Self.table(
            "regions", .regions, rows,
            [
                ("name", .region), ("region", .code), ("district", .districtHead), ("number", .units),
                ("coverage", .coverage),
            ])
    }

    /// Units as a table.
    func unitTable(_ units: [ListedUnit], _ maker: EditionMaker) -> EditionTable {
        let rows = units.map { unit in
            let marks: Words? = unit.standing == .accepted ? nil : .list(unit.standing)
            return EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: maker.name(NamedRecord(id: unit.id, name: unit.name)),
                    second: .joined([.id(unit.id), marks].compactMap(\.self), .comma)),
                EditionTable.Cell(words: unit.region.map { maker.name($0) }),
                Self.heard(
                    Words.alternatives(
                        unit.statuses.map { status in
                            maker.named(.list(status), unit.objects.filter { $0.state == .status(status) })
                        }), unit.statusLastHeard, unit.grade),
                Self.heard(Words.alternatives(unit.forms.map { .list($0) }), unit.formLastHeard, nil),
                Self.heard(
                    Words.alternatives(unit.strengths.map { .range(least: $0.least, most: $0.most, nil) }),
                    unit.strengthLastHeard, nil),
                EditionTable.Cell(words: .range(least: unit.headcount.least, most: unit.headcount.most, nil)),
            ])
        }
        return Self.table(
            "units", .units, rows,
            [
                ("name", .unit), ("region", .region), ("status", .status), ("form", .form), ("strength", .strengthHead),
                ("number", day == nil ? .everJoinedShort : .onTheDayShort),
            ])
    }

    private func officialTable(_ officials: [ListedOfficial], _ maker: EditionMaker) -> EditionTable {
        let rows = officials.map { official in
            let posts = official.posts.map { post -> Words in
                let tenure = Words.alternatives(post.tenure.map { .list($0) })
                return .joined(
                    [.record(post.id, .text(post.title)), tenure, post.lastHeard.map(Words.lastHeard)].compactMap(
                        \.self),
                    .comma)
            }
            let units = official.units.map { unit -> Words in
                let states = Words.alternatives(unit.states.map { .list($0) })
                return .joined(
                    [
                        maker.name(NamedRecord(id: unit.id, name: unit.name)), states,
                        unit.lastHeard.map(Words.lastHeard), .id(unit.enrollment),
                    ].compactMap(\.self), .comma)
            }
            return EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: maker.name(NamedRecord(id: official.id, name: official.name)), second: .id(official.id)),
                EditionTable.Cell(words: posts.isEmpty ? nil : .joined(posts, .semicolon)),
                EditionTable.Cell(
                    words: units.isEmpty
                        ? .quiet(.say(day == nil ? .noEnrollment : .inNoUnitThen)) : .joined(units, .semicolon)),
                EditionTable.Cell(
                    words: .list(official.grade ?? official.units.compactMap(\.grade).max { $0.rank < $1.rank } ?? .no),
                    grade: official.grade),
            ])
        }
        var columns: [(String, Phrase)] = [("name", .official), ("posts", .office), ("joined", .enrollments)]
        if day != nil { columns.append(("grade", .postOrUnitThen)) }
        return Self.table("officials", .officials, rows, columns)
    }

    /// A state with the day on which it was last heard of.
    private static func heard(_ words: Words?, _ heard: LastHeard?, _ grade: Grade?) -> EditionTable.Cell {
        let last = heard.map { Words.say(.lastHeard, .date($0.date, .cell)) }
        let graded = grade.map { Words.list($0) }
        let second = [graded, last].compactMap(\.self)
        return EditionTable.Cell(
            words: words ?? .quiet(.say(.nothingOnRecord)), second: second.isEmpty ? nil : .joined(second, .comma))
    }

    /// A table of all its columns.
    static func table(
        _ name: String, _ caption: Phrase, _ rows: [EditionTable.Row], _ columns: [(String, Phrase)]
    ) -> EditionTable {
        EditionTable(
            name: name, caption: .say(caption),
            columns: columns.map { key, title in
                EditionTable.Column(key: key, title: .say(title), isNumber: key == "number")
            }, rows: rows)
    }
}
