public import MusterValues

/// A drawing of an edition, as the values that it shows. A sentence says the same, and a table follows.
public struct Drawing: Sendable {
    /// The word by which files and links name it, such as `where`.
    public let name: String
    /// The sentence that a reader hears who does not see it.
    public let sentence: Words
    /// What is drawn.
    public let kind: Kind

    /// The kinds of drawings.
    public enum Kind: Sendable {
        /// A tile for each region.
        case tiles([Tile])
        /// Lives of officials, groups and units over time.
        case lives(Lives)
        /// The strengths that sources give for a unit.
        case strengths(Strengths)
        /// Which source repeats which.
        case voices([VoiceLine])
    }
}

/// The tile of a region on the map.
public struct Tile: Sendable {
    /// The region.
    public let region: RecordID
    /// The row from the top and the column from the left, from 1; nil for the territories that have a strip of their own.
    public let place: (row: Int, column: Int)?
    /// The letters on it, such as "KGD".
    public let letters: String
    /// The name of the region.
    public let name: Words
    /// What is known of it.
    public let state: State
    /// True if something about it is in dispute.
    public let isInDispute: Bool
    /// Its name and what is known, for who does not see it.
    public let sentence: Words

    /// What is known of a region.
    public enum State: Sendable {
        /// Nobody looked, and nothing is on record.
        case notLooked
        /// It was looked at, and none was found.
        case noneFound
        /// It was looked at, and something was found that is not on record yet.
        case found
        /// Something is on record, and nobody is counted.
        case nobodyCounted
        /// People, from `least` to `most`; nil if that is open.
        case counted(least: Int, most: Int?)
    }
}

/// Lives over time, each with its uncertain dates.
public struct Lives: Sendable {
    /// The day that is answered for: a line over all.
    public let day: Day
    /// The lives.
    public let lanes: [Lane]

    /// A life: what happened to one official, group or unit.
    public struct Lane: Sendable {
        /// Who or what it is.
        public let name: Words
        /// What is said under the name, such as the post and the unit; nil if there is nothing.
        public let about: Words?
        /// The upper line, such as posts.
        public let posts: [Span]
        /// The lower line, such as enrollments.
        public let units: [Span]
        /// What has no place on the line, because its year is not known.
        public let unplaced: [Words]
    }

    /// A state with the days on which it may have begun and ended.
    public struct Span: Sendable {
        /// The state.
        public let label: Words
        /// The days on which it can have begun, the first and the last; a nil side is open, and nil says that no date is stated.
        public let begun: (first: Day?, last: Day?)?
        /// The days on which it can have ended; nil if no end is stated.
        public let ended: (first: Day?, last: Day?)?
        /// The last day on which it is heard of; nil if nobody tells.
        public let lastHeard: Day?
        /// True for a post that is kept and not held, as while its holder is in a unit.
        public let isSuspended: Bool
        /// True for what is denied: it is told, and nothing is drawn.
        public let isDenied: Bool
        /// True if it ends the line, as "left": it has a place and no length.
        public let isEnd: Bool
        /// The date as it is stated, which tells what is about, in doubt or a period; nil if no date is stated.
        public var date: StatedDate?
    }
}

/// The strengths that sources give for a unit over time.
public struct Strengths: Sendable {
    /// The day that is answered for: a line over all.
    public let day: Day
    /// The claims.
    public let claims: [Claim]
    /// The forms and the statuses over time, drawn as two bands under the chart.
    public let bands: [[Lives.Span]]

    /// What a source says of the strength.
    public struct Claim: Sendable {
        /// The days on which it may have been so; a nil side is open, and nil says that no date is stated.
        public let days: (first: Day?, last: Day?)?
        /// The fewest; nil if only the most is given.
        public let least: Int?
        /// The most; nil if only the fewest is given.
        public let most: Int?
        /// True for what contradicts the value on record.
        public let isAgainst: Bool
        /// True for a number that the unit is to have.
        public let isPlanned: Bool
    }
}

/// A source in the tree of who repeats whom.
public struct VoiceLine: Sendable {
    /// The source.
    public let source: RecordID
    /// Its title and publisher.
    public let title: Words
    /// The steps from the source that speaks for itself, which has 0.
    public let depth: Int
    /// How it comes from the one above it, such as "rewrites"; nil for a source that speaks for itself.
    public let relation: Words?
    /// True if it was shown before, under another source that it comes from too.
    public let isShownBefore: Bool
}
