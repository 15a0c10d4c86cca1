import GRDB
import MusterValues

/// A group with clean text and a region that is on the register.
struct CheckedGroup {
    let who: String
    let level: PostLevel?
    let kind: PostKind?
    let region: RecordID?
    let least: Int
    let most: Int?
    /// The group that may be the same people; nil if there is none.
    let perhapsSameAs: RecordID?
    /// The number as the user entered it; nil if the source only uses a plural.
    let statedSize: String?

    /// What nobody gave and the registry concludes, in words: the level from the kind of post, the least from the plural.
    let concluded: [String]

    init(new: NewGroup, db: Database) throws {
        who = try RecordKind.enrollment.clean(new.who, .group)
        kind = new.kind
        level = new.level ?? new.kind?.level
        region = try new.region.map { try Resolver(db: db).entered(region: $0) }
        perhapsSameAs = try new.perhapsSameAs.map { try Resolver(db: db).resolve($0, among: [.enrollment]) }
        // A plural means at least two, unless the most is given as one.
        least = new.least ?? min(2, new.most ?? 2)
        most = new.most
        try GroupSize(least: least, most: most).check()
        let size = Headcount.words(least: least, most: most)
        concluded = [
            new.level == nil ? level?.words : nil, new.least == nil && new.most == nil ? "\(size) people" : nil,
        ].compactMap(\.self)
        statedSize = new.least == nil && new.most == nil ? nil : size
    }
}
