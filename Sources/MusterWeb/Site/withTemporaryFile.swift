import Foundation
import MusterValues
import NIOCore

/// Writes bytes to a file that is there only while it is used.
///
/// - Throws: `MusterError.full` if there is no room, and what `use` throws.
func withTemporaryFile<Value>(_ bytes: ByteBuffer, named name: String, _ use: (String) throws -> Value) throws -> Value
{
    let folder = FileManager.default.temporaryDirectory.appending(path: "muster-request-\(UUID().uuidString)").path
    guard mkdir(folder, 0o700) == 0 else { throw MusterError.full(path: "temporary files") }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + name
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes.readableBytesView)) else {
        throw MusterError.full(path: "temporary files")
    }
    return try use(path)
}
