import GRDB
public import MusterValues

/// The conditions that narrow the log; all given ones must hold, and a nil one does not narrow it.
public struct LogFilter: Hashable, Sendable {
    /// The author, in any letter case; a part of the name, if no author has it whole.
    public var author: String?
    /// The first day, UTC.
    public var since: Day?
    /// The last day, UTC; it belongs to the answer.
    public var until: Day?
    /// The kind of record that a revision added, changed or removed.
    public var kind: RecordKind?
    /// The revisions by number; nil for all.
    public var revisions: ClosedRange<Int64>?

    /// Makes a filter that does not narrow anything.
    public init() {}

    /// The condition on revision `r`.
    ///
    /// - Throws: `MusterError.notInList` for an author who wrote nothing; `MusterError.usage` for days that end before they begin.
    func condition(_ db: Database) throws -> SQL {
        var parts: [SQL] = ["r.id > 0"]
        if let author {
            let known = try String.fetchAll(db, sql: "SELECT DISTINCT author FROM revision ORDER BY author")
            let word = Text.folded(author)
            let whole = known.filter { Text.folded($0) == word }
            let same = whole.isEmpty ? known.filter { Text.folded($0).contains(word) } : whole
            if same.isEmpty {
                throw MusterError.outside(list: "author in the log", value: author, allowed: known)
            }
            parts.append("r.author IN \(try SQL.list(same))")
        }
        if let since, let until, until < since {
            throw MusterError.usage("the log would end on \(until), before it begins on \(since)")
        }
        if let since { parts.append("r.at >= \(since.description)") }
        if let until { parts.append("r.at < \(until.description + "U")") }
        if let kind { parts.append("EXISTS (SELECT 1 FROM \(sql: kind.name)_history k WHERE k.revision = r.id)") }
        if let revisions {
            parts.append("r.id BETWEEN \(revisions.lowerBound) AND \(revisions.upperBound)")
        }
        return parts.joined(separator: " AND ")
    }
}
