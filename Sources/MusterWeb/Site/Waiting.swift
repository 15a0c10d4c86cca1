import HTTPTypes

/// Counts those who wait for changes, so that they never take all connections.
final class Waiting: Sendable {
    private let places = Places()

    /// Runs a wait, unless too many wait already.
    ///
    /// - Throws: `Problem` 503 if there are too many, and what the wait throws.
    func run(most: Int, _ wait: () async throws -> Void) async throws {
        try places.enter(
            most: most,
            or: Problem(
                .serviceUnavailable, "too-many-wait", "too many wait for changes; ask again, or with wait=0",
                headers: [.retryAfter: "5"]))
        defer { places.leave() }
        try await wait()
    }
}
