import Foundation
import MusterValues

/// A row of a listing. Its columns make the table and the CSV, its properties the JSON.
public protocol ListingRow: Encodable, Sendable {
    /// The columns in order.
    static var columns: [Column<Self>] { get }
}

extension ListingRow {
    /// The values in the order of the columns.
    public var cells: [Value?] { Self.columns.map { $0.value(self) } }
}

extension Registry {
    /// Today, in UTC, by the registry's clock.
    var today: Day { Day(String(now().formatted(.iso8601).prefix(10)))! }
}
