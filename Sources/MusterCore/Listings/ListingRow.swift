import Foundation
import MusterValues

/// A row of a listing. The table and the CSV are made from its columns, the JSON from its properties.
public protocol ListingRow: Encodable, Sendable {
    /// The columns in order.
    static var columns: [Column<Self>] { get }
}

extension ListingRow {
    /// The values in the order of the columns.
    public var cells: [Value?] { Self.columns.map { $0.value(self) } }
}

extension Registry {
    /// Today's date in UTC, by the registry's clock.
    var today: Day { Day(of: now()) }
}
