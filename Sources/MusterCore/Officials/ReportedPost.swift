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
    /// The newest tenure, or all possible ones on the day asked about.
    public let tenure: [Tenure]
    /// The date of the tenure; nil if no date is stated or a day was asked about.
    public let date: StatedDate?
    /// Why, as the source gives it.
    public let cause: String?
    /// The way in which the source comes to say so; nil if nothing is stated.
    public let speech: Speech?
    /// The registry's judgement: the tenure's, where that is not accepted, otherwise the post's.
    public let standing: Standing
    /// Why the standing is not accepted.
    public let note: String?

    /// The way in which the source comes to say so; nil if it states it, or if nothing is stated.
    var said: Value? { speech == .states ? nil : speech.map { .list($0) } }
}

extension ReportedPost {
    init(row: inout RowReader, onDay: Bool, _ regions: RegionNames) throws {
        id = try row.id(.post)
        official = NamedRecord(id: RecordID(.official, try row.next()), name: try row.next() as String)
        title = try row.next()
        kind = try row.list()
        level = try row.optionalList()
        region = try row.region(in: regions)
        tenure = try row.states(onDay: onDay)
        date = try row.date()
        cause = try row.next()
        speech = try row.optionalList()
        let post = (standing: try row.list(Standing.self), note: try row.next() as String?)
        let event = (standing: try row.optionalList(Standing.self), note: try row.next() as String?)
        if let judged = event.standing, judged != .accepted {
            (standing, note) = (judged, event.note)
        } else {
            (standing, note) = post
        }
    }
}
