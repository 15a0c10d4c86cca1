import MusterCore
import MusterValues

extension WriteResult.Change {
    /// The change in words, as "unit BARS-Kaliningrad added".
    var words: String {
        switch change {
        case .added(let title, let concluded):
            added(title) + (concluded.isEmpty ? "" : ", concluded: \(concluded.joined(separator: ", "))")
        case .renamed: "name of \(id) changed"
        case .edited(let fields): "\(fields.map(\.rawValue).joined(separator: ", ")) of \(words(of: id)) changed"
        case .concluded(let field): "\(field.words) of \(words(of: id)) concluded"
        case .cited(let field, let record, let stated):
            "\(field == .partOf ? "whole" : field.words) of \(words(of: record)) cited"
                + (stated.map { ": \($0)" } ?? "")
        case .recorded(let value, let record):
            "\(([value.words] + [other?.words].compactMap(\.self)).joined(separator: " ")) recorded of \(words(of: record))"
        case .namesNone(let kind):
            "names no \(kind.name) on the register, so it is no second source of the one on record: are the words right?"
        case .isAhead: "is after today, so it counts as a plan"
        case .isPublishedAhead: "is published after today: is the date right?"
        case .isAfterSources:
            "is dated after every source that reports it: a plan until a later source tells of it; or is a date wrong?"
        case .isAfterEnd: "is after \(other?.words ?? "the end"): one of the dates may be wrong"
        case .isBeforeEvent: "is of a source that is older than what it would report: is it the right source?"
        case .isOfKnown(let official): "is a post of \(official), who was on the register"
        case .excludes(let event): "cannot be besides \(other?.words ?? "\(event)"); see 'muster disputes'"
        case .contradicted(let others): "is contradicted: \(others.joined(separator: "; ")); see 'muster disputes'"
        case .toldDifferently(let others):
            "is told in other words: \(others.joined(separator: "; ")); if the two exclude each other, cite one with --disputes"
        case .citedAgain(let title): "is the source: \(title)"
        case .mayBe(let group):
            "may be the same people as \(other?.words ?? "\(group)"); if nobody can tell, 'muster edit \(id) perhaps-same-as=\(group)'"
        case .mayBeOf(let group, let official, let source):
            "may be one of \(other?.words ?? "\(group)"); if a source says so, 'muster resolve \(group) --to \(official) --source \(source)'"
        case .distinguished(let other): "\(id) is not the same as \(other): remembered"
        case .resolved(let group, let words): "recorded as one of \(group), \(words)"
        case .notGiven(let value, let member):
            "\(value.words) is not recorded of \(member): a death is recorded by name, from two sources"
        case .ofOthers(let members): Self.ofOthers(than: members)
        case .merged(let kept, let title): "\(id.kind.name) \(title.map { "\($0) " } ?? "")merged into \(kept)"
        case .haveHistories(let other):
            "had events of its own, as \(other) had; a merge says that they were always one unit, and 'muster unmerge \(other)' "
                + "takes it back"
        case .moved(let from, let to): "moved from \(from) to \(to)"
        case .received(let parts, let from): "\(Self.words(parts)) of \(from) moved to \(id)"
        case .filled(let field, let from, let value): "\(field.words) of \(id) taken from \(from): \(value.words)"
        case .narrowed(let field, let value, let before, let other, let otherValue):
            "\(field.words) of \(id) becomes \(value.words): it was \(before.words), and \(other) had \(otherValue.words)"
        case .kept(let field, let value, let other, let otherValue):
            "\(field.words) of \(id) stays \(value?.words ?? "nothing"); \(other) had \(otherValue?.words ?? "nothing")"
        case .undone(let undone, let isRemoved): "\(words(undone)) \(isRemoved ? "removed" : "put back")"
        case .lost(let part): "\(name(part)) is gone since, and is not put back"
        case .changedSince(let field, let part): "\(field.spaced) of \(name(part)) was changed since, and stays"
        case .recordedSince(let revision, let kept, let gone):
            "recorded since, in revision \(revision): stays with \(kept); it may be \(gone)'s"
        case .looked(let words): "looked at \(words)"
        case .setAside(let reason): "set aside: \(reason)"
        case .stillRepeats(let source):
            "repeats \(source) alone, and still counts; if it knows nothing else, 'muster set-aside \(id) --note \"…\"'"
        case .restsOn(let source, true): "rejected: it rests on \(source) alone"
        case .restsOn(let source, false): "rejected: without \(source) this death has no second origin"
        case .broughtBack: "brought back"
        case .standsAgain: "stands as it did before"
        case .redacted(let parts): "redacted, with \(parts.map(Self.words).joined(separator: ", "))"
        case .stillHolds(let places):
            "may still hold what was redacted, in its \(places.map(\.spaced).joined(separator: ", ")); look at it, and redact it too only if it does"
        }
    }

    private static func ofOthers(than members: [RecordID]) -> String {
        "recorded of its unnamed people; record it of \(members.map(\.description).joined(separator: ", ")) too where "
            + "it happened to them"
    }

    /// A record's short id, with its name if the change has it.
    private func words(of record: RecordID) -> String {
        subject.flatMap { $0.id == record ? $0.words : nil } ?? record.description
    }

    private func added(_ title: String?) -> String {
        switch id.kind {
        case .source: "source \(quoted(title ?? "")) added"
        case .enrollment: "enrollment of \(title ?? "") added"
        default: "\(id.kind.name) \(title ?? "without a name") added"
        }
    }

    private func words(_ undone: RecordChange.Undone) -> String {
        switch undone {
        case .record: id.kind.name
        case .fields(let fields): fields.map(\.spaced).joined(separator: ", ")
        case .parts(let table): "\(table.spaced)s of \(id)"
        }
    }

    private func name(_ part: String?) -> String { part.map { "a \($0.spaced) of \(id)" } ?? id.description }

    private static func words(_ parts: RecordChange.Parts) -> String {
        "\(parts.count) \(parts.table.spaced)\(parts.count == 1 ? "" : "s")"
    }
}
