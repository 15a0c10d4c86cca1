public import MusterValues

/// The place where a page of a listing ended, such as `E50@57`: the last record on the page, and the revision that was
/// listed. The next page is read as known at that revision, so that pages agree while others write.
public struct PageCursor: Hashable, Sendable, CustomStringConvertible {
    /// The last record on the page.
    public let record: RecordID
    /// The newest revision when the page was read.
    public let revision: Int64

    init(record: RecordID, revision: Int64) {
        self.record = record
        self.revision = revision
    }

    /// Reads a cursor from its text.
    ///
    /// - Throws: `MusterError.badValue` for any other text.
    public init(typed text: String) throws(MusterError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let record = RecordID(String(parts[0])), let revision = Int64(parts[1]),
            parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
        else { throw Self.refused(text, "give the record and the revision that the page before named, as E50@57") }
        self.init(record: record, revision: revision)
    }

    /// The error for a cursor that breaks a rule.
    func refused(_ rule: String) -> MusterError { Self.refused(description, rule) }

    private static func refused(_ text: String, _ rule: String) -> MusterError {
        .badValue(field: "place to go on after", value: text, rule: rule)
    }

    /// The record's short id or code, and the revision.
    public var description: String { "\(record)@\(revision)" }
}
