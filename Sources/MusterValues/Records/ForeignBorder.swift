/// A country that a region borders.
public struct ForeignBorder: Codable, Hashable, Sendable {
    /// The country, by ISO 3166-1, such as `PL`.
    public let country: String
    /// The border's kind: `land` or `maritime`.
    public let kind: String

    package init(country: String, kind: String) {
        self.country = country
        self.kind = kind
    }

    /// The country with the kind in brackets, such as "PL (land)".
    public var words: String { "\(country) (\(kind))" }
}
