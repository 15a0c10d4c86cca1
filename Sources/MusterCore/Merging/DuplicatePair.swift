public import MusterValues

/// Two records that may be the same.
public struct DuplicatePair: ListingRow, Decodable {
    /// The likelihood, from 1 to 99: it puts pairs in order and is not a probability.
    public let score: Int
    /// Their kind.
    public let kind: RecordKind
    /// The record with the lower id.
    public let one: Record
    /// The record with the higher id.
    public let other: Record
    /// The reasons for and against; the first is the one that found the pair.
    public let reasons: [Reason]

    /// One record of the pair.
    public struct Record: Codable, Hashable, Sendable {
        /// Its short id.
        public let id: RecordID
        /// Its name or title.
        public let name: String
        /// The post, region or publisher that tells it apart.
        public let about: RecordContext
    }

    /// A reason for or against the pair.
    public struct Reason: Codable, Hashable, Sendable {
        /// The kind of reason.
        public let reason: MatchReason
        /// The points that it adds to the score; negative if it speaks against the pair.
        public let points: Int
        /// The region that both have; nil if the reason names no region.
        public let region: NamedRegion?
        /// The unit that both are enrolled in; nil if the reason names no unit.
        public let unit: NamedRecord?
    }

    /// The columns.
    public static let columns: [Column<DuplicatePair>] = [
        Column("score") { .number(Int64($0.score)) },
        Column("kind", isDetail: true) { .text($0.kind.name) },
        Column("id") { .record($0.one.id) },
        Column("name") { .text($0.one.name) },
        Column("about") { $0.one.about.words.map(Value.text) },
        Column("other") { .record($0.other.id) },
        Column("other_name") { .text($0.other.name) },
        Column("other_about") { $0.other.about.words.map(Value.text) },
        Column("why") { $0.why },
    ]

    /// The reasons, each with its region or unit; nil if there are none.
    var why: Value? {
        .each(
            reasons.map { reason in
                let subject = reason.region?.code ?? reason.unit?.id.description
                let word = Value.labelled(reason.reason)
                return subject.map { .several([word, .text($0)], separator: ", ") } ?? word
            })
    }
}
