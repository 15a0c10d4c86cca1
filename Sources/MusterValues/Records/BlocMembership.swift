/// A country's membership of a bloc, such as NATO.
public struct BlocMembership: Codable, Hashable, Sendable {
    /// The country, by ISO 3166-1.
    public let country: String
    /// The first day, `YYYY-MM-DD`.
    public let since: String
    /// The last day, `YYYY-MM-DD`; nil if the country is still a member.
    public let until: String?

    package init(country: String, since: String, until: String?) {
        self.country = country
        self.since = since
        self.until = until
    }

    /// The country with its days, such as "PL, 1999-03-12 to now".
    public var words: String { "\(country), \(since) to \(until ?? "now")" }
}
