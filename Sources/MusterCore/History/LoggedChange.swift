public import MusterValues

/// The records of one table that a revision added, changed, removed or redacted.
public struct LoggedChange: Codable, Hashable, Sendable {
    /// The ways in which a revision can change a record.
    public enum Change: String, CaseIterable, Codable, Sendable {
        /// The records were not there before, or had been undone.
        case added
        /// The records were there before.
        case changed
        /// The records were undone, or disappeared in a merge.
        case removed
        /// Earlier versions of the records lost their content.
        case redacted
    }

    /// The change.
    public let change: Change
    /// The kind of thing that changed: a table, such as `citation`; or `record`, `reason` or `earlier_version` if
    /// redacted.
    public let what: String
    /// The records if there are few, with the words for them now; otherwise empty. One that is no longer on the register has no
    /// words.
    public let records: [NamedRecord]
    /// The number of records.
    public let count: Int

    /// The records in words, such as "U1 BARS-Kursk, U2 BARS-Bryansk" or "3 citations".
    var words: String {
        records.isEmpty
            ? "\(count) \(what.spaced)\(count == 1 ? "" : "s")"
            : records.map(\.words).joined(separator: ", ")
    }
}

extension LoggedRevision {
    /// The changes in words, such as "added O1 Ivan Petrov, 2 citations; changed U1 BARS-Kursk".
    public var what: String {
        let kinds: [LoggedChange.Change] = [.redacted, .added, .changed, .removed]
        let changed = kinds.compactMap { kind -> String? in
            let words = changes.filter { $0.change == kind }.map(\.words)
            return words.isEmpty ? nil : "\(kind.rawValue) \(words.joined(separator: ", "))"
        }
        return (changed + differences.map { $0.words(besides: asked) }).joined(separator: "; ")
    }
}

extension Difference {
    /// The change in one phrase, with the record if it is not the one that the user asked about.
    fileprivate func words(besides id: RecordID?) -> String {
        let whose = record == id ? "" : "\(name) "
        if before?.words == after?.words {
            return citedSince.isEmpty ? "\(whose)a citation of \(field.words) removed" : "\(whose)\(field.words) cited"
        }
        let values = [before?.words, after?.words].compactMap(\.self)
        let arrow =
            before == nil || after == nil
            ? values.joined() + (after == nil && before != nil ? " taken away" : "") : values.joined(separator: " → ")
        return "\(whose)\(field.words): \(arrow)"
    }
}
