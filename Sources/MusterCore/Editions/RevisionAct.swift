import GRDB
public import MusterValues

/// What a revision did that no field of a record tells.
public struct RevisionAct: Encodable, Hashable, Sendable {
    /// The revision.
    public let revision: Int64
    /// What it did.
    public let act: Kind
    /// The revision that it undid; nil for any other act.
    public var undoes: Int64?
    /// The record that it merged into another; nil for any other act.
    public var gone: RecordID?
    /// The record that this one is part of now; nil for any other act.
    public var kept: RecordID?
    /// The number of earlier versions that it took the words out of; nil for any other act.
    public var versions: Int?

    /// The acts.
    public enum Kind: String, Encodable, Sendable {
        /// It undid another revision.
        case undid
        /// It merged a record into another.
        case merged
        /// It took the words out of earlier versions.
        case redacted
    }
}

extension Registry {
    /// What the revisions after one and up to another did that no field of a record tells, by revision.
    package func acts(after first: Int64, to last: Int64) throws(MusterError) -> [RevisionAct] {
        try read { db in
            let span: SQL = "revision > \(first) AND revision <= \(last)"
            let undone: SQL = "SELECT revision, undoes FROM reversal WHERE \(span)"
            let merged: SQL =
                "SELECT revision, kind, gone, kept FROM merge_history WHERE deleted = 0 AND \(span) ORDER BY id"
            let redacted: SQL = "SELECT revision, count(*) FROM redaction WHERE \(span) GROUP BY 1"
            let acts =
                try undone.all(db) { row in
                    RevisionAct(revision: try row.next(), act: .undid, undoes: try row.next())
                }
                + merged.rows(db).compactMap { row in
                    guard let kind = RecordKind(name: try row.get("kind")) else { return nil }
                    return RevisionAct(
                        revision: try row.get("revision"), act: .merged, gone: RecordID(kind, try row.get("gone")),
                        kept: RecordID(kind, try row.get("kept")))
                }
                + redacted.all(db) { row in
                    RevisionAct(revision: try row.next(), act: .redacted, versions: try row.next())
                }
            // Sorting keeps the order of what one revision did.
            return acts.enumerated().sorted { ($0.element.revision, $0.offset) < ($1.element.revision, $1.offset) }
                .map(\.element)
        }
    }
}
