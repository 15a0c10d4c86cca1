/// The match of two names: how sure it is that they belong to the same record, and the reason.
package struct NameMatch: Hashable {
    package let tier: MatchTier
    package let why: MatchReason

    package init(tier: MatchTier, why: MatchReason) {
        self.tier = tier
        self.why = why
    }
}
