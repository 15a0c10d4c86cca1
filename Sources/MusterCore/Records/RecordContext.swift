import GRDB
import MusterValues

/// The values that tell records with the same name apart.
public struct RecordContext: Encodable, Hashable, Sendable {
    /// An official's first post, with its title; nil for other kinds.
    public let post: NamedRecord?
    /// The region of that post, or of a unit; nil if there is none.
    public let region: NamedRegion?
    /// A region's kind, such as "oblast"; nil for other kinds.
    public let regionKind: String?
    /// A source's publisher; nil if there is none.
    public let publisher: String?
    /// The date on which a source was published; nil if no date is printed.
    public let published: StatedDate?

    init(
        post: NamedRecord? = nil, region: NamedRegion? = nil, regionKind: String? = nil, publisher: String? = nil,
        published: StatedDate? = nil
    ) {
        self.post = post
        self.region = region
        self.regionKind = regionKind
        self.publisher = publisher
        self.published = published
    }

    /// The values in a few words, such as "Governor, RU-KGD"; nil if there are none.
    public var words: String? {
        let parts = [post?.name, region?.code, regionKind, publisher, published?.edtf].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension RecordTitles {
    /// The values that tell records with the same name apart: an official's first post, a unit's region, a region's
    /// kind, a source's publisher and date.
    func context(_ id: RecordID) throws -> RecordContext {
        let sql: String
        switch id.kind {
        case .official:
            sql = """
                SELECT p.id, p.title, p.region_code, r.text FROM post p LEFT JOIN name r \
                ON r.region_code = p.region_code AND r.nature = 'primary' WHERE p.official_id = ? ORDER BY p.id LIMIT 1
                """
        case .unit:
            sql = """
                SELECT u.region_code, r.text FROM unit u LEFT JOIN name r \
                ON r.region_code = u.region_code AND r.nature = 'primary' WHERE u.id = ?
                """
        case .region: sql = "SELECT kind FROM region WHERE code = ?"
        case .source:
            sql = "SELECT publisher, published, published_earliest, published_latest FROM source WHERE id = ?"
        case .programme, .post, .enrollment, .event, .citation: return RecordContext()
        }
        var context = RecordContext()
        try db.cachedStatement(sql: sql).eachRow([id.databaseKey]) { row in
            context =
                switch id.kind {
                case .official: try RecordContext(post: row.record(.post), region: row.region())
                case .unit: try RecordContext(region: row.region())
                case .region: try RecordContext(regionKind: row.next())
                default: try RecordContext(publisher: row.next(), published: row.date())
                }
        }
        return context
    }
}
