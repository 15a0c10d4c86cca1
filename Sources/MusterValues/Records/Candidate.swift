/// A record that a person may have meant, and the reason for it.
public struct Candidate: Hashable, Sendable {
    /// The record.
    public let record: DescribedRecord
    /// The reason why it may be meant; nil if the text is one of its names.
    public let why: MatchReason?
    /// The number of its region, if the text names a unit by that number, as "BARS 39" does; otherwise nil.
    public let regionNumber: String?

    package init(_ record: DescribedRecord, why: MatchReason? = nil, regionNumber: String? = nil) {
        self.record = record
        self.why = why
        self.regionNumber = regionNumber
    }

    /// The record, what tells it apart from its namesakes, and the reason in a few words, such as "O1 Dmitry Novikov (Governor,
    /// RU-KGD): the initial fits".
    public var words: String { named + (why.map { ": \($0.label.english)" } ?? "") }

    /// The record and what tells it apart from its namesakes, without the reason.
    public var named: String {
        let isTold = record.id.kind == .unit && regionNumber == nil
        let about = isTold ? record.about.words.map { " (\($0))" } : nil
        return record.words + (about ?? "") + (regionNumber.map { " (its region's number is \($0))" } ?? "")
    }
}

extension Candidate: Encodable {
    private enum Key: String, CodingKey {
        case id, name, about, why
    }

    /// Encodes the record's id, name and context, and the reason. The number of the region is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(record.id, forKey: .id)
        try container.encode(record.title, forKey: .name)
        try container.encode(record.about, forKey: .about)
        try container.encode(why, forKey: .why)
    }
}
