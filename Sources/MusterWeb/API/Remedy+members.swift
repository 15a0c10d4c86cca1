import MusterValues

extension Remedy {
    /// The remedy in the API's own members, methods and addresses.
    var words: String {
        switch self {
        case .give(.group): "give official or group"
        // The evidence of some requests is one source, that of others a list.
        case .give(.source): "give a source in evidence"
        case .give(.stated): "give stated in evidence"
        case .give(let input): "give \(input.member)"
        case .giveEither(let one, let other): "give \(one.member), or \(other.member)"
        case .giveAs(.reason, let how): "give reason, \(how)"
        case .giveAs(let input, let example): "give \(input.member), as \(example)"
        case .leaveOut(let inputs): "leave out \(inputs.map(\.member).joined(separator: ", "))"
        case .giveSecondSource: "give a second source in evidence"
        case .recordDeathAfterwards:
            "leave out state, and then record the death with \(Self.post(.events)), with two sources in evidence"
        case .giveToo(.day): "give on too"
        case .giveToo(let input): "give \(input.member) too"
        case .show(let id), .see(let id), .showRejected(let id): "see \(Route.record.path("\(id)"))"
        case .useOrSayNew(let use, let another):
            "use \(use?.description ?? "one of them"), or give is_new: true if this is another \(another)"
        case .nameOrSayNew(let id): "use \(id), or give is_new: true if this is another unit"
        case .nameOrAddFirst(let id):
            "use \(id), or, if this is another unit, add it first with \(Self.post(.units)) and is_new: true"
        case .corroborate(let id):
            "cite the source for \(id) with \(Self.post(.citations)), or record what happened to it since with \(Self.post(.events))"
        case .recordEvent(let id, _): "record what happened to \(id) with \(Self.post(.events))"
        case .citeEarlier(let id, let field), .cite(let id, let field):
            "cite another source on \(field) of \(id) with \(Self.post(.citations))"
        case .citeGroup(let id):
            "cite another source on group of \(id) with \(Self.post(.citations)), or use other words"
        case .edit(let id, let field, let value): Self.patch(id, field, value)
        case .correct(let id, let field, let value): "if that is wrong, \(Self.patch(id, field, value))"
        case .bringBackFirst(let id), .bringBack(let id): "cite another source than \(id), which was set aside"
        case .reject(let id): "if that is wrong, \(Self.patch(id, "standing", "rejected"))"
        case .nameOfGroup(let group): "if the official is one of the group \(group), resolve the group first"
        case .settle(let one, let other):
            "decide first whether \(one) and \(other) are one: \(Self.post(.merges)) or \(Self.post(.distinctions))"
        case .takeAway(let id, let field): "if not, first \(Self.patch(id, field, ""))"
        case .setAlike(let rejected, let accepted): "set the standings of \(rejected) and \(accepted) alike first"
        case .mergeOtherWay(let kept, let gone), .merge(let kept, let gone):
            "if they are one, \(Self.post(.merges)) with the right one of \(kept) and \(gone) as kept"
        case .overrule: "if they are after all, give overrule: true"
        case .nameKept(let kept, let gone): "name \(kept), or undo that with \(Self.post(.unmerges)) of \(gone)"
        case .redactKept(let kept, let gone):
            "redact \(kept), or undo that first with \(Self.post(.unmerges)) of \(gone)"
        case .add(let kind): "add the \(kind.name) first"
        case .addUnitOrGiveRegion: "add it with \(Self.post(.units)), or give unit_region to add it here"
        case .list(let kind): "GET /api/\(kind.name)s lists them all"
        case .listColumns: "GET \(Route.imports.rawValue) lists the columns"
        case .listTokens: "GET \(Route.tokens.rawValue) lists them"
        case .log: "GET \(Route.log.rawValue) lists them"
        case .tellSourcesApart(let id): "use \(id), or tell them apart by published or url"
        case .distinguish(let one, let other):
            "if they are two all the same, say so first with \(Self.post(.distinctions)) of \(one) and \(other)"
        case .nameRegistry, .makeRegistry, .upgradeRegistry, .mend, .checkUp, .verify, .nameCopy, .replace,
            .replaceFile,
            .restore:
            "whoever runs the server must look at it"
        case .redactAgain: "redact it again"
        case .words(let words): words
        }
    }

    private static func post(_ route: Route) -> String { "POST \(route.rawValue)" }

    private static func patch(_ id: RecordID, _ field: String, _ value: String) -> String {
        "PATCH \(Route.record.path("\(id)")) with values: {\"\(field)\": \"\(value)\"}"
    }
}

extension Remedy.Input {
    /// The member or parameter through which the API takes it.
    var member: String {
        switch self {
        case .source: "evidence"
        case .stated: "evidence.stated"
        case .speaker: "evidence.speaker"
        case .note: "values.note"
        case .day: "date"
        case .members: "officials"
        case .relation: "derived_from and relation together"
        case .changes: "values"
        case .postKind: "post_kind"
        case .postChange: "post_change"
        case .forEnrollment: "enrollment"
        default: rawValue
        }
    }
}
