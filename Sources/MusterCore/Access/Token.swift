public import MusterValues

/// A token: who may do what through the service, until when.
public struct Token: ListingRow, Decodable, Hashable {
    /// Its short id, such as "T1".
    public let id: String
    /// The author of what is written with it.
    public let name: String
    /// What its bearer may do.
    public let role: Role
    /// The time at which it was made, in UTC.
    public let made: String
    /// The last day on which it is taken; nil if it has none.
    public let until: Day?
    /// The time at which it was revoked; nil if it was not.
    public let revoked: String?

    /// The columns of the listing.
    public static let columns: [Column<Token>] = [
        Column("id") { .text($0.id) },
        Column("name") { .text($0.name) },
        Column("role") { .list($0.role) },
        Column("made") { .text($0.made) },
        Column("until") { ($0.until?.description).map(Value.text) },
        Column("revoked") { $0.revoked.map(Value.text) },
    ]
}

/// A token that was just made, with its secret, which is kept nowhere.
public struct NewToken: Hashable, Sendable {
    /// The secret, which its bearer shows: "muster_" and 43 letters, digits, "-" and "_".
    public let secret: String
    /// The token.
    public let token: Token
}
