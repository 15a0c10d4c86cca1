import Crypto

/// Bytes on their way to a hash, in memory that is used again for the next row.
///
/// A proof appends some fifty pieces for each version. An Array checks at each of them whether it is shared.
struct LeafBytes: ~Copyable {
    private var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 1024)
    private var capacity = 1024
    private(set) var count = 0

    deinit { start.deallocate() }

    /// Begins a leaf, which the byte 0 stands before; a residue has no nonce.
    mutating func begin(nonce: UnsafeRawBufferPointer) {
        count = 0
        append(0 as UInt8)
        append(nonce)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let from = bytes.baseAddress else { return }
        if count + bytes.count > capacity { grow(by: bytes.count) }
        UnsafeMutableRawPointer(start + count).copyMemory(from: from, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

    /// Appends a whole number in decimal.
    mutating func append(_ number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var (left, power) = (number.magnitude, 1 as UInt64)
        while left / power > 9 { power *= 10 }
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(left / power))
            left %= power
            power /= 10
        }
    }

    private mutating func grow(by more: Int) {
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: (count + more) * 2)
        wider.update(from: start, count: count)
        start.deallocate()
        start = wider
        capacity = (count + more) * 2
    }

    /// The SHA-256 of the bytes.
    var hash: HashChain.Hash { digest.withUnsafeBytes { HashChain.Hash($0) } }

    /// True if a leaf is the SHA-256 of the bytes.
    func fits(_ leaf: UnsafeRawBufferPointer) -> Bool { digest.withUnsafeBytes { $0.elementsEqual(leaf) } }

    /// The bytes themselves.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    private var digest: SHA256Digest {
        var hasher = SHA256()
        hasher.update(bufferPointer: UnsafeRawBufferPointer(start: start, count: count))
        return hasher.finalize()
    }
}
