public import MusterValues

/// What is due for one reason: the number of records, and the first of them.
public struct DueGroup: Encodable, Sendable {
    /// The reason.
    public let kind: DueKind
    /// The number of records.
    public let count: Int
    /// The first of them, in the order in which all are listed.
    public let first: [Due]
}
