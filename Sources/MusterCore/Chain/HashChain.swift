import Crypto
import Foundation
import MusterValues

/// The hashes of the chain. The documentation describes them under Hash chain.
///
/// A leaf begins with the byte 0 and a revision with the byte 1, so neither can be mistaken for the other (RFC 6962 §2.1).
enum HashChain {
    /// The bytes of a SHA-256.
    typealias Hash = [UInt8]

    /// The value used as the previous hash of the first revision.
    static let beginning = Hash(repeating: 0, count: 32)
    /// The length of a leaf, in bytes.
    static let leafCount = 32
    /// The number of random bytes that are hashed with a row.
    static let nonceCount = 16

    /// The SHA-256 of bytes.
    static func hash(_ bytes: [UInt8]) -> Hash {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return hasher.finalize().withUnsafeBytes { Hash($0) }
    }

    /// The leaf of a revision's reason. Without a nonce the result is the residue of a redacted reason.
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
        /// The number of leaves added so far.
        private(set) var leaves = 0

        init(after previous: Hash) {
            hasher.update(data: [1 as UInt8])
            hasher.update(data: previous)
        }

        mutating func add(leaf: UnsafeRawBufferPointer) {
            hasher.update(bufferPointer: leaf)
            leaves += 1
        }

        /// The hash. The revision's texts are passed as the bytes that SQLite holds, because a String would end at a NUL.
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
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Random bytes from the operating system, enough for this number of nonces.
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
