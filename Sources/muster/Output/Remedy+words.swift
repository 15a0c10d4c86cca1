import MusterCore
import MusterValues

extension MusterError {
    /// The refusal in the command's words, with what to type next.
    var message: String { sentence { $0.words } }
}

extension Remedy {
    /// The remedy in the command's own options and verbs.
    var words: String {
        switch self {
        case .give(let input): Self.give(input)
        case .giveEither(let one, let other): "\(Self.give(one)), or \(Self.give(other))"
        case .giveAs(.code, let example): "give --code with small Latin letters, as \(example)"
        case .giveAs(let input, let example): "give \(input.option), \(example)"
        case .leaveOut(let inputs): "leave out \(Self.list(inputs.map(\.option)))"
        case .giveSecondSource: "give --source twice, once for each"
        case .recordDeathAfterwards:
            "leave out --state, and then record the death with 'muster event', giving --source twice"
        case .giveToo(.tenure): "give --tenure with --tenure-on"
        case .giveToo(.state): "give --state with --on"
        case .giveToo(let input): "give \(input.option) too"
        case .show(let id): "use 'muster show \(id)' to see it"
        case .see(let id): "see 'muster show \(id)'"
        case .showRejected(let id): "it was judged wrong, see 'muster show \(id)'"
        case .useOrSayNew(let use, let another):
            "use \(use?.description ?? "one of them"), or give --new if this is another \(another)"
        case .nameOrSayNew(let id):
            "use \(id), with this as another name: \(Self.cite(id, "name")), or give --new if this is another unit"
        case .nameOrAddFirst(let id):
            "use \(id), or, if this is another unit, add it first with 'muster add unit \"…\" --region REGION --new --source SOURCE'"
        case .recordEvent(let id, let value?): "record it with 'muster event \(id) \(value)'"
        case .recordEvent(let id, nil) where id.kind == .post:
            "record what became of it with 'muster event \(id) STATE'"
        case .recordEvent(let id, nil): "record what happened since with 'muster event \(id) STATE'"
        case .corroborate(let id):
            "cite this source for it with 'muster cite \(id) --source SOURCE', or record what happened since with "
                + "'muster event \(id) STATE --source SOURCE'"
        case .citeEarlier(let id, let field):
            "say what was so before with 'muster cite \(id) --field \(field) --stated \"…\" --on FROM/TO --source SOURCE'"
        case .cite(let id, let field):
            "cite another source for it with \(Self.cite(id, field))"
        case .citeGroup(let id):
            "cite another source for it with \(Self.cite(id, "group")), and a number of people with "
                + "\(Self.cite(id, "\"group size\"")), or name another group in other words"
        case .edit(let id, let field, let value): Self.edit(id, field, value)
        case .correct(let id, let field, let value):
            "if that is wrong, change it first with 'muster edit \(id) \(field)=\(value)'"
        case .bringBackFirst(let id): "bring it back first with 'muster bring-back \(id)'"
        case .bringBack(let id): "cite another source, or bring it back with 'muster bring-back \(id)'"
        case .reject(let id):
            "if that is wrong, say so first with 'muster edit \(id) standing=rejected --note \"…\"'"
        case .nameOfGroup(let group): "if the official is one of the group, use 'muster resolve \(group)'"
        case .settle(let one, let other):
            "decide that first with 'muster merge \(other) \(one)' or 'muster distinct \(other) \(one)'"
        case .takeAway(let id, "part_of"):
            "if not, take that away first with 'muster edit \(id) kind=other part_of= --inferred \"…\"'"
        case .takeAway(let id, let field): "if not, take that away first with 'muster edit \(id) \(field)='"
        case .setAlike(let rejected, let accepted):
            "set them alike first with 'muster edit \(rejected) standing=accepted' or "
                + "'muster edit \(accepted) standing=rejected'"
        case .mergeOtherWay(let kept, let gone): "merge them the other way, with 'muster merge \(gone) \(kept)'"
        case .merge(let kept, let gone): "if the two are one, merge them with 'muster merge \(kept) \(gone)'"
        case .overrule: "if they are after all, give --overrule"
        case .nameKept(let kept, let gone): "name \(kept), or undo that with 'muster unmerge \(gone)'"
        case .redactKept(let kept, let gone): "redact \(kept), or undo that first with 'muster unmerge \(gone)'"
        case .add(let kind): "add it first with 'muster add \(kind.name)'"
        case .addUnitOrGiveRegion: "add it with 'muster add unit', or give --unit-region to add it here"
        case .list(let kind): "'muster \(kind.name)s' lists them all"
        case .listColumns: "'muster import --columns' lists them all"
        case .log: "'muster log' lists them"
        case .listTokens: "'muster tokens' lists them"
        case .distinguish(let one, let other):
            "if they are two all the same, say so first with 'muster distinct \(one) \(other)'"
        case .tellSourcesApart(let id): "use \(id), or tell them apart by --published or --url"
        case .nameRegistry: "name another file with --db"
        case .makeRegistry(let path): "make one with 'muster init --db \(path)'"
        case .upgradeRegistry(let path): "bring it up to date with 'muster init --db \(path)'"
        case .mend(let path): "make it anew with 'muster doctor --mend --db \(path)'"
        case .checkUp: "'muster doctor' says what to do"
        case .verify: "'muster verify' names what was changed"
        case .nameCopy: "name a copy made with 'muster backup'"
        case .replace: "give --force to put the copy in its place"
        case .replaceFile: "give --force to replace it, or name another file"
        case .restore(let path, let isThere): Self.restore(path, isThere: isThere)
        case .redactAgain: "run the same 'muster redact' again when no other program uses the file"
        case .words(let words): words
        }
    }

    private static func give(_ input: Input) -> String {
        switch input {
        case .note, .reason, .inferred: "give \(input.option) \"…\""
        case .members: "give --to \"Name\", once for each"
        case .relation: "give --derived-from and --relation together"
        case .changes: "give field=value"
        case .group: "name an official, or give --group"
        case .post: "an official holds or held a public office: give --post, or record a group"
        case .encoding: "give --encoding with one of: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))"
        case .parent: "for a district give --parent"
        case .file: "name a file with --db"
        default: "give \(input.option)"
        }
    }

    private static func cite(_ id: RecordID, _ field: String) -> String {
        "'muster cite \(id) --field \(field) --stated \"…\" --source SOURCE'"
    }

    private static func edit(_ id: RecordID, _ field: String, _ value: String) -> String {
        switch field {
        case "most": "if it is larger, change that first with 'muster edit \(id) most=\(value)'"
        case "name": newName(id, value.contains(" ") ? "\"\(value)\"" : value)
        default: "change it with 'muster edit \(id) \(field)=\(value)'"
        }
    }

    private static func newName(_ id: RecordID, _ name: String) -> String {
        "if \(id) has a new name, put that on record with 'muster edit \(id) name=\(name) --on DATE/.. --source SOURCE'"
    }

    private static func restore(_ path: String, isThere: Bool) -> String {
        isThere
            ? "copy this file aside, and put the newest copy that verifies in its place with "
                + "'muster restore COPY --db \(path) --force'"
            : "if it was a registry, its beginning is destroyed: move it away, and put the newest copy in its place with "
                + "'muster restore COPY --db \(path)'"
    }

    private static func list(_ options: [String]) -> String {
        options.count < 2
            ? options.joined() : options.dropLast().joined(separator: ", ") + " and " + options.last!
    }
}

extension Remedy.Input {
    /// The option through which the command takes it.
    fileprivate var option: String {
        switch self {
        case .day: "--on"
        case .nature: "--variant"
        case .members: "--to"
        case .file: "--db"
        default: "--\(rawValue)"
        }
    }
}
