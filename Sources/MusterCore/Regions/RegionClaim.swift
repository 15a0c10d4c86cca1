import GRDB
public import MusterValues

/// What a source says of who claims or administers a territory. The registry settles no border, so each claim is its source's.
public struct RegionClaim: Codable, Hashable, Sendable {
    /// The region's code.
    public let region: String
    /// What is claimed: `claimed_by` or `administered_by`.
    public let field: FieldName
    /// Who claims or administers it, as the source states.
    public let stated: String
    /// When it was so, as the source states; nil if it does not say.
    public let held: StatedDate?
    /// The source, by its title.
    public let source: NamedRecord

    /// The claim with its source, as "administered by Russia for 2014-03/.. (S28)".
    public var words: String {
        "\(field.words) \(stated)\(held.map { " for \($0.edtf)" } ?? "") (\(source.id))"
    }

    private static let fields: [FieldName] = [.administeredBy, .claimedBy]

    /// The claims on regions, and on the regions of districts, by code: who administers it first.
    ///
    /// - Parameters:
    ///   - regions: the codes.
    ///   - period: the days that are asked about; a claim for another time is left out. Nil for every claim.
    ///   - db: the registry.
    /// - Returns: the claims that are not rejected; a region without one is left out.
    /// - Throws: an error of SQLite.
    static func all(on regions: Set<String>, in period: Period?, _ db: Database) throws -> [String: [RegionClaim]] {
        let sql: SQL = """
            SELECT r.code, c.field, c.stated, c.held, c.held_earliest, c.held_latest, c.source_id, s.title \
            FROM region r JOIN citation c ON c.region_code IN (r.code, r.parent) AND c.field IN \(SQL.list(stored: fields.map(\.rawValue))) \
            AND c.stance = 'supports' AND c.standing <> 'rejected' JOIN source s ON s.id = c.source_id AND s.set_aside IS NULL \
            WHERE r.code IN \(try SQL.list(regions.sorted())) ORDER BY r.code, c.field, coalesce(c.held_earliest, ''), c.id
            """
        var claims: [String: [RegionClaim]] = [:]
        try sql.each(db) { row in
            let (code, field): (String, String) = (try row.next(), try row.next())
            let stated: String = try row.next()
            let held = try row.date()
            guard let name = FieldName(rawValue: field), let source = try row.record(.source) else {
                throw row.unreadable()
            }
            if let period, let span = held?.span, !span.touches(period) { return }
            let claim = RegionClaim(region: code, field: name, stated: stated, held: held, source: source)
            claims[code, default: []].append(claim)
        }
        return claims
    }

    /// The claims on a territory as one line, as "UA-43: administered by Russia for 2014-03/.. (S28); claimed by Ukraine (S28)"; nil if
    /// there are none.
    static func footnote(_ claims: [RegionClaim]) -> String? {
        var codes: [String] = []
        for claim in claims where !codes.contains(claim.region) { codes.append(claim.region) }
        let lines = codes.map { code in
            "\(code): \(claims.filter { $0.region == code }.map(\.words).joined(separator: "; "))"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "; ")
    }
}
