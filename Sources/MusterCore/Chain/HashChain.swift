import Crypto
import Foundation
import MusterValues

/// The hashes of the chain, as written down under Hash chain in the documentation.
///
/// A leaf begins with the byte 0 and a revision with the byte 1, so that neither can be taken for the other (RFC 6962 §2.1).
enum HashChain {
    /// The bytes of a SHA-256.
    typealias Hash = [UInt8]

    /// What stands for the hash before the first revision's.
    static let beginning = Hash(repeating: 0, count: 32)
    /// What stands where a reason was redacted.
    static let redacted = "[redacted]"
    /// How many bytes a leaf has.
    static let leafCount = 32
    /// How many random bytes a leaf is hashed with.
    static let nonceCount = 16

    /// The SHA-256 of bytes.
    static func hash(_ bytes: [UInt8]) -> Hash {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return hasher.finalize().withUnsafeBytes { Hash($0) }
    }

    /// The leaf of a revision's reason, with its nonce; the residue of a redacted one without.
    static func leaf(ofReason reason: some Sequence<UInt8>, revision: Int64, nonce: some Sequence<UInt8>) -> Hash {
        var bytes = LeafBytes()
        Array(nonce).withUnsafeBytes { bytes.begin(nonce: $0) }
        bytes.append(Array(#"{"id":\#(revision),"reason":"#.utf8))
        CanonicalForm.append(reason, to: &bytes)
        bytes.append(Array(#","table":"revision"}"#.utf8))
        return bytes.hash
    }

    /// The hash of a revision, leaf by leaf: 1, the hash before, the leaves, the revision itself.
    struct OfRevision {
        private var hasher = SHA256()
        /// How many leaves it has so far.
        private(set) var leaves = 0

        init(after previous: Hash) {
            hasher.update(data: [1 as UInt8])
            hasher.update(data: previous)
        }

        mutating func add(leaf: UnsafeRawBufferPointer) {
            hasher.update(bufferPointer: leaf)
            leaves += 1
        }

        /// The hash, of a revision's own texts as the bytes that SQLite holds: as Strings they would end at a NUL.
        mutating func finish(id: Int64, at: Data, author: Data, reasonLeaf: Hash) -> Hash {
            var form = LeafBytes()
            form.append(Array(#"{"at":"#.utf8))
            CanonicalForm.append(at, to: &form)
            form.append(Array(#","author":"#.utf8))
            CanonicalForm.append(author, to: &form)
            form.append(
                Array(#","id":\#(id),"leaves":\#(leaves),"reason":"\#(HashChain.hex(reasonLeaf))"}"#.utf8))
            hasher.update(data: form.bytes)
            return Hash(hasher.finalize())
        }
    }

    /// The hash in small hexadecimal digits.
    static func hex(_ hash: some Sequence<UInt8>) -> String {
        hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Random bytes of the operating system's, for so many nonces.
    static func nonces(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count * nonceCount)
        bytes.withUnsafeMutableBytes { buffer in
            // getentropy gives at most 256 bytes a call.
            for start in stride(from: 0, to: buffer.count, by: 256) {
                let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<min(start + 256, buffer.count)])
                guard getentropy(piece.baseAddress!, piece.count) == 0 else {
                    preconditionFailure("the operating system has no random bytes")
                }
            }
        }
        return bytes
    }
}
