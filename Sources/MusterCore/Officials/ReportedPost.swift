import GRDB
public import MusterValues

/// A post as a report shows it.
public struct ReportedPost: Encodable, Sendable {
    /// Its short id.
    public let id: RecordID
    /// The official.
    public let official: NamedRecord
    /// Its title.
    public let title: String
    /// Its kind.
    public let kind: PostKind
    /// Its level of government; nil if it is not stated.
    public let level: PostLevel?
    /// Its region; nil if it has none or none is stated.
    public let region: NamedRegion?
    /// The newest tenure, or every one that is possible on the day asked about, the likeliest first.
    public internal(set) var tenure: [Tenure] = []
    /// True if the official was killed since, or may have been.
    public internal(set) var isHolderKilled = false
    /// The date of the tenure, or of the holder's death; nil if no date is stated, or if several tenures are possible.
    public internal(set) var date: StatedDate?
    /// The last day, up to the day asked about, on which the evidence shows a tenure; nil if none does.
    public internal(set) var lastHeard: LastHeard?
    /// The tenures that are only planned.
    public internal(set) var plans: [Plan] = []
    /// The grade of the answer that the post was held on the day asked about; nil without a day.
    public let grade: Grade?
    /// The causes of the tenures, in the sources' words; nil if none is stated.
    public internal(set) var cause: String?
    /// The way in which a source comes to its statement, the first that does not simply state it; nil if no citation supports
    /// a tenure.
    public internal(set) var speech: Speech?
    /// The citations on it and on its tenures, in the order in which they were recorded.
    public internal(set) var citations: [ListedCitation] = []
    /// The registry's verdict: on the tenure if that is not accepted, otherwise on the post.
    public internal(set) var standing: Standing
    /// The reason why that standing is not accepted; nil if there is none.
    public internal(set) var note: String?
}

extension ReportedPost {
    /// What is told of the event that a post's tenure comes from.
    struct Told {
        let cause: String?
        let speech: Speech?
        let standing: Standing
        let note: String?
    }

    init(row: inout RowReader, _ regions: RegionNames) throws {
        id = try row.id(.post)
        official = NamedRecord(id: RecordID(.official, try row.next()), name: try row.next() as String)
        title = try row.next()
        kind = try row.list()
        level = try row.optionalList()
        region = try row.region(in: regions)
        grade = try row.grade()
        standing = try row.list()
        note = try row.next()
    }

    /// The SQL for what is told of events, by event.
    static func told(of events: some Sequence<Int64>) -> SQL {
        """
        SELECT v.id, v.cause, (SELECT c.speech FROM citation c WHERE c.event_id = v.id AND c.field = 'value' \
        AND c.stance = 'supports' AND c.standing <> 'rejected' ORDER BY c.id) AS speech, v.standing, v.standing_note \
        FROM event v WHERE v.id IN \(SQL.list(events))
        """
    }

    /// The post with what is seen of its tenure, and what is told of each event among it.
    func showing(_ seen: [Seen], _ told: [Int64: Told]) throws -> Self {
        let held = try ShownTenure(seen)
        let shown = seen.filter { !$0.isPlan }
        var post = self
        (post.tenure, post.plans) = (held.states.states, held.states.plans)
        (post.lastHeard, post.isHolderKilled) = (held.lastHeard, held.isHolderKilled)
        post.date = held.states.states.count + (held.isHolderKilled ? 1 : 0) == 1 ? shown.first?.date : nil
        let all = shown.compactMap { $0.event.flatMap { told[$0] } }
        var causes: [String] = []
        for cause in all.compactMap(\.cause) where !causes.contains(cause) { causes.append(cause) }
        post.cause = causes.isEmpty ? nil : causes.joined(separator: "; ")
        post.speech = all.compactMap(\.speech).first { $0 != .states } ?? all.compactMap(\.speech).first
        if let judged = all.first(where: { $0.standing != .accepted }) {
            (post.standing, post.note) = (judged.standing, judged.note)
        }
        return post
    }
}

extension ReportedPost.Told {
    init(row: inout RowReader) throws {
        cause = try row.next()
        speech = try row.optionalList()
        standing = try row.list()
        note = try row.next()
    }
}
