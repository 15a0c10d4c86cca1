import Foundation
import MusterValues

/// Makes a folder that only this user can enter, and takes it away with all that is in it after its use.
///
/// - Throws: `MusterError.full` if it cannot be made, and what `use` throws.
func withTemporaryFolder<Value>(_ use: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "muster-server-\(UUID().uuidString)").path
    guard mkdir(folder, 0o700) == 0 else { throw MusterError.full(path: "temporary files") }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try use(folder)
}
