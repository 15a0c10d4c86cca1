import Foundation
import MusterValues

/// A kept copy of a source.
enum Capture {
    static let digestGiven = MusterError.usage(
        "the SHA-256 of the copy is worked out from its file; give only one of the two")

    /// The SHA-256 of a file in lower-case hexadecimal digits, read in pieces of 1 MB.
    ///
    /// - Throws: `MusterError.badFile` for a folder, a device or a FIFO, and for a file that is missing, empty or cannot be read.
    static func sha256(ofFile path: String) throws(MusterError) -> String {
        switch FileSystem.kind(path) {
        case .plain: break
        case .nothing: throw .badFile(path: path, rule: "it is not there; check its name")
        case .folder: throw .badFile(path: path, rule: "it is a folder; give the file that holds the copy")
        case .other: throw .badFile(path: path, rule: "it is no plain file; give the file that holds the copy")
        }
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            if let digest = try FileDigest.sha256(of: file) { return digest }
        } catch { throw .badFile(path: path, rule: "it cannot be read; check whether you may read it") }
        throw .badFile(path: path, rule: "it is empty; give the file that holds the copy")
    }
}
