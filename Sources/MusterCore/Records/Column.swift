/// A column of a listing.
public struct Column<Row>: Sendable {
    /// Its name, as the header of the CSV has it.
    public let name: String
    /// True if a table for people leaves it out, because another column or a dossier says the same.
    public let isDetail: Bool
    /// A row's value; nil if it has none.
    public let value: @Sendable (Row) -> Value?

    init(_ name: String, isDetail: Bool = false, _ value: @escaping @Sendable (Row) -> Value?) {
        self.name = name
        self.isDetail = isDetail
        self.value = value
    }
}
