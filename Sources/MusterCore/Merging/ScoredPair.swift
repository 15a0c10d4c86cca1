import MusterValues

/// A pair under consideration. Each reason for or against it moves the score.
struct ScoredPair {
    /// A reason that moves the score, with the code of its region or its unit.
    struct Reason {
        let reason: MatchReason
        let points: Int
        let region: String?
        let unit: RecordID?
    }

    let one: RecordID
    let other: RecordID
    private(set) var reasons: [Reason] = []
    private var sum = 0

    /// The score, from 1 to 99.
    var score: Int { min(99, max(1, sum)) }

    init(_ one: RecordID, _ other: RecordID, score: Int, because reason: MatchReason, unit: RecordID? = nil) {
        self.one = min(one, other)
        self.other = max(one, other)
        add(score, because: reason, unit: unit)
    }

    mutating func add(_ points: Int, because reason: MatchReason, region: String? = nil, unit: RecordID? = nil) {
        sum += points
        reasons.append(Reason(reason: reason, points: points, region: region, unit: unit))
    }
}
