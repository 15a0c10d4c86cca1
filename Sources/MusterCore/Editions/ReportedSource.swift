import GRDB
public import MusterValues

/// A source as a report shows it: where it can be found, what it repeats, and what it is cited for.
public struct ReportedSource: Encodable, Sendable {
    /// Its short id.
    public let id: RecordID
    /// Its kind.
    public let kind: SourceKind
    /// Its title.
    public let title: String
    /// Its publisher; nil if none is printed.
    public let publisher: String?
    /// The date on which it was published; nil if no date is printed.
    public let published: StatedDate?
    /// The day on which a copy was kept, `YYYY-MM-DD`; nil if none is.
    public let captured: String?
    /// Its address; nil if it is not known.
    public let url: String?
    /// The sources that it repeats, by id; empty if it speaks for itself.
    public let derivedFrom: [Derivation]
    /// The sources that are one voice with it without being derived from it.
    public let ties: [Tie]
    /// The address of an archived copy; nil if it is not known.
    public let archive: String?
    /// The reason why it is set aside; nil if it counts.
    public let setAside: String?
    /// The remark on it; nil if there is none.
    public let note: String?
    /// The number of citations that point to it, in the report and elsewhere.
    public let citations: Int
    /// The records in the report for which it is cited.
    public internal(set) var citedFor: [RecordID] = []

    /// Another source that is the same voice.
    public struct Tie: Encodable, Hashable, Sendable {
        /// The other source.
        public let source: RecordID
        /// The reason.
        public let reason: Reason
    }

    /// The reasons why two sources are one voice.
    public enum Reason: String, ClosedList {
        /// They have one address but for its form, or one is an archive's copy of the other.
        case address = "one_address"
        /// They have one text, by its SHA-256.
        case text = "one_text"

        /// The name of one value in a message.
        public static var listName: String { "reason of one voice" }

        /// The words for people.
        public var label: Label {
            switch self {
            case .address: Label("one address", "один адрес")
            case .text: Label("one text", "один текст")
            }
        }
    }
}

extension ReportReader {
    /// Some sources with their origins: what they derive from, over any number of steps, is added to them. What ties them
    /// otherwise is read only `withTies`: it costs as much as all else on a page.
    func sources(_ ids: Set<RecordID>, withTies: Bool = true) throws -> [ReportedSource] {
        let all = try ListedSource.all(of: ids, db)
        let numbers = all.map(\.id.number)
        var ties: [RecordID: [ReportedSource.Tie]] = [:]
        for tie in withTies ? try SourceOrigins(of: numbers, db).ties : [] {
            guard let reason = ReportedSource.Reason(tie.reason) else { continue }
            let (one, other) = tie.sources
            ties[one, default: []].append(ReportedSource.Tie(source: other, reason: reason))
            ties[other, default: []].append(ReportedSource.Tie(source: one, reason: reason))
        }
        let details: SQL =
            "SELECT id, captured, archive, note FROM source WHERE id IN \(SQL.list(numbers)) ORDER BY id"
        var more: [RecordID: (captured: String?, archive: String?, note: String?)] = [:]
        try details.each(db) { row in
            more[try row.id(.source)] = (try row.next(), try row.next(), try row.next())
        }
        return all.map { source in
            let more = more[source.id]
            return ReportedSource(
                id: source.id, kind: source.kind, title: source.title, publisher: source.publisher,
                published: source.published, captured: more?.captured, url: source.url,
                derivedFrom: source.derivedFrom, ties: ties[source.id] ?? [],
                archive: more?.archive, setAside: source.setAside, note: more?.note, citations: source.citations)
        }
    }
}

extension ReportedSource.Reason {
    fileprivate init?(_ reason: SourceOrigins.Tie.Reason) {
        switch reason {
        case .address: self = .address
        case .content: self = .text
        case .speaker: return nil
        }
    }
}
