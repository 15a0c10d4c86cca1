import ArgumentParser
import MusterCore

/// What a listing is narrowed to; the options combine.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A region with its districts, by code or name.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("A federal district, as Northwestern.", valueName: "name"))
    var federalDistrict: String?

    @Option(
        help: ArgumentHelp("Regions that border a country (LT) or a bloc's members (NATO) on land.", valueName: "code"))
    var borders: String?

    @Flag(help: "Count borders at sea too.")
    var sea = false

    @Option(help: ArgumentHelp("A programme, as BARS.", valueName: "name"))
    var programme: String?

    @Option(help: ArgumentHelp("A unit's status or form, a post's tenure, an enrollment's state.", valueName: "state"))
    var state: String?

    @Option(help: ArgumentHelp("accepted, disputed, needs work or rejected.", valueName: "standing"))
    var standing: String?

    @Option(help: ArgumentHelp("A unit.", valueName: "unit"))
    var unit: String?

    @Option(help: ArgumentHelp("An official.", valueName: "official"))
    var official: String?

    @Option(help: ArgumentHelp("The state on a day, YYYY-MM-DD: definitely or possibly.", valueName: "day"))
    var on: String?

    @Option(help: ArgumentHelp("The most rows.", valueName: "number"))
    var limit: Int?

    func filter() throws(MusterError) -> Filter {
        var filter = Filter()
        filter.region = region
        filter.federalDistrict = federalDistrict
        filter.borders = borders
        filter.sea = sea
        filter.programme = programme
        filter.state = state
        filter.standing = try standing.map { text throws(MusterError) in try Standing(typed: text) }
        filter.unit = unit
        filter.official = official
        filter.day = try on.map { text throws(MusterError) in try Day(typed: text) }
        filter.limit = limit
        return filter
    }
}

/// How a listing or a record is written.
struct OutputOptions: ParsableArguments {
    /// The formats.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    @Option(help: "How to write it.")
    var format: Format = .table

    /// Writes the rows of a listing.
    func write<Row: Listed>(_ rows: [Row], noneMessage: String) throws {
        switch format {
        case .table:
            if rows.isEmpty { return Output.remark(noneMessage) }
            let cells = rows.map(\.cells)
            let shown = Row.columns.indices.filter { column in
                if Row.columns[column] == "standing", cells.allSatisfy({ $0[column] == Standing.accepted.words }) {
                    return false
                }
                return !Row.detailColumns.contains(Row.columns[column])
            }
            let table = Table(columns: shown.map { Row.columns[$0] }, rows: cells.map { row in shown.map { row[$0] } })
            try Output.write(table.text(for: .standard))
        case .json: try JSON.array(rows) { try Output.write($0) }
        case .csv:
            try Output.write(CSV.line(Row.columns))
            // A piece at a time: a long listing as one text would be in memory twice.
            for start in stride(from: 0, to: rows.count, by: 1000) {
                try Output.write(rows[start..<min(start + 1000, rows.count)].map { CSV.line($0.cells) }.joined())
            }
        }
    }
}
