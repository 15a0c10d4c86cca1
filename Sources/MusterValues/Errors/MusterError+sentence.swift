extension MusterError: CustomStringConvertible {
    /// The phrase that a user reads, with the remedy only if it is plain words. A program that uses the library must word
    /// the other remedies itself.
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
        case .unknownRegion(let code, let nearest):
            "no region \(quoted(code)) on the register" + suggestion(nearest.map(\.words))
        case .unknownRecord(let name, let kinds, let nearest, let suggested, _):
            "no \(kinds.count > 4 ? "record" : kinds.map(\.name).joined(separator: " or ")) \(quoted(name)) on the register"
                + suggestion(nearest + suggested.map(\.words))
        case .ambiguous(let name, let candidates):
            "\(quoted(name)) could be any of these; name one by its short id: \(list(candidates))"
        case .refused(let rule, _): rule
        case .taken(let what, let value, let id, _): "\(what) \(quoted(value)) is already on the register as \(id)"
        case .sameName(let kind, let name, let candidates, _):
            "\(kind.name) \(quoted(name)) is already on the register as \(list(candidates))"
        case .alike(let kind, let name, let candidates, _):
            "\(kind.name) \(quoted(name)) looks like \(list(candidates))"
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
        case .changedSince(let record, let revision, let newest):
            "\(record) was changed in revision \(newest), and this change was made from revision \(revision); nothing was changed"
        case .rulesChanged(let what):
            "the register's own rules were changed: \(what)"
        case .indexWrong(let what): what
        case .oldTextLeft(let path):
            "the record is redacted, but its old text may still be in the file \(quoted(path)): another program holds it, or its "
                + "disk is full; run the same command again"
        case .unknownHead(let hash):
            "no revision of this registry has the hash \(quoted(hash)); it is of another registry, or this one was cut or "
                + "written anew"
        case .stopped: "stopped; nothing was changed"
        case .tookTooLong: "the question took longer than it may; narrow it by a filter, or ask for fewer rows"
        case .readerLeft: "the reader of the output took no more of it"
        case .cannotPrint: "the output could not be written whole; see that its disk has room"
        case .unprinted(let done): "\(done), but what it did could not be printed; do not run it again"
        case .failed(let path, let code):
            "\(quoted(path)) could not be read or written (SQLite result \(code)); nothing was changed"
        }
    }

    private func suggestion(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : " (near it: \(nearest.joined(separator: ", ")))"
    }

    private func list(_ candidates: [Candidate]) -> String { candidates.map(\.words).joined(separator: "; ") }

    private func article(_ noun: String) -> String {
        "aeio".contains(noun.first ?? "x") ? "an" : "a"
    }
}

/// A value in quotation marks as a message shows it: at most 60 characters, with control and invisible ones as escapes.
package func quoted(_ value: String) -> String {
    let shown = value.unicodeScalars.prefix(61).map { $0.isInvisible ? $0.escaped : String($0) }.joined()
    return value.unicodeScalars.count > 60 ? "'\(shown.dropLast())…'" : "'\(shown)'"
}
