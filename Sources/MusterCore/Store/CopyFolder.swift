import Foundation
import MusterValues

/// A folder of temporary files that is deleted with this object.
final class CopyFolder: Sendable {
    private let path: String
    /// The place of the copy.
    var copy: String { path + "/registry.db" }

    init() throws(MusterError) {
        let folder = FileManager.default.temporaryDirectory
        path = folder.appending(path: "muster-followed-\(UUID().uuidString)").path
        guard mkdir(path, 0o700) == 0 else { throw .full(path: folder.path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
