public import MusterCore
public import MusterValues

/// What changed between two revisions: each number that moved, and each revision.
public struct Changes: Encodable, Sendable {
    /// The numbers that are not the same any more.
    public let numbers: [MovedNumber]
    /// The revisions, the oldest first.
    public let revisions: [LoggedRevision]

    /// A number that moved.
    public struct MovedNumber: Encodable, Sendable {
        /// What it counts.
        public let what: What
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
        /// The number after it; nil if there is none any more.
        public let after: Amount?
        /// The citations that came with it, of what the number counts.
        public let citations: [CitedStatement]
        /// The field of which each of them speaks.
        let fields: [FieldName]

        private enum CodingKeys: CodingKey { case revision, after, citations }
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

    /// The numbers that are compared.
    public enum What: String, ClosedList {
        /// The people who ever joined, on the register.
        case people
        /// The strength of a unit, as sources state it.
        case strength
        /// The units of a region.
        case units

        /// The name of one value in a message.
        public static var listName: String { "number" }

        /// The words for people.
        public var label: Label {
            switch self {
            case .people: Label("people ever joined", "вступления за всё время")
            case .strength: Label("strength", "численность")
            case .units: Label("units", "подразделения")
            }
        }
    }
}

extension Changes.What {
    /// The kinds of record whose citations can move the number.
    var kinds: [RecordKind] {
        switch self {
        case .people: [.enrollment, .event]
        case .strength: [.event]
        case .units: [.unit]
        }
    }
}
