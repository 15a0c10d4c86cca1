/// Every refusal muster makes, as a closed list: the message, the exit code and later the HTTP status derive from the
/// case.
///
/// A message is one phrase: lower case, the value quoted, the rule stated, the fix after a semicolon. No message holds
/// SQL, or a path other than the one the user gave.
public enum MusterError: Error, Hashable, Sendable {
    /// A call whose parts contradict each other, such as a filter that the listing does not know.
    case usage(String, fix: Remedy? = nil)
    /// A value that breaks the rule for its field.
    case badValue(field: String, value: String, rule: String, fix: Remedy? = nil)
    /// A text that is not a date; the phrase is the date's own refusal.
    case badDate(String)
    /// A value outside a closed list; `allowed` is the whole list in its order, `nearest` are the words closest to the
    /// value.
    case notInList(list: String, value: String, allowed: [String], nearest: [String] = [])
    /// Something that a record cannot be made without; `fix` says how to give it.
    case missing(what: String, fix: Remedy)
    /// An import file that cannot be read in its expected form.
    case badFile(path: String, rule: String, fix: Remedy? = nil)
    /// A region code that is not on the register; `nearest` are the codes and names closest to it.
    case unknownRegion(String, nearest: [NamedRegion])
    /// A record that is not on the register; `kinds` are the kinds looked for, `nearest` are the names closest to the
    /// text, and `suggested` are the records that a search finds for it.
    case unknownRecord(
        String, among: [RecordKind], nearest: [String] = [], suggested: [Candidate] = [], fix: Remedy? = nil)
    /// A name that more than one record has; nothing was changed.
    case ambiguous(String, candidates: [Candidate])
    /// A rule of the register that the change breaks.
    case refused(rule: String, fix: Remedy? = nil)
    /// Something that is on the register already; `id` is its short id.
    case taken(what: String, value: String, id: RecordID, fix: Remedy)
    /// A new record with a name or code that records on the register have; nothing was changed.
    case sameName(RecordKind, name: String, candidates: [Candidate], fix: Remedy)
    /// A new record with a name that is similar to those of records on the register; nothing was changed.
    case alike(RecordKind, name: String, candidates: [Candidate], fix: Remedy)
    /// No file where a registry should be.
    case noRegistry(path: String)
    /// A file that is not a muster registry.
    case notARegistry(path: String)
    /// A registry of a newer schema than this program knows.
    case newerSchema(path: String)
    /// A registry of an older schema, opened only to be read.
    case olderSchema(path: String)
    /// A file in the place where a new one should be made; `fix` says how to go on.
    case alreadyThere(path: String, fix: Remedy)
    /// A file that cannot be opened or made.
    case cannotOpen(path: String)
    /// A file that may not be written.
    case readOnly(path: String)
    /// A file or a folder on the way to it that this user may not read.
    case mayNotRead(path: String)
    /// A registry in whose place another file, or another registry's content, was put while it was open.
    case replaced(path: String)
    /// A disk without room.
    case full(path: String)
    /// Another program held the registry for longer than muster waits.
    case busy(path: String)
    /// A registry that SQLite finds damaged.
    case damaged(path: String)
    /// A value in the file that its field cannot have: somebody put it there with a shell, or the file is damaged. The record
    /// is nil if it is not known.
    case unreadable(field: String, value: String, of: RecordID? = nil)
    /// A registry with a history that does not fit its hashes; `record` is nil if the fault is in a revision as a
    /// whole.
    case altered(revision: Int64, record: String?, what: String)
    /// A registry with tables, indexes or triggers that differ from its schema; the words name the first of them.
    case rulesChanged(String)
    /// A search index that does not fit the history; it can be rebuilt from the history.
    case indexWrong(String)
    /// A change of a record that somebody changed after the revision at which it was read; `by` is the newest of those changes.
    case changedSince(record: RecordID, revision: Int64, by: Int64)
    /// A revision that cannot be undone alone, with what stands in the way.
    case cannotUndo(revision: Int64, because: [String])
    /// A redaction that was written, although its old text may still be in the file.
    case oldTextLeft(path: String)
    /// A hash that no revision of this registry has.
    case unknownHead(String)
    /// Output that could not be written whole.
    case cannotPrint
    /// The program that reads the output took no more of it, as `head` does. The end is a quiet one.
    case readerLeft
    /// A query that was given up because it took longer than it may.
    case tookTooLong
    /// The user stopped a long write; nothing was changed.
    case stopped
    /// Something that is done, in words such as "revision 7 is written and stays", although it could not be printed.
    case unprinted(done: String)
    /// Any other failure of the disk or of SQLite, by SQLite's result code.
    case failed(path: String, code: Int32)

    /// The process exit code, by the convention of BSD `sysexits`: 64 usage, 65 bad data, 66 not found, 69 refused by a
    /// rule, 73 cannot be made, 74 disk, 75 try again, 77 not permitted; and 130 and 141
    /// by that of shells for a program that was stopped or whose reader went away.
    public var exitCode: Int32 {
        switch self {
        case .usage: 64
        case .badValue, .badDate, .notInList, .missing, .badFile, .notARegistry, .newerSchema, .olderSchema, .damaged,
            .unreadable, .altered, .rulesChanged, .indexWrong, .unknownHead:
            65
        case .unknownRegion, .unknownRecord, .noRegistry: 66
        case .ambiguous, .refused, .taken, .sameName, .alike, .cannotUndo: 69
        case .alreadyThere, .cannotOpen: 73
        case .stopped: 130
        case .readerLeft: 141
        case .full, .failed, .cannotPrint, .unprinted, .oldTextLeft: 74
        case .busy, .replaced, .changedSince, .tookTooLong: 75
        case .readOnly, .mayNotRead: 77
        }
    }
}

extension MusterError {
    /// The refusal of a value outside a list, with the nearest words, from the list and from the synonyms.
    package static func outside(
        list: String, value: String, allowed: [String], besides synonyms: [String] = []
    ) -> MusterError {
        // Any two words of two letters are within the edit limit of 2, so every one of them would be near.
        let nearest = value.count > 2 ? Text.nearest(to: value, among: allowed + synonyms) : []
        return .notInList(list: list, value: value, allowed: allowed, nearest: nearest)
    }
}

extension MusterError {
    /// True if a new name is that of a record on the register, or looks like it.
    package var isLookalike: Bool {
        switch self {
        case .alike, .sameName: true
        default: false
        }
    }

    /// True for what a rule of the register refuses.
    package var isRefusal: Bool { if case .refused = self { true } else { false } }

    /// The action open to the user; nil if the rule already says it, or nothing can be done.
    public var fix: Remedy? {
        switch self {
        case .usage(_, let fix), .badValue(_, _, _, let fix), .badFile(_, _, let fix), .refused(_, let fix),
            .unknownRecord(_, _, _, _, let fix):
            fix
        case .missing(_, let fix), .taken(_, _, _, let fix), .sameName(_, _, _, let fix), .alike(_, _, _, let fix),
            .alreadyThere(_, let fix):
            fix
        case .unknownRegion: .list(.region)
        case .changedSince(let record, _, _): .show(record)
        case .noRegistry(let path): .makeRegistry(path: path)
        case .notARegistry: .nameRegistry
        case .olderSchema(let path): .upgradeRegistry(path: path)
        case .damaged, .altered, .rulesChanged, .unreadable, .indexWrong: .checkUp
        default: nil
        }
    }
}
