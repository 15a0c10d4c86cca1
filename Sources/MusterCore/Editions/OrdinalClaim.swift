public import MusterValues

/// A claim of a place in the order of founding, compared with the units that the registry holds.
public struct OrdinalClaim: Encodable, Sendable {
    /// The unit.
    public let unit: NamedRecord
    /// Its region; nil if none is stated.
    public let region: NamedRegion?
    /// The claimed place, from 1.
    public let ordinal: Int
    /// The citation that states the claim; nil if none states the place that the registry holds.
    public let citation: CitedStatement?
    /// The number of other regions that have a unit of the same programme on the register.
    public let others: Int
    /// The number of those whose unit is first heard of before this one.
    public let before: Int
    /// The units of those, the first that was heard of first.
    public let earlier: [NamedRecord]
    /// The number of those whose unit certainly began after this one is first heard of.
    public let after: Int
    /// The number of further regions that have a unit for which the register holds no programme.
    public let undetermined: Int
    /// The number of regions without a unit on record that nobody looked at.
    public let notLooked: Int
    /// The fewest earlier regions that the register cannot know, by the claim; 0 if the register can hold all of them.
    public let unknown: Int

    init(
        unit: NamedRecord, region: NamedRegion?, ordinal: Int, citation: CitedStatement?, others: Int,
        earlier: [NamedRecord], after: Int, undetermined: Int, notLooked: Int
    ) {
        self.unit = unit
        self.region = region
        self.ordinal = ordinal
        self.citation = citation
        self.others = others
        self.before = earlier.count
        self.earlier = earlier
        self.after = after
        self.undetermined = undetermined
        self.notLooked = notLooked
        unknown = max(0, ordinal - 1 - (others - after) - undetermined)
    }

    /// The unit's designation, or words for an unnamed one.
    public var designation: String { unit.name ?? "unnamed unit in \(region?.code ?? unit.id.description)" }

    /// The claim and the count in one sentence.
    public var words: String { "\(claimed)\(citation.map { " (\($0.attribution))" } ?? ""); \(compared)" }

    /// The claim, without the place where it is made.
    var claimed: String {
        let claim =
            citation == nil
            ? "the register has it as the \(OrdinalWords.word(ordinal)), which no citation states"
            : "the source says \(OrdinalWords.word(ordinal))"
        return "\(designation): \(claim)"
    }

    /// What the register makes of the claim.
    package var compared: String {
        var held = "the registry has units in \(others) other \(others == 1 ? "region" : "regions")"
        let open = others - before - after
        let told = [
            before > 0 ? "\(before) first heard of before it" : nil, after > 0 ? "\(after) after it" : nil,
            open > 0 ? "\(open) of no telling date" : nil,
        ].compactMap(\.self)
        if !told.isEmpty { held += " (\(told.joined(separator: ", ")))" }
        if undetermined > 0 {
            held +=
                " and \(undetermined) \(undetermined == 1 ? "region" : "regions") with a unit of no stated programme"
        }
        let rest =
            switch verdict {
            case .tooMany(let more): "does not agree: \(more) more than the claim leaves room for"
            case .unknown(let number):
                "at least \(number) \(number == 1 ? "is" : "are") unknown, and \(notLooked) \(notLooked == 1 ? "region is" : "regions are") not looked at"
            case .agrees: "agrees"
            case .canAgree: "can agree"
            }
        return "\(held); \(rest)"
    }

    /// What comes of comparing the claim with the units on record.
    package enum Verdict: Equatable, Sendable {
        /// More units than the claim leaves room for were there before, by this number.
        case tooMany(Int)
        /// The claim implies at least this number of units that are not on record.
        case unknown(Int)
        /// Exactly as many were there before as the claim says.
        case agrees
        /// The dates allow it and do not prove it.
        case canAgree
    }

    package var verdict: Verdict {
        let room = ordinal - 1
        if before > room { return .tooMany(before - room) }
        if unknown > 0 { return .unknown(unknown) }
        return before == room && others == before + after && undetermined == 0 ? .agrees : .canAgree
    }
}
