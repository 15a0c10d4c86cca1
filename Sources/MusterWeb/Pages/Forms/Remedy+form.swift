import MusterEditions
import MusterValues

extension Remedy {
    /// The remedy in the words of the forms.
    var formWords: String {
        switch self {
        case .give(let input), .giveAs(let input, _), .giveToo(let input): "fill in \(input.label)"
        case .giveEither(let one, let other): "fill in \(one.label) or \(other.label)"
        case .leaveOut(let inputs): "leave \(inputs.map(\.label).joined(separator: " and ")) empty"
        case .giveSecondSource: "fill in a second source"
        case .recordDeathAfterwards: "leave the state empty, and then record the death with two sources"
        case .show(let id), .see(let id), .showRejected(let id): "open the page of \(id)"
        case .useOrSayNew, .nameOrSayNew: "choose one of them below, or say that it is another"
        case .nameOrAddFirst: "choose it below or, if this is another unit, add that first with the form for units"
        case .corroborate(let id): "cite the source for \(id), or record what happened to it since, from its page"
        case .recordEvent(let id, _): "record what happened to \(id) from its page"
        case .citeEarlier(let id, let field), .cite(let id, let field):
            "add a citation on \(field) of \(id) from its page"
        case .citeGroup(let id): "add a citation on the group of \(id) from its page, or use other words"
        case .edit(let id, let field, let value): "change \(field) of \(id) to “\(value)” from its page"
        case .correct(let id, let field, let value):
            "if that is wrong, change \(field) of \(id) to “\(value)” from its page"
        case .bringBackFirst(let id), .bringBack(let id): "use another source than \(id), which was set aside"
        case .reject(let id): "if that is wrong, change the standing of \(id) to rejected from its page"
        case .nameOfGroup: "if the official is one of the group, an editor has to say so with the command first"
        case .settle(let one, let other):
            "decide first whether \(one) and \(other) are one, on the page of records that may be one"
        case .takeAway(let id, let field): "if not, first empty \(field) of \(id) from its page"
        case .setAlike(let rejected, let accepted): "set the standings of \(rejected) and \(accepted) alike first"
        case .mergeOtherWay, .merge: "if they are one, choose the other record to stay"
        case .overrule: "if they are after all, an editor has to merge them with the command"
        case .add(let kind): "add the \(kind.name) first"
        case .addUnitOrGiveRegion: "add the unit first, or fill in the region of a unit that is not on record yet"
        case .list(let kind): "the list of \(kind.name)s has them all"
        case .listColumns: "the columns are listed below"
        case .log: "the history lists them"
        case .tellSourcesApart(let id): "use \(id), or tell them apart by the date of publication or the address"
        case .distinguish(let one, let other): "if they are two all the same, say so of \(one) and \(other) first"
        default: words
        }
    }
}

extension Remedy.Input {
    /// The label of the input of a form, in English, in quotes.
    fileprivate var label: String {
        let member =
            switch self {
            case .day: "date"
            case .postKind: "kind of post"
            case .members: "official"
            case .inferred: Phrase.inferredLabel.english.lowercased()
            default: rawValue.replacing("_", with: " ")
            }
        return "“\(member)”"
    }
}
