/// The action open to a user after a refusal.
///
/// It is a value, so that each front says it in its own words: the command writes `give --source`, an API names the
/// member `source`, and a page shows a link.
public enum Remedy: Hashable, Sendable {
    /// An input that a call takes; each front has its own name for it.
    public enum Input: String, CaseIterable, Hashable, Sendable {
        case source, inferred, stated, note, reason, group, post, tenure, state, day, standing, borders, parent, code,
            nature,
            members
        case relation, changes, file, other, status, form, strength
        case kind, unit, encoding
        case ever, speaker, contract, needs, throughout, grade, sort, limit
        case programme, official, own
        case withOrigins = "with-origins"
        case postKind = "post-kind"
        case forEnrollment = "for"
        case postChange = "post-change"
    }

    /// Give something that is missing.
    case give(Input)
    /// Give one of two things.
    case giveEither(Input, Input)
    /// Give something, in the form shown.
    case giveAs(Input, example: String)
    /// Leave inputs out that do not belong there.
    case leaveOut([Input])
    /// Give a second source in the same way.
    case giveSecondSource
    /// Record an enrollment without its state, and then a death by itself, from two sources.
    case recordDeathAfterwards
    /// Give the input that belongs to another one given, as the tenure with its date.
    case giveToo(Input)
    /// Look at a record.
    case show(RecordID)
    /// Look at a record that already says all of it.
    case see(RecordID)
    /// Look at a record that was judged wrong.
    case showRejected(RecordID)
    /// Use the record that was found, or one of them if it is nil; or say that this is another one. `another` is the word
    /// for it, as "person".
    case useOrSayNew(use: RecordID?, another: String)
    /// Cite the name on the record found, or say that this is another unit.
    case nameOrSayNew(RecordID)
    /// Use a unit on the register, or add this other one first: what is written with it takes no word on that.
    case nameOrAddFirst(RecordID)
    /// Record an event of a record; the value is the text typed, nil if none was.
    case recordEvent(RecordID, value: String?)
    /// Cite the source for an enrollment that is on the register, or record what happened since.
    case corroborate(RecordID)
    /// Cite a source on what was so at an earlier time.
    case citeEarlier(RecordID, field: String)
    /// Cite another source on a field of an existing record.
    case cite(RecordID, field: String)
    /// Cite another source for an existing group, or name another group in other words.
    case citeGroup(RecordID)
    /// Change a field of a record first.
    case edit(RecordID, field: String, value: String)
    /// Change a field of a record first, if it is wrong.
    case correct(RecordID, field: String, value: String)
    /// Say that an official is one of a group.
    case nameOfGroup(RecordID)
    /// Bring a source back that was set aside, or name another.
    case bringBack(RecordID)
    /// Bring a source back first that was set aside.
    case bringBackFirst(RecordID)
    /// Judge a record wrong first, if it is.
    case reject(RecordID)
    /// First decide whether two records are the same.
    case settle(RecordID, RecordID)
    /// First remove a statement that one of two records makes about the other.
    case takeAway(from: RecordID, field: String)
    /// Set the standings of two records alike, one way or the other.
    case setAlike(rejected: RecordID, accepted: RecordID)
    /// Merge the two records the other way round.
    case mergeOtherWay(kept: RecordID, gone: RecordID)
    /// Merge two records, if they are one.
    case merge(kept: RecordID, gone: RecordID)
    /// Overrule an earlier decision that two records are not the same.
    case overrule
    /// Name the record that another was merged into, or undo the merge.
    case nameKept(kept: RecordID, gone: RecordID)
    /// Redact the record that another was merged into, or undo the merge first.
    case redactKept(kept: RecordID, gone: RecordID)
    /// Add a record of a kind first.
    case add(RecordKind)
    /// Add the unit first, or give its region so that it is added here.
    case addUnitOrGiveRegion
    /// Look through the list of records of a kind.
    case list(RecordKind)
    /// Look through the columns that a file of records can have.
    case listColumns
    /// Look through the revisions.
    case log
    /// Look through the tokens.
    case listTokens
    /// Tell a source apart from another by its date or address, or use that one.
    case tellSourcesApart(RecordID)
    /// Tell two records apart for good, if they are not the same.
    case distinguish(RecordID, RecordID)
    /// Name another registry.
    case nameRegistry
    /// Make a registry at a path.
    case makeRegistry(path: String)
    /// Bring a registry at a path up to date.
    case upgradeRegistry(path: String)
    /// Have what follows from the history made anew in the registry at a path.
    case mend(path: String)
    /// Have the registry checked.
    case checkUp
    /// Have the history verified.
    case verify
    /// Name a copy that a backup made.
    case nameCopy
    /// Say that the existing file may be replaced.
    case replace
    /// Say that the file may be replaced.
    case replaceFile
    /// Put a copy in the place of a registry.
    case restore(path: String, isThere: Bool)
    /// Run the same redaction again.
    case redactAgain
    /// A sentence that names no option and no command, so that every front can say it unchanged.
    case words(String)
}

extension Remedy: ExpressibleByStringInterpolation {
    /// A remedy that every front says in the same words.
    public init(stringLiteral words: String) { self = .words(words) }
}
