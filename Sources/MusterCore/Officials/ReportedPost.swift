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
    /// Its region's code; nil where it has none.
    public let region: String?
    /// What became of it: the newest tenure, or all possible ones on the day asked about; nil where nothing is stated.
    public let tenure: String?
    /// When, EDTF; nil where no date is stated.
    public let date: String?
    /// Why, as the source gives it.
    public let cause: String?
    /// How the source comes to say so: nil where it states it, or where nothing is stated.
    public let speech: Speech?
    /// The registry's judgement: the tenure's, where that is not accepted, otherwise the post's.
    public let standing: Standing
    /// Why the standing is not accepted.
    public let note: String?
}

extension ReportedPost {
    init(row: Row, onDay: Bool) {
        id = RecordID(.post, row["id"])
        official = RecordID(.official, row["official_id"])
        name = row["name"]
        title = row["title"]
        region = row["region_code"]
        tenure = row["tenure"]
        date = onDay ? nil : row["date"]
        cause = onDay ? nil : row["cause"]
        let said = (row["speech"] as String?).flatMap(Speech.init(rawValue:))
        speech = said == .states ? nil : said
        let isJudged = row["standing"] != nil && row["standing"] != Standing.accepted.rawValue
        standing = Standing(rawValue: row[isJudged ? "standing" : "post_standing"])!
        note = row[isJudged ? "standing_note" : "post_note"]
    }
}
