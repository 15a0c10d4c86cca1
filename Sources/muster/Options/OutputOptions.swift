import ArgumentParser
import MusterCore
import MusterValues

/// The options for the form of the output.
struct OutputOptions: ParsableArguments {
    /// The formats.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    @Option(help: "How to write it.")
    var format: Format = .table

    /// Writes rows; `noneMessage` is the note instead of a table without rows.
    func write<Row: ListingRow>(_ rows: [Row], noneMessage: String) throws {
        var printer = RowPrinter<Row>(format)
        for row in rows { try printer.add(row) }
        try printer.end(none: noneMessage)
    }
}

/// The option that goes on with a listing.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Go on after the page before, at its revision.", valueName: "place"))
    var after: String?
}

/// A command that prints a listing.
protocol ListingCommand: ParsableCommand {
    var output: OutputOptions { get }
    var page: PageOptions { get }
    var past: ReadOptions { get }
}

extension ListingCommand {
    /// Prints a listing as it is read, and the place to go on from if a limit cut it short.
    func print<Row>(_ listing: Listing<Row>, _ filter: Filter) throws {
        let cursor = try page.after.map { try PageCursor(typed: $0) }
        var printer = RowPrinter<Row>(output.format)
        let next = try past.reading().each(listing, filter, after: cursor) { try printer.add($0) }
        try printer.end(none: cursor == nil ? "no \(listing.kind.rawValue)s match" : "nothing more matches")
        if let next { Output.printNote("there are more: the same command with --after \(next) goes on") }
    }
}
