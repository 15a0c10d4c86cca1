public import MusterValues

/// A table of an edition. Every format writes it whole: HTML and Markdown for people, CSV, JSON and a workbook for programs.
public struct EditionTable: Sendable {
    /// The word by which files name it, such as `units`.
    public let name: String
    /// What it shows, for those who do not see it; it is not printed where a head says the same.
    public let caption: Words
    /// The columns.
    public let columns: [Column]
    /// The rows.
    public let rows: [Row]

    /// A column.
    public struct Column: Sendable {
        /// The word by which programs name it, such as `last_heard`.
        public let key: String
        /// Its head.
        public let title: Words
        /// True for numbers, which stand at the right.
        public var isNumber = false
        /// True for what programs need and people do not, such as the first and the last day of a date.
        public var isForPrograms = false
    }

    /// A row.
    public struct Row: Sendable {
        /// The record whose place this row is; nil if its place is elsewhere.
        public var place: RecordID?
        /// A cell for each column.
        public let cells: [Cell]
        /// What sources say of it, a line for each; it stands beneath the row.
        public var evidence: [Words] = []
        /// The number of steps by which it stands under the row before, such as a source that repeats another.
        public var depth = 0
    }

    /// A cell.
    public struct Cell: Sendable {
        /// What it says; nil for an empty one.
        public var words: Words?
        /// A second line of less weight; nil for none.
        public var second: Words?
        /// The value for programs, if it is not what the words say in English.
        public var raw: String?
        /// The grade that the cell tells, for its mark; nil for any other cell.
        public var grade: Grade?
    }
}
