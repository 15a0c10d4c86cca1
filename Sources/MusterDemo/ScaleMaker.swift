import MusterCore
import MusterValues

/// The parts that all makers of made-up records share.
class ScaleMaker {
    let transaction: Transaction
    let dates: ScaleDates
    var dice: SeededRandom

    init(transaction: Transaction, dates: ScaleDates, dice: SeededRandom) {
        self.transaction = transaction
        self.dates = dates
        self.dice = dice
    }

    /// Evidence from one of the sources; it never passes on the words of `other`.
    func makeEvidence(in sources: [Int64], speech: Speech? = nil, notBy other: String? = nil) -> CheckedEvidence {
        let picked = dice.happens(40) ? dice.pick(ScaleWords.speakers) : nil
        let speaker = picked == other ? nil : picked
        return CheckedEvidence(
            sourceID: dice.pick(sources), locator: dice.happens(70) ? dice.pick(ScaleWords.locators) : nil, stated: nil,
            quote: dice.happens(10) ? dice.pick(ScaleWords.quotes) : nil, speaker: speaker,
            speech: speech ?? (speaker == nil ? (dice.happens(12) ? .reported : .states) : .attributed))
    }

    /// A standing with its note: mostly accepted, otherwise disputed, needing work or rejected.
    func standing(acceptedOf100 accepted: Int) -> (standing: Standing, note: String?) {
        if dice.happens(accepted) { return (.accepted, nil) }
        return switch dice.below(7) {
        case 0..<4: (.disputed, dice.pick(ScaleWords.disputes))
        case 4..<6: (.needsWork, dice.pick(ScaleWords.doubts))
        default: (.rejected, dice.pick(ScaleWords.mistakes))
        }
    }

    /// Records an event without reporting it to the user: there could be a million.
    func recordEvent(
        _ value: EventValue, of subject: RecordID, on date: StoredDate?, cause: String? = nil,
        evidence: [CheckedEvidence], links: EventLinks = EventLinks(),
        acceptedOf100 accepted: Int = 100
    ) throws {
        let judgement = standing(acceptedOf100: accepted)
        _ = try transaction.insertEvent(
            value, of: subject, on: date, cause: cause.map(StatedWords.typed), evidence: evidence, links: links,
            standing: judgement.standing,
            standingNote: judgement.note)
    }
}
