public import MusterValues

/// A row of a file of officials that a person must look at, because the name is similar to one on the register.
public struct RowToReview: ListingRow {
    /// The number of the row in the file; the first row below the header is 1.
    public let row: Int
    /// The name as written in the file.
    public let name: String
    /// The officials with the same name or a similar one.
    public let looksLike: [Candidate]

    /// The columns.
    public static let columns: [Column<RowToReview>] = [
        Column("row") { .number(Int64($0.row)) },
        Column("name") { .text($0.name) },
        Column("looks_like") { .text($0.looksLike.map(\.words).joined(separator: "; ")) },
    ]
}
