public import MusterCore
public import MusterValues

/// What changed between two revisions: each number that moved, each record, and each revision.
public struct Changes: Sendable {
    /// The numbers that are not the same any more.
    public let numbers: [MovedNumber]
    /// The fields of records that are not the same any more.
    public let records: [Difference]
    /// The revisions, the oldest first.
    public let revisions: [LoggedRevision]
    /// What the revisions did that no field tells: undoing, merging and redacting.
    public let acts: [RevisionAct]

    /// A number that moved.
    public struct MovedNumber: Encodable, Sendable {
        /// What it counts.
        public let what: What
        /// The state, status or form of what is counted; nil for a number of all.
        public let which: Which?
        /// The unit or the region that it is of; nil for the whole register.
        public let of: NamedRecord?
        /// The number before; nil if there was none.
        public let before: Amount?
        /// The number after; nil if there is none any more.
        public let after: Amount?
        /// The revisions that moved it, the oldest first.
        public let steps: [Step]
    }

    /// A revision that moved a number.
    public struct Step: Encodable, Sendable {
        /// The revision.
        public let revision: Int64
        /// Its time, in UTC, as `2026-11-25T09:30:00Z`.
        public let at: String
        /// Its author.
        public let author: String
        /// Its reason.
        public let reason: String
        /// The number after it; nil if there is none any more.
        public let after: Amount?
        /// The citations that came with it, of what the number counts.
        public let citations: [CitedStatement]
        /// The record and the field of which each of them speaks.
        let cited: [(record: RecordID, field: FieldName)]

        private enum CodingKeys: CodingKey { case revision, at, author, reason, after, citations }
    }

    /// A number or a range, or several of which each may be so.
    public struct Amount: Encodable, Hashable, Sendable {
        /// The ranges.
        public let ranges: [Strength]

        /// The amount in English, as "2 to 3".
        public var words: String { ranges.map(\.words).joined(separator: " or ") }

        /// Encodes the amount in words.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(words)
        }
    }

    /// A value of a closed list, by which people or units are counted.
    public struct Which: Encodable, Hashable, Sendable {
        /// The value itself.
        public let rawValue: String
        /// The words for it.
        public let label: Label

        init(_ value: some ClosedList) {
            (rawValue, label) = (value.rawValue, Label(value.words, value.label.russian))
        }

        /// Encodes the value itself.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(rawValue)
        }
    }
}
