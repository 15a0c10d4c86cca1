import HTTPTypes
import MusterCore
import MusterValues

extension Problem {
    /// Tells any error as a problem. What is no refusal of muster's is told without its words, which may name a path.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as MusterError: self.init(refusal: error)
        default:
            self.init(
                .internalServerError, "internal", "the request failed; it is logged, and nothing of it was written")
        }
    }

    private init(refusal error: MusterError) {
        let (status, kind) = error.problem
        self.init(status: status.code, kind: kind, title: status.reasonPhrase, detail: error.detail)
        remedy = error.fix?.words
        formDetail = error.file ?? error.sentence { $0.formWords }
        switch error {
        case .badValue(let field, let value, _, _): (self.field, self.value) = (field, value)
        case .unreadable(let field, let value, _): (self.field, self.value) = (field, value)
        case .notInList(let list, let value, let allowed, let nearest):
            (field, self.value, self.allowed) = (Self.member(list, value), value, allowed)
            self.nearest = nearest.isEmpty ? nil : nearest
        case .missing(_, .give(let input)), .missing(_, .giveAs(let input, _)): field = input.member
        case .missing(let what, _): field = Self.member(what, what)
        case .unknownRegion(let code, let nearest):
            (value, self.nearest) = (code, nearest.map(\.words))
        case .unknownRecord(let name, _, let nearest, let suggested, _):
            (value, self.nearest, candidates) = (name, nearest, Self.candidates(suggested))
        case .ambiguous(let name, let found): (value, candidates) = (name, Self.candidates(found))
        case .sameName(_, let name, let found, _), .alike(_, let name, let found, _):
            (value, candidates) = (name, Self.candidates(found))
        case .taken(let what, let text, let id, _):
            (field, value, candidates) = (what, text, [Candidate(id: id.description, words: id.description)])
        default: break
        }
        if status == .serviceUnavailable { headers[.retryAfter] = "1" }
    }

    /// The member or the parameter that a refusal is about, as the checks of a request name it: "value of kind" is of `kind`, and an
    /// unknown member is itself what is refused. Any other list goes by its name.
    private static func member(_ list: String, _ value: String) -> String {
        for prefix in ["value of ", "the member "] where list.hasPrefix(prefix) {
            return String(list.dropFirst(prefix.count))
        }
        return list.hasPrefix("member of ") || list == "parameter here" ? value : list
    }

    private static func candidates(_ found: [MusterValues.Candidate]) -> [Candidate] {
        found.map(Candidate.init)
    }
}

extension MusterError {
    /// The sentence with what to do; it never names a file of the server.
    fileprivate var detail: String {
        guard let file = file else { return sentence { $0.words } }
        return file
    }

    /// The sentence of a refusal that has to do with the server's files; nil for any other.
    fileprivate var file: String? {
        switch self {
        // A file that somebody sent has a name of its own; one of the server's is named by its path.
        case .badFile(let path, _, _) where path.contains("/") || path.hasSuffix(AccessFile.ending):
            "a file of the server cannot be read; whoever runs the server must look at it"
        case .noRegistry, .notARegistry, .newerSchema, .olderSchema, .cannotOpen, .mayNotRead, .damaged:
            "the registry cannot be read; whoever runs the server must look at it"
        case .readOnly: "this server only reads its registry; nothing was changed"
        case .replaced: "the registry's file was replaced while the server ran; whoever runs it must start it again"
        case .full: "there is no room left on the server's disk; nothing was changed"
        case .busy: "another program is writing the registry; nothing was changed, try again"
        case .failed, .cannotPrint, .readerLeft: "the server could not read or write; nothing was changed"
        case .oldTextLeft: "the record is redacted, but its old text may still be in the file; redact it again"
        case .alreadyThere: "a file is in the way on the server; nothing was changed"
        case .rulesChanged: "the registry's own rules were changed; whoever runs the server must look at it"
        default: nil
        }
    }

    /// The HTTP status, and the kind of problem.
    var problem: (HTTPResponse.Status, String) {
        switch self {
        case .usage: (.badRequest, "usage")
        case .badValue: (.badRequest, "bad-value")
        case .badDate: (.badRequest, "bad-date")
        case .notInList: (.badRequest, "not-in-list")
        case .missing: (.badRequest, "missing")
        case .badFile where file != nil: (.internalServerError, "registry")
        case .badFile: (.badRequest, "bad-file")
        case .unknownHead: (.badRequest, "unknown-head")
        case .unknownRegion: (.notFound, "unknown-region")
        case .unknownRecord: (.notFound, "unknown-record")
        case .ambiguous: (.conflict, "ambiguous")
        case .refused: (.conflict, "refused")
        case .taken: (.conflict, "taken")
        case .sameName: (.conflict, "same-name")
        case .alike: (.conflict, "look-alike")
        case .cannotUndo: (.conflict, "cannot-undo")
        case .changedSince: (.preconditionFailed, "changed-since")
        case .readOnly: (.forbidden, "read-only")
        case .busy, .full, .replaced: (.serviceUnavailable, "unavailable")
        case .tookTooLong: (.serviceUnavailable, "took-too-long")
        case .stopped: (.serviceUnavailable, "stopped")
        case .noRegistry, .notARegistry, .newerSchema, .olderSchema, .cannotOpen, .mayNotRead, .damaged, .altered,
            .rulesChanged,
            .indexWrong, .unreadable, .failed, .cannotPrint, .readerLeft, .unprinted, .oldTextLeft, .alreadyThere:
            (.internalServerError, "registry")
        }
    }
}
