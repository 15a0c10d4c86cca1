import Foundation
import MusterValues

/// A row of a listing. The table and the CSV are made from its columns, the JSON from its properties.
public protocol ListingRow: Encodable, Sendable {
    /// The columns in order.
    static var columns: [Column<Self>] { get }
    /// A line below the table that a row asks for, such as who claims its territory; nil for none.
    var footnote: String? { get }
}

extension ListingRow {
    /// No line.
    public var footnote: String? { nil }

    /// The values in the order of the columns.
    public var cells: [Value?] { Self.columns.map { $0.value(self) } }
}

extension Registry {
    /// Today's date in UTC, by the registry's clock.
    var today: Day { Day(of: now()) }
}
