import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension PageQuestion {
    /// Answers with a page.
    ///
    /// - Parameters:
    ///   - call: the request.
    ///   - place: the main page that it belongs to.
    ///   - filter: how the list on it is narrowed.
    ///   - make: makes what the page tells.
    ///   - complete: adds downloads and what may be done.
    /// - Returns: the result.
    /// - Throws: `MusterError` or `Problem` for what is refused.
    func answer(
        _ call: Call, place: SitePage?, filter: FilterForm? = nil, _ make: (PageMaker) throws -> PageContent,
        complete: (inout Page) throws -> Void = { _ in }
    ) throws -> Answer {
        let stamped = try call.stamped(registry, isPast: isPast) { registry in
            try make(maker(of: registry))
        }
        let newest = try isPast ? call.site.freshness.now().state.revision : stamped.state.revision
        var page = Page(
            question: self, content: stamped.value, state: stamped.state, newest: newest, place: place)
        page.filter = filter
        if let receipt { page.remarks = try maker(of: call.present).toldOtherwise(in: receipt) }
        try complete(&page)
        let isRefused = dayFault != nil || momentFault != nil
        return Answer(
            status: isRefused ? .unprocessableContent : .ok, type: .page, content: .text(try page.html()),
            state: stamped.state)
    }

    /// A page of the whole register that is no list.
    func page(_ call: Call, _ page: SitePage) throws -> Answer {
        try answer(call, place: page) { maker in
            switch page {
            case .disputes:
                return try maker.disputes(
                    of: call.query.one("record").map { RecordReference($0) }, settled: call.query.flag("settled"),
                    skipping: Int(call.query.number("skip", in: 0...Self.mostSkipped) ?? 0))
            case .due: return try maker.due()
            case .review: return try maker.review()
            case .duplicates:
                return try maker.duplicates(of: call.query.one("kind").map { try RecordKind(typed: $0) })
            case .coverage: return try maker.edition(.coverage)
            case .search:
                return try maker.search(call.query.one("q"), searchFilter(call))
            case .history: return try history(call, maker)
            case .howToRead: return PageContent.howToRead
            case .howToCheck: return PageContent.howToCheck(head: try maker.registry.head())
            default: throw Problem.noPage
            }
        } complete: { shown in
            if page == .history, shown.newest > 1 {
                let (path, newest) = (links.page(.difference, [], isOfNow: true), shown.newest)
                shown.inserted = { view in try view.compare(to: path, newest: newest) }
            }
            if page == .coverage { shown.downloads = editions(.coverage, nil) }
            if Self.downloaded.contains(page) { shown.downloads = downloads(of: page) }
        }
    }

    /// What a search is narrowed by.
    func searchFilter(_ call: Call) throws -> Filter {
        var filter = try FilterQuery.filter(call.pageQuery.without(["q"]), of: .unit)
        filter.limit = 30
        return filter
    }

    private func history(_ call: Call, _ maker: PageMaker) throws -> PageContent {
        try maker.history(of: call.query.one("of").map { RecordReference($0) }, historyFilter(call), limit: 50)
    }

    /// The revisions that the address asks for.
    func historyFilter(_ call: Call) throws -> LogFilter {
        var filter = LogFilter()
        filter.author = try call.query.one("by")
        if let before = try call.query.number("before", in: 2...Call.mostRevision) {
            filter.revisions = 1...(before - 1)
        }
        return filter
    }

    /// What changed between two revisions.
    func difference(_ call: Call) throws -> Answer {
        let newest = try call.present.newestRevision()
        let from = try call.query.number("from", in: 0...Call.mostRevision) ?? max(0, newest - 1)
        let to = try call.query.number("to", in: 1...Call.mostRevision) ?? newest
        return try answer(call, place: .history) { maker in
            var content = try maker.difference(from: from, to: to)
            content.blocks += sayings(in: content.blocks)
            return content
        }
    }

    /// The files of an edition.
    func editions(_ kind: EditionKind, _ record: RecordID?) -> [(words: String, path: SitePath)] {
        EditionFormat.allCases.map { format in
            let name = kind.rawValue + (record.map { "-\($0)" } ?? "")
            return (format.rawValue.uppercased(), links.page(in: .reports, "\(name).\(format.rawValue)"))
        }
    }
}
