import GRDB
import MusterValues

/// A listing in the order of one of its columns. All rows are read, so it takes as much memory as the listing is long.
struct SortedListing<Row: ListingRow> {
    private let listing: Listing<Row>
    private let column: Column<Row>
    private let isFromEnd: Bool

    /// The column, with a dash before it for the order from the end.
    var name: String { (isFromEnd ? "-" : "") + column.name }

    /// Reads the name of a column, in any letter case, with a dash before it for the order from the end.
    ///
    /// - Throws: `MusterError.notInList` with the columns.
    init(_ listing: Listing<Row>, by name: String) throws(MusterError) {
        isFromEnd = name.hasPrefix("-")
        let word = name.drop { $0 == "-" }.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
        guard let column = Row.columns.first(where: { $0.name == word }) else {
            throw .outside(
                list: "column of \(listing.kind.rawValue)s", value: name, allowed: Row.columns.map(\.name.spaced))
        }
        (self.listing, self.column) = (listing, column)
    }

    /// All rows: those without a value last, and equal ones in the listing's own order.
    func rows(_ filter: Filter, _ registry: Registry) throws(MusterError) -> [Row] {
        var all = filter
        (all.sort, all.limit) = (nil, nil)
        var keyed: [(key: SortKey?, row: Row)] = []
        try registry.each(listing, all) { row in keyed.append((column.value(row)?.sortKey(in: column.name), row)) }
        if !keyed.isEmpty, keyed.allSatisfy({ $0.key == nil }) {
            throw .usage(
                "no row has a value in the column \(quoted(column.name.spaced))"
                    + (filter.period == nil ? ", which has values for a day alone, or none at all" : ""),
                fix: .leaveOut([.sort]))
        }
        let sorted = keyed.enumerated().sorted { one, other in
            guard let key = one.element.key else { return other.element.key == nil && one.offset < other.offset }
            guard let second = other.element.key else { return true }
            if key == second { return one.offset < other.offset }
            return isFromEnd ? second < key : key < second
        }
        return sorted.map(\.element.row)
    }
}
