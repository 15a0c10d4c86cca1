import Foundation
import MusterValues

/// A row of a listing: the same columns feed the table, the CSV and, by name, the JSON.
public protocol ListingRow: Encodable, Sendable {
    /// The columns' names, in order, as the CSV's header has them.
    static var columns: [String] { get }
    /// The columns that a table for people leaves out: what another column or a dossier says.
    static var detailColumns: Set<String> { get }
    /// The values in the order of the columns; nil if there is none.
    var cells: [String?] { get }
}

extension Registry {
    /// Today, in UTC, by the registry's clock.
    var today: Day { Day(String(now().formatted(.iso8601).prefix(10)))! }
}
