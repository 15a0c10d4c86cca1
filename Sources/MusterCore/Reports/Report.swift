/// A registry report: what is on the register for one region, or for all, with what is in dispute and what is missing.
///
/// The same registry and the same day asked about give the same report, to the byte in every format.
public struct Report: Encodable, Sendable {
    /// What it is a report of.
    public let title: String
    /// The region's code; nil for the national report.
    public let region: String?
    /// The day asked about; nil for the newest state.
    public let day: String?
    /// The newest revision it is made from.
    public let revision: Int64
    /// The people on record as having joined, or as being in a unit on the day asked about.
    public let people: Headcount
    /// The people by the enrollments' state, in the order of the closed list; without a day only.
    public let peopleByState: [ByState]
    /// The regions reported on that have a unit, a post or a group on the register.
    public let regions: [InRegion]
    /// The units.
    public let units: [ListedUnit]
    /// The enrollments that count, or possibly count on the day asked about.
    public let enrollments: [ListedEnrollment]
    /// The enrollments that never count, with the reason.
    public let uncounted: [Uncounted]
    /// The posts, and what became of them.
    public let posts: [ListedPost]
    /// The fields on which sources speak against what the registry holds.
    public let disputes: [Dispute]
    /// The claimed places in the order of founding against what the registry holds.
    public let ordinals: [OrdinalClaim]
    /// What the register does not hold.
    public let gaps: [Gap]
    /// The sources cited.
    public let sources: [ListedSource]

    /// A state with the people in it.
    public struct ByState: Encodable, Sendable {
        /// The state.
        public let state: EnrollmentState
        /// The people.
        public let people: Headcount
    }

    /// One region of the report.
    public struct InRegion: Encodable, Sendable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: String
        /// How many units, those judged wrong left out.
        public let units: Int
        /// The people in its units.
        public let people: Headcount
    }

    /// An enrollment that never counts.
    public struct Uncounted: Encodable, Sendable {
        /// Its short id.
        public let id: RecordID
        /// Who, in what unit.
        public let words: String
        /// Why it does not count.
        public let reason: String
    }

    /// A field on which sources disagree, or a record that the registry holds disputed.
    public struct Dispute: Encodable, Sendable {
        /// The record.
        public let record: RecordID
        /// Its words.
        public let words: String
        /// The field with the words for and against; nil for a record whose standing is disputed.
        public let field: FieldOnRecord?
        /// Why the record's standing is disputed; nil where it is not.
        public let note: String?
    }

    /// What the register does not hold.
    public struct Gap: Encodable, Sendable {
        /// What is missing.
        public let what: String
        /// The records it is missing of.
        public let records: [RecordID]
    }
}

/// A post as a report shows it.
public struct ListedPost: Encodable, Sendable {
    /// Its short id.
    public let id: RecordID
    /// The official's short id.
    public let official: RecordID
    /// The official's name.
    public let name: String
    /// Its title.
    public let title: String
    /// Its region's code; nil where it has none.
    public let region: String?
    /// What became of it: the newest tenure, or all possible ones on the day asked about; nil where nothing is stated.
    public let tenure: String?
    /// When, EDTF; nil where no date is stated.
    public let date: String?
    /// Why, as the source gives it.
    public let reason: String?
}

/// A claim of a place in the order of founding against what the registry holds.
public struct OrdinalClaim: Encodable, Sendable {
    /// The unit.
    public let unit: RecordID
    /// Its designation.
    public let designation: String
    /// The place claimed, from 1.
    public let ordinal: Int
    /// Whose word it is.
    public let attribution: String
    /// How many other regions have a unit of the same programme on the register.
    public let others: Int
    /// How many further regions have a unit whose programme is not on the register.
    public let undetermined: Int

    /// How many regions before it are unknown to the register, at least; 0 where it can hold as many as are claimed.
    public var unknown: Int { max(0, ordinal - 1 - others - undetermined) }

    /// The claim and the count in a sentence.
    public var words: String {
        var held = "the registry holds \(others) \(others == 1 ? "other" : "others")"
        if undetermined > 0 {
            held +=
                " and \(undetermined) \(undetermined == 1 ? "region" : "regions") with a unit of no stated programme"
        }
        let rest: String
        if others > ordinal - 1 {
            rest = "\(others - ordinal + 1) more than the claim leaves room for, if all were founded before it"
        } else if unknown == 0 {
            rest = "none need be unknown"
        } else {
            rest = "at least \(unknown) \(unknown == 1 ? "is" : "are") unknown"
        }
        return "\(designation): the source says \(Self.word(ordinal)) (\(attribution)); \(held); \(rest)"
    }

    private enum CodingKeys: CodingKey {
        case unit, designation, ordinal, attribution, others, undetermined, unknown, words
    }

    /// Encodes the claim with the count and the sentence drawn from it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(unit, forKey: .unit)
        try container.encode(designation, forKey: .designation)
        try container.encode(ordinal, forKey: .ordinal)
        try container.encode(attribution, forKey: .attribution)
        try container.encode(others, forKey: .others)
        try container.encode(undetermined, forKey: .undetermined)
        try container.encode(unknown, forKey: .unknown)
        try container.encode(words, forKey: .words)
    }

    static func word(_ ordinal: Int) -> String {
        let words = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        ]
        if (1...words.count).contains(ordinal) { return words[ordinal - 1] }
        let isTeen = (11...13).contains(ordinal % 100)
        let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][ordinal % 10] ?? "th"
        return "\(ordinal)\(ending)"
    }
}
