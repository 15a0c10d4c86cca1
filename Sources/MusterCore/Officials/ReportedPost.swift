import GRDB
public import MusterValues

/// A post as a report shows it.
public struct ReportedPost: Encodable, Sendable {
    /// Its short id.
    public let id: RecordID
    /// The official's short id.
    public let official: RecordID
    /// The official's name.
    public let name: String
    /// Its title.
    public let title: String
    /// Its region's code; nil if it has none.
    public let region: String?
    /// What became of it: the newest tenure, or all possible ones on the day asked about; nil if nothing is stated.
    public let tenure: String?
    /// When, EDTF; nil if no date is stated.
    public let date: String?
    /// Why, as the source gives it.
    public let cause: String?
    /// How the source comes to say so: nil if it states it, or where nothing is stated.
    public let speech: Speech?
    /// The registry's judgement: the tenure's, where that is not accepted, otherwise the post's.
    public let standing: Standing
    /// Why the standing is not accepted.
    public let note: String?
}

extension ReportedPost {
    init(row: Row, onDay: Bool) throws {
        id = RecordID(.post, try row.get("id"))
        official = RecordID(.official, try row.get("official_id"))
        name = try row.get("name")
        title = try row.get("title")
        region = try row.get("region_code")
        tenure = try row.get("tenure")
        date = onDay ? nil : try row.get("date")
        cause = onDay ? nil : try row.get("cause")
        let said = try row.optionalList("speech", Speech.self)
        speech = said == .states ? nil : said
        let own = try row.optionalList("standing", Standing.self)
        let isJudged = own != nil && own != .accepted
        standing = try row.list(isJudged ? "standing" : "post_standing")
        note = try row.get(isJudged ? "standing_note" : "post_note")
    }
}
