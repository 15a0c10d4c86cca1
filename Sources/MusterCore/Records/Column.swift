/// A column of a listing.
public struct Column<Row>: Sendable {
    /// The column's name, as the CSV header has it.
    public let name: String
    /// True if the table for people leaves this column out, because another column or a dossier says the same.
    public let isDetail: Bool
    /// A row's value; nil if it has none.
    public let value: @Sendable (Row) -> Value?

    /// A column that shows a field, under the field's name.
    init(_ field: FieldName, isDetail: Bool = false, _ value: @escaping @Sendable (Row) -> Value?) {
        self.init(field.rawValue, isDetail: isDetail, value)
    }

    init(_ name: String, isDetail: Bool = false, _ value: @escaping @Sendable (Row) -> Value?) {
        self.name = name
        self.isDetail = isDetail
        self.value = value
    }
}
