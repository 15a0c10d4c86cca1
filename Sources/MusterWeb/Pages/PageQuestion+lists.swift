import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension PageQuestion {
    /// The rows on one page of a list.
    private static let rows = 50
    /// The most rows of a sorted list that a page can come after: all of them are read and put in order.
    static let mostSkipped: Int64 = 1_000_000

    /// A list as a page, or as a file of all its rows. What is narrowed by something that cannot be is a page without rows, on which
    /// the form says what is wrong.
    func list(_ call: Call, _ page: SitePage, _ kind: ListingKind, _ format: String?) throws -> Answer {
        let form = FilterForm(kind: kind, query: call.query, sorts: page.sorts)
        do { return try narrowed(call, page, form, format) } catch let error as MusterError {
            let problem = Problem(error)
            guard format == nil, (400..<500).contains(problem.status) else { throw error }
            var answer = try self.answer(call, place: page, filter: form.refusing(problem)) { _ in
                PageContent(titled: .say(page.title))
            }
            answer.status = .init(code: problem.status)
            return answer
        }
    }

    private func narrowed(_ call: Call, _ page: SitePage, _ form: FilterForm, _ format: String?) throws -> Answer {
        var filter = try FilterQuery.filter(call.pageQuery, of: form.kind)
        let takesDay = Condition.on.kinds.contains(form.kind)
        // Most regions have nothing on record, and the list is short.
        if page == .regions, filter.sort == nil { filter.sort = "-units_on_record" }
        if takesDay, let day { filter.period = Period(day) }
        if let format { return try file(page, filter, format) }
        // There are few regions, and one page shows them all.
        filter.limit = page == .regions ? 200 : Self.rows
        let skipped = try call.query.number("skip", in: 0...Self.mostSkipped) ?? 0
        let cursor = try call.query.one("after").map { try PageCursor(typed: $0) }
        return try answer(call, place: page, filter: form) { [filter] maker in
            try maker.listing(page, filter, after: cursor, skipping: Int(skipped))
        } complete: { shown in
            shown.downloads = downloads(of: page)
        }
    }

    /// The files of a list, with the conditions of the page.
    func downloads(of page: SitePage) -> [(words: String, path: SitePath)] {
        ["csv", "json"].map { format in
            var links = links
            links.path = Route.page.path(language.rawValue, "\(page.word).\(format)")
            return (format.uppercased(), links.same([]))
        }
    }

    private func file(_ page: SitePage, _ filter: Filter, _ format: String) throws -> Answer {
        switch page {
        case .regions: try file(.regions, filter, format, page)
        case .units: try file(.units, filter, format, page)
        case .officials: try file(.officials, filter, format, page)
        case .enrollments: try file(.enrollments(withCitations: true), filter, format, page)
        case .sources: try file(.sources, filter, format, page)
        case .programmes: try file(.programmes, filter, format, page)
        case .events: try file(.events, filter, format, page)
        case .looks: try file(.looks, filter, format, page)
        default: throw Problem.noPage
        }
    }

    /// The pages that are no lists of records and can be downloaded.
    static let downloaded: Set<SitePage> = [.disputes, .due, .review, .duplicates, .history, .search]

    /// The rows of a page that is no list of records, as a file.
    func file(_ call: Call, _ page: SitePage, _ format: String) throws -> Answer {
        switch page {
        case .disputes:
            try file(
                registry.disputes(
                    of: call.query.one("record").map { RecordReference($0) }, settled: call.query.flag("settled")),
                format, page)
        case .due: try file(registry.due(on: day), format, page)
        case .review: try file(registry.reviewQueue(), format, page)
        case .duplicates:
            try file(registry.duplicates(of: call.query.one("kind").map { try RecordKind(typed: $0) }), format, page)
        case .history:
            try file(
                registry.log(of: call.query.one("of").map { RecordReference($0) }, historyFilter(call)), format, page)
        case .search: try file(registry.search(call.query.one("q") ?? "", searchFilter(call)), format, page)
        default: throw Problem.noPage
        }
    }

    private func file<Row: ListingRow>(_ rows: [Row], _ format: String, _ page: SitePage) throws -> Answer {
        try file(Row.self, format, page) { sink in for row in rows { try sink(row) } }
    }

    private func file<Row>(
        _ listing: Listing<Row>, _ filter: Filter, _ format: String, _ page: SitePage
    ) throws -> Answer {
        try file(Row.self, format, page) { sink in try registry.each(listing, filter) { try sink($0) } }
    }

    private func file<Row: ListingRow>(
        _: Row.Type, _ format: String, _ page: SitePage, each: @escaping ((Row) throws -> Void) throws -> Void
    ) throws -> Answer {
        let state = try registry.state()
        let file: SpooledFile
        switch format {
        case "csv":
            file = try SpooledFile.inPieces(
                in: spools,
                { sink in
                    try sink(CSV.line(Row.columns.map(\.name)))
                    try each { row in try sink(CSV.line(row.cells.map { $0?.raw ?? "" })) }
                })
        case "json":
            file = try SpooledFile.inPieces(
                in: spools,
                { sink in
                    try sink("[")
                    var isFirst = true
                    try each { row in
                        try sink((isFirst ? "\n" : ",\n") + JSON.line(row).dropLast())
                        isFirst = false
                    }
                    try sink("\n]\n")
                })
        default: throw Problem.noPage
        }
        var answer = Answer(type: format == "csv" ? .csv : .json, content: .file(file), state: state)
        answer.headers[.contentDisposition] = "attachment; filename=\"\(page.word)-r\(state.revision).\(format)\""
        return answer
    }
}

extension Call {
    /// The query without what every page takes.
    var pageQuery: Query { query.without(["on", "known-at", "after", "skip", PageQuestion.receipt]) }
}
