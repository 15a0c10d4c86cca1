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
    /// The newest tenure, or every one possible on the day asked about.
    public let tenure: [Tenure]
    /// The date of the tenure; nil if no date is stated or a day was asked about.
    public let date: StatedDate?
    /// The cause of the tenure, in the source's words; nil if none is stated or a day was asked about.
    public let cause: String?
    /// The way in which the source comes to its statement; nil if no citation supports the tenure.
    public let speech: Speech?
    /// The registry's verdict: on the tenure if that is not accepted, otherwise on the post.
    public let standing: Standing
    /// The reason why that standing is not accepted; nil if there is none.
    public let note: String?

    /// The way in which the source comes to its statement; nil if the source simply states it, or if no citation
    /// supports the tenure.
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
