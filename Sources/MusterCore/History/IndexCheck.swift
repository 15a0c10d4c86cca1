import Foundation
import GRDB
import MusterValues
import Synchronization

/// A check of the search index on a second connection, while the first one proves the history.
///
/// If another program writes in between, the two see different revisions. Each is then proved whole as it is seen: the
/// history as of one revision, and an index that fits the history as of another.
final class IndexCheck: Sendable {
    private let group = DispatchGroup()
    private let found = Mutex<Result<Void, MusterError>?>(nil)

    /// Starts the check, unless the registry has only one connection for the present.
    init(of registry: Registry) {
        if registry.store.isWriting { return }
        DispatchQueue.global().async(group: group) { [self] in
            let result: Result<Void, MusterError>
            do throws(MusterError) {
                try registry.read { try SearchIndex(db: $0).check() }
                result = .success(())
            } catch { result = .failure(error) }
            found.withLock { $0 = result }
        }
    }

    /// Waits for the end of the check.
    func wait() { group.wait() }

    /// The result; if the check was not started, it is done now.
    ///
    /// - Throws: `MusterError.indexWrong` for an index that does not fit the history.
    func result(_ db: Database) throws {
        wait()
        guard let found = found.withLock({ $0 }) else { return try SearchIndex(db: db).check() }
        try found.get()
    }
}
