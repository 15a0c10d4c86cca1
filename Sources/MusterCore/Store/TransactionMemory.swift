import MusterValues

/// What a write of many records has read of the register, so that each thing is read once.
///
/// Danger: only a write that changes no record but adds some may keep this.
struct TransactionMemory {
    /// The titles of records.
    private(set) var titles: [RecordID: String] = [:]
    /// The sources that are not set aside.
    var usableSources: Set<Int64> = []
    /// The kinds of posts that titles in regions tell, by both; nil for a title that tells none.
    private(set) var postKinds: [[String]: PostKind?] = [:]

    /// The entries of each kind that are kept, so that memory does not grow with the file.
    private static let most = 10_000

    /// Keeps the title of a record.
    mutating func keep(_ title: String, of id: RecordID) {
        if titles.count == Self.most { titles.removeAll(keepingCapacity: true) }
        titles[id] = title
    }

    /// Keeps the kind of post that a title in a region tells.
    mutating func keep(_ kind: PostKind?, of title: [String]) {
        if postKinds.count == Self.most { postKinds.removeAll(keepingCapacity: true) }
        postKinds[title] = .some(kind)
    }

    /// Forgets everything: records that were read were taken back.
    mutating func forget() { self = TransactionMemory() }
}

extension Transaction {
    /// The title of a record, such as "E3 Dmitry Novikov in BARS-Kursk" without the short id.
    func title(_ id: RecordID) throws -> String {
        if let known = memory?.titles[id] { return known }
        let title = try RecordTitles(db: db).title(id)
        memory?.keep(title, of: id)
        return title
    }
}
