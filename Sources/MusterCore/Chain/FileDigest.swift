import Crypto
import Foundation

/// The digest of a file's bytes.
enum FileDigest {
    /// The SHA-256 (FIPS 180-4) of what is left to read of a file, in small hexadecimal digits; nil if nothing is. It is read in
    /// pieces of 1 MB.
    ///
    /// - Throws: the errors of reading.
    static func sha256(of file: FileHandle) throws -> String? {
        var hasher = SHA256()
        var isEmpty = true
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            hasher.update(data: piece)
            isEmpty = false
        }
        if isEmpty { return nil }
        return HashChain.hex(hasher.finalize())
    }
}
