/// The match of two names: how sure it is that they belong to the same record, and the reason.
package struct NameMatch: Hashable {
    package let tier: MatchTier
    package let why: MatchReason

    package init(tier: MatchTier, why: MatchReason) {
        self.tier = tier
        self.why = why
    }

    /// The place among other matches: the surer tier first, and what only a text says last.
    package var place: Int { why == .wordsOfText ? .max : MatchTier.allCases.firstIndex(of: tier) ?? 0 }
}
