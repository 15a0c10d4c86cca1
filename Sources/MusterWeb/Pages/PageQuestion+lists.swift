import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension PageQuestion {
    /// The rows on one page of a list.
    private static let rows = 50

    /// A list as a page, or as a file of all its rows.
    func list(_ call: Call, _ page: SitePage, _ kind: ListingKind, _ format: String?) throws -> Answer {
        var filter = try FilterQuery.filter(call.pageQuery, of: kind)
        let takesDay = Condition.on.kinds.contains(kind)
        // Most regions have nothing on record, and the list is short.
        if page == .regions, filter.sort == nil { filter.sort = "-units_on_record" }
        if takesDay, let day { filter.period = Period(day) }
        if let format { return try file(page, filter, format) }
        filter.limit = filter.sort == nil ? Self.rows : 1000
        let cursor = try call.query.one("after").map { try PageCursor(typed: $0) }
        return try answer(call, place: page, filter: FilterForm(kind: kind, query: call.query, sorts: page.sorts)) {
            [filter] maker in
            try maker.listing(page, filter, after: cursor)
        } complete: { shown in
            shown.downloads = ["csv", "json"].map { format in
                var links = links
                links.path = Route.page.path(language.rawValue, "\(page.word).\(format)")
                return (format.uppercased(), links.same([]))
            }
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

    private func file<Row>(
        _ listing: Listing<Row>, _ filter: Filter, _ format: String, _ page: SitePage
    ) throws -> Answer {
        let state = try registry.state()
        let file: SpooledFile
        switch format {
        case "csv":
            file = try SpooledFile.inPieces({ sink in
                try sink(CSV.line(Row.columns.map(\.name)))
                try registry.each(listing, filter) { row in try sink(CSV.line(row.cells.map { $0?.raw ?? "" })) }
            })
        case "json":
            file = try SpooledFile.inPieces({ sink in
                try sink("[")
                var isFirst = true
                try registry.each(listing, filter) { row in
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
    var pageQuery: Query { query.without(["on", "known-at", "after"]) }
}
