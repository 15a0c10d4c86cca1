/// Every refusal muster makes, as a closed list: the message, the exit code and later the HTTP status derive from the
/// case.
///
/// A message is one phrase: lower case, the value quoted, the rule stated, the fix after a semicolon. No message holds
/// SQL, or a path other than the one the user gave.
public enum MusterError: Error, Hashable, Sendable {
    /// A call that does not fit together, such as a filter that the listing does not know.
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
    case unknownRegion(String, nearest: [String])
    /// A record that is not on the register; `kind` is the kind looked for, `nearest` are the names closest to it.
    case unknownRecord(String, kind: String, nearest: [String], fix: Remedy?)
    /// A name that more than one record has; nothing was changed.
    case ambiguous(String, candidates: [String])
    /// A rule of the register that the change breaks.
    case refused(rule: String, fix: Remedy? = nil)
    /// Something that is on the register already; `id` is its short id.
    case taken(what: String, value: String, id: String, fix: Remedy)
    /// Something that looks like records on the register, in words with their short ids; nothing was changed.
    case alike(what: String, value: String, candidates: [String], fix: Remedy)
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
    /// An index that does not hold what the register asks for; it follows from the history, and can be made anew.
    case indexWrong(String)
    /// A revision that cannot be undone alone, with what stands in the way.
    case cannotUndo(revision: Int64, because: [String])
    /// A redaction that is written, although its old text may still be in the file.
    case oldTextLeft(path: String)
    /// A hash that no revision of this registry has.
    case unknownHead(String)
    /// Output that could not be written whole.
    case cannotPrint
    /// Something that is done, in words such as "revision 7 is written and stays", while it could not be printed.
    case unprinted(done: String)
    /// Any other failure of the disk or of SQLite, by SQLite's result code.
    case failed(path: String, code: Int32)

    /// The process exit code, by the convention of BSD `sysexits`: 64 usage, 65 bad data, 66 not found, 69 refused by a
    /// rule, 73 cannot be made, 74 disk, 75 try again, 77 not permitted.
    public var exitCode: Int32 {
        switch self {
        case .usage: 64
        case .badValue, .badDate, .notInList, .missing, .badFile, .notARegistry, .newerSchema, .olderSchema, .damaged,
            .unreadable, .altered, .rulesChanged, .indexWrong, .unknownHead:
            65
        case .unknownRegion, .unknownRecord, .noRegistry: 66
        case .ambiguous, .refused, .taken, .alike, .cannotUndo: 69
        case .alreadyThere, .cannotOpen: 73
        case .full, .failed, .cannotPrint, .unprinted, .oldTextLeft: 74
        case .busy, .replaced: 75
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

extension MusterError: CustomStringConvertible {
    /// The phrase a user reads; a remedy is left out unless it is plain words, since only a front can word the others.
    public var description: String {
        sentence { remedy in if case .words(let words) = remedy { words } else { nil } }
    }

    /// The phrase a user reads: the refusal and its reason and, after a semicolon, what to do.
    ///
    /// - Parameter say: words a remedy as a front does; nil leaves it out.
    /// - Returns: one phrase, lower case.
    public func sentence(_ say: (Remedy) -> String?) -> String {
        rule + (fix.flatMap(say).map { "; \($0)" } ?? "")
    }

    /// The action open to the user; nil if the rule already says it, or nothing can be done.
    public var fix: Remedy? {
        switch self {
        case .usage(_, let fix), .badValue(_, _, _, let fix), .badFile(_, _, let fix), .refused(_, let fix),
            .unknownRecord(_, _, _, let fix):
            fix
        case .missing(_, let fix), .taken(_, _, _, let fix), .alike(_, _, _, let fix), .alreadyThere(_, let fix): fix
        case .unknownRegion: .list(.region)
        case .noRegistry(let path): .makeRegistry(path: path)
        case .notARegistry: .nameRegistry
        case .olderSchema(let path): .upgradeRegistry(path: path)
        case .damaged, .altered, .rulesChanged, .unreadable, .indexWrong: .checkUp
        default: nil
        }
    }

    /// The refusal and its reason.
    public var rule: String {
        switch self {
        case .usage(let message, _), .badDate(let message): message
        case .badValue(let field, let value, let rule, _): "\(field) \(quoted(value)) is refused: \(rule)"
        case .notInList(let list, let value, let allowed, let nearest):
            "\(quoted(value)) is not \(article(list)) \(list)\(suggestion(nearest)); use one of: "
                + allowed.joined(separator: ", ")
        case .missing(let what, _): "\(what) is missing"
        case .badFile(let path, let rule, _): "\(quoted(path)) is refused: \(rule)"
        case .unknownRegion(let code, let nearest): "no region \(quoted(code)) on the register" + suggestion(nearest)
        case .unknownRecord(let name, let kind, let nearest, _):
            "no \(kind) \(quoted(name)) on the register" + suggestion(nearest)
        case .ambiguous(let name, let candidates):
            "\(quoted(name)) could be any of these; name one by its short id: \(candidates.joined(separator: "; "))"
        case .refused(let rule, _): rule
        case .taken(let what, let value, let id, _): "\(what) \(quoted(value)) is already on the register as \(id)"
        case .alike(let what, let value, let candidates, _):
            "\(what) \(quoted(value)) looks like \(candidates.joined(separator: "; "))"
        case .noRegistry(let path): "there is no registry at \(quoted(path))"
        case .notARegistry(let path): "\(quoted(path)) is not a muster registry"
        case .newerSchema(let path): "\(quoted(path)) was written by a newer muster; use that version or a later one"
        case .olderSchema(let path): "\(quoted(path)) was written by an older muster"
        case .alreadyThere(let path, _): "\(quoted(path)) is there already"
        case .cannotOpen(let path):
            "\(quoted(path)) cannot be opened or made; check that the folder exists and may be written"
        case .readOnly(let path): "\(quoted(path)) may not be written; nothing was changed"
        case .mayNotRead(let path): "\(quoted(path)) may not be read by this user"
        case .replaced(let path):
            "\(quoted(path)) was replaced while it was open; nothing was changed, run the same again"
        case .full(let path): "there is no room left on the disk of \(quoted(path)); nothing was changed"
        case .busy(let path): "\(quoted(path)) is being written by another program; nothing was changed, try again"
        case .damaged(let path): "\(quoted(path)) is damaged; nothing was changed"
        case .altered(let revision, let record, let what):
            "revision \(revision) does not fit\(record.map { ", at \($0)" } ?? ""): \(what)"
        case .unreadable(let field, let value, let record):
            "\(record?.description ?? "the register") holds the \(field) \(quoted(value)), which no record can have; "
                + "nothing was changed"
        case .cannotUndo(let revision, let because):
            "revision \(revision) cannot be undone alone: \(because.joined(separator: "; ")); nothing was changed"
        case .rulesChanged(let what):
            "the register's own rules were changed: \(what)"
        case .indexWrong(let what): what
        case .oldTextLeft(let path):
            "the record is redacted, but its old text may still be in the file \(quoted(path)): another program holds it, or its "
                + "disk is full; run the same command again"
        case .unknownHead(let hash):
            "no revision of this registry has the hash \(quoted(hash)); it is of another registry, or this one was cut or "
                + "written anew"
        case .cannotPrint: "the output could not be written whole; see that its disk has room"
        case .unprinted(let done): "\(done), but what it did could not be printed; do not run it again"
        case .failed(let path, let code):
            "\(quoted(path)) could not be read or written (SQLite result \(code)); nothing was changed"
        }
    }

    private func suggestion(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : " (near it: \(nearest.joined(separator: ", ")))"
    }

    private func article(_ noun: String) -> String {
        "aeio".contains(noun.first ?? "x") ? "an" : "a"
    }
}

/// A value in quotation marks as a message shows it: at most 60 characters, with control and invisible ones as escapes.
package func quoted(_ value: String) -> String {
    let shown = value.unicodeScalars.prefix(61).map { $0.isInvisible ? $0.escaped : String($0) }.joined()
    return value.unicodeScalars.count > 60 ? "'\(shown.dropLast())…'" : "'\(shown)'"
}
