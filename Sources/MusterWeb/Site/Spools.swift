import HTTPTypes

/// The files that wait to be sent: each takes room on the disk until its reader has it, however slowly he or she reads.
final class Spools: Sendable {
    private let places = Places()
    private let most: Int

    /// - Parameter most: the most files at a time.
    init(most: Int = 64) { self.most = most }

    /// Counts one more file.
    ///
    /// - Throws: `Problem` 503 if there are too many.
    func enter() throws {
        try places.enter(
            most: most,
            or: Problem(
                .serviceUnavailable, "too-many-files", "too many files are being sent; ask again in a while",
                headers: [.retryAfter: "30"]))
    }

    /// Counts one file less.
    func leave() { places.leave() }
}
