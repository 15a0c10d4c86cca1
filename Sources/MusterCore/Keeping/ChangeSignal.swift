import GRDB
public import MusterValues

/// Tells whether a registry's file was changed, at less cost than any query.
///
/// It has a connection of its own, which counts the commits of all others.
public final class ChangeSignal: Sendable {
    private let queue: DatabaseQueue
    private let store: Store

    /// Watches the file of an open registry.
    ///
    /// - Throws: `MusterError` if it cannot be opened once more.
    public init(_ registry: Registry) throws(MusterError) {
        store = registry.store
        do { queue = try Store.open(registry.store.file, isWriting: false) { _ in } } catch {
            throw MusterError(error, path: registry.path)
        }
    }

    /// A number that differs from the last one if the file was changed meanwhile, by anybody. It reads no table.
    ///
    /// - Throws: `MusterError.replaced` if another file is in its place.
    public func count() throws(MusterError) -> Int64 {
        do {
            try store.checkInPlace()
            return try queue.commitsOfOthers()
        } catch { throw MusterError(error, path: store.file.path) }
    }
}
