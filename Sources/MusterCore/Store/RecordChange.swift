public import MusterValues

/// The change that a write made to one record.
public enum RecordChange: Hashable, Sendable {
    /// It was added, with its name, its title or its words; nil for a unit without a designation.
    case added(String?, concluding: [String] = [])
    /// Its name was changed.
    case renamed
    /// Fields got other values.
    case edited([FieldName])
    /// Somebody decided on the value of a field: between sources that disagree, or without a source.
    case concluded(FieldName)
    /// It cites a source on a field of a record; `stated` is nil if the value is the one that an edit just set.
    case cited(FieldName, of: RecordID, stated: String?)
    /// It is a citation of a source that is dated before the event on which it is cited, or before all others who report it.
    case isBeforeEvent
    /// It is a post of an official who was on the register, with what is known of him or her.
    case isOfKnown(String)
    /// It is an event that cannot be besides this one.
    case excludes(RecordID)
    /// It is a citation that other statements contradict: each in words, with its source.
    case contradicted(by: [String])
    /// It is a citation of a free text that others tell in other words: each in words, with its source.
    case toldDifferently(by: [String])
    /// It is a citation whose words name no record of this kind, so that it is no second source of the one on record.
    case namesNone(RecordKind)
    /// It is the source, by its title, that the author cited last, and is cited here.
    case citedAgain(String)
    /// It is an event that happened to a record.
    case recorded(EventValue, of: RecordID)
    /// It is an event that can only be after today, so it is a plan.
    case isAhead
    /// It is a source that was published after today, as it says.
    case isPublishedAhead
    /// It is an event that is dated after every source that reports it.
    case isAfterSources
    /// It is an event after the death of its official, or after the end of its unit: this event.
    case isAfterEnd(RecordID)
    /// It is a group that may be the same people as this other one of its unit.
    case mayBe(RecordID)
    /// It is the enrollment of an official who may be one of this group of the unit; with the source that it cites.
    case mayBeOf(RecordID, official: RecordID, source: RecordID)
    /// It was told apart from another record.
    case distinguished(from: RecordID)
    /// It was found to be of a group; the group's words come with it.
    case resolved(group: RecordID, words: String)
    /// It is an event of a group that was not given to a named member: a death is recorded by name.
    case notGiven(EventValue, to: RecordID)
    /// It is a group, and what was recorded of it is not recorded of its named members, these enrollments.
    case ofOthers(than: [RecordID])
    /// It was merged into another record; nil for a title of a post or an enrollment that went with the record it is of.
    case merged(into: RecordID, title: String?)
    /// It is a unit, and so is the one merged into it, and each of the two had events of its own: they may be two units, of which
    /// one came from the other.
    case haveHistories(other: RecordID)
    /// It belonged to the first record and belongs to the second now.
    case moved(from: RecordID, to: RecordID)
    /// It got names, citations or members of another record.
    case received(Parts, from: RecordID)
    /// It took a value that it lacked from the record that was merged into it.
    case filled(FieldName, from: RecordID, value: FieldValue)
    /// Its number of people became what it and the record that was merged into it both allow.
    case narrowed(FieldName, to: FieldValue, from: FieldValue, other: RecordID, otherValue: FieldValue)
    /// It kept its own value, and the record that was merged into it had another; nil for no value.
    case kept(FieldName, value: FieldValue?, other: RecordID, otherValue: FieldValue?)
    /// Something of it was undone: what the undone revision added is removed, anything else is put back.
    case undone(Undone, isRemoved: Bool)
    /// It, or a row of this table that belongs to it, is gone since a merge and is not put back.
    case lost(part: String?)
    /// A field of it, or of a row of this table that belongs to it, was changed since a merge and stays as it is.
    case changedSince(field: String, part: String?)
    /// It was recorded in a revision after a merge and stays with the record that was kept; it may be the other's.
    case recordedSince(revision: Int64, kept: RecordID, gone: RecordID)
    /// Somebody looked for units in it; the day, the place and what was found, in words.
    case looked(String)
    /// It is a source that was set aside, with the reason.
    case setAside(String)
    /// It rests on a source alone that was set aside, or is a death that has no second origin without it, so it is rejected.
    case restsOn(RecordID, isAlone: Bool)
    /// It is a source that repeats one that was set aside and no other, and it still counts.
    case stillRepeats(RecordID)
    /// It is a source that was set aside, and counts again.
    case broughtBack
    /// It rested on a source alone that counts again, and stands as it was judged before.
    case standsAgain
    /// It was redacted, with so many rows of each table.
    case redacted([Parts])
    /// It may still hold what was redacted, in any spelling, in these fields, or in its names or citations.
    case stillHolds([String])

    /// Rows that belong to a record, by their table.
    public struct Parts: Hashable, Sendable {
        /// The table, as `citation`.
        public let table: String
        /// The number of rows, from 1.
        public let count: Int
    }

    /// The part of a record that was undone.
    public enum Undone: Hashable, Sendable {
        /// The record itself.
        case record
        /// Values of these fields, by their names.
        case fields([String])
        /// Rows of this table that belong to it.
        case parts(String)
    }
}
