public import MusterValues

/// The checks of a registry's file, and the result of each.
public struct Checkup: Sendable {
    /// One check.
    public struct Finding: Hashable, Sendable {
        /// The name of the check.
        public let check: String
        /// True if the check passed.
        public let isFine: Bool
        /// The result, in words.
        public let found: String
        /// The action to take; nil if none is needed.
        public let advice: Remedy?
    }

    /// The results in the order of the checks; a check is left out if an earlier failure makes it pointless.
    public let findings: [Finding]
    /// The proof of the history; nil if a check failed before it or the history does not fit.
    public let proof: Proof?

    /// True if every check passed.
    public var isFine: Bool { findings.allSatisfy(\.isFine) }
}

extension Checkup.Finding {
    init(check: String, error: MusterError, path: String) {
        let advice: Remedy =
            switch error {
            case .busy, .full, .failed: "try again when no other program uses the file and its disk has room"
            case .notARegistry:
                .restore(path: path, isThere: false)
            default:
                .restore(path: path, isThere: true)
            }
        // The error's own advice would send the user back to this check, so only the part before it is shown.
        let found = error.rule.split(separator: ";").first.map(String.init) ?? error.rule
        self.init(check: check, isFine: false, found: found, advice: advice)
    }
}
