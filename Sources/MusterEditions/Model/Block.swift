package import MusterCore
public import MusterValues

/// A part of an edition.
public enum Block: Sendable {
    /// The head of a section.
    case section(Section)
    /// The head of a part of a section: a unit, an official.
    case part(Part)
    /// A paragraph.
    case paragraph(Words, Tone)
    /// The figures at the top of an edition.
    case figures([KeyFigure])
    /// A table.
    case table(EditionTable)
    /// Some lines that are no table.
    case list([Words])
    /// Values that contradict each other, side by side.
    case dispute(DisputedValue)
    /// A drawing. The table with the same facts comes after it.
    case drawing(Drawing)

    /// The weight of a paragraph.
    public enum Tone: Sendable {
        /// What explains the section, under its head.
        case about
        /// A sentence.
        case plain
        /// What the reader must not miss, such as that the register of the past is shown.
        case warning
    }
}

/// The head of a section.
public struct Section: Sendable {
    /// The word by which files and links name it, such as `units`.
    public let name: String
    /// The head.
    public let title: Words
    /// What it holds, for the table of contents, such as a number; nil if there is nothing to count.
    public let count: Words?
}

/// The head of a part of a section.
public struct Part: Sendable {
    /// The record whose place this is; nil if its place is elsewhere or it is no record.
    public let place: RecordID?
    /// The head.
    public let title: Words
    /// Words that stand beside it, such as "in dispute".
    public let marks: [Mark]
    /// The people in it; nil if nobody is counted there.
    public let people: LabelledRange?

    /// A word beside a head.
    public struct Mark: Sendable {
        /// The word.
        public let words: Words
        /// Its kind, which decides on its colour and edge.
        public let kind: Kind

        /// The kinds of marks.
        public enum Kind: String, Sendable { case against, warn, plain, rejected }
    }
}

/// A range of people with what it counts.
public struct LabelledRange: Sendable {
    /// What is counted, such as "On record, ever".
    public let label: Words
    /// The people: named, and least and most.
    public let people: Headcount
    /// The sentence that says what the drawing shows.
    public let sentence: Words
}

/// A figure at the top of an edition.
public struct KeyFigure: Sendable {
    /// The word by which files name it, such as `on_record`.
    public let name: String
    /// What it says, and when: "On record, ever".
    public let label: Words
    /// The number before which `qualifier` and after which `unit` is said.
    public let value: Words
    /// What is smaller beside the number, such as "definitely" or "open"; nil if there is nothing.
    public let remark: Words?
    /// The people that are drawn as squares; nil for a figure that is no number of people.
    public let people: Headcount?
    /// The sentence under it.
    public let sentence: Words?
}

/// Values of a field that contradict each other, or events that exclude each other.
public struct DisputedValue: Sendable {
    /// The record, and what is in dispute: "BARS-Kaliningrad: status".
    public let title: Words
    /// The record.
    public let record: RecordID
    /// The field in dispute; nil if the record as a whole is.
    package var field: FieldName?
    /// What the register concludes: "on record: established", or that nothing is concluded.
    public let concluded: Words
    /// True if the register concludes a value.
    public let isConcluded: Bool
    /// Those for it, or with nothing concluded the first that is stated.
    public internal(set) var supporting: [Side]
    /// Those against it.
    public internal(set) var against: [Side]
    /// How it was settled; nil while it is open. On a page the way to decide it may stand here.
    public internal(set) var settled: Words?

    /// A value as one source or several state it.
    public struct Side: Sendable {
        /// The value as it is stated.
        public let value: Words
        /// Who states it, one line for each. On a page the way to judge it may stand after them.
        public internal(set) var voices: [Words]
        /// The event or the record that it is; nil for a value.
        package var record: RecordID?
    }
}

extension Block {
    /// The records that have their place in the block.
    package var places: [RecordID] {
        switch self {
        case .part(let part): [part.place].compactMap(\.self)
        case .table(let table): table.rows.compactMap(\.place)
        case .section, .paragraph, .figures, .list, .dispute, .drawing: []
        }
    }
}
