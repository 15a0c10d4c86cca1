import Foundation
package import MusterValues

/// A file or stream to which bytes are written in pieces of 64 KB.
package final class ByteSink {
    private let descriptor: Int32
    private let path: String
    private let progress: (Int) -> Bool
    private var buffer: [UInt8] = []

    private static let piece = 1 << 16

    /// Writes to an open descriptor; the path is named if that fails. `progress` takes the number of bytes of each piece, and ends the
    /// writing if it is false.
    init(_ descriptor: Int32, named path: String, progress: @escaping (Int) -> Bool) {
        (self.descriptor, self.path, self.progress) = (descriptor, path, progress)
        buffer.reserveCapacity(2 * Self.piece)
    }

    /// Writes bytes.
    ///
    /// - Throws: `MusterError` for a full disk, or a reader that went away.
    func write(_ bytes: UnsafeRawBufferPointer) throws(MusterError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.piece { try flush() }
    }

    /// Writes a text in UTF-8.
    ///
    /// - Throws: the same.
    package func write(_ text: String) throws(MusterError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.piece { try flush() }
    }

    /// Writes one byte. It is flushed with the bytes after it.
    func write(_ byte: UInt8) { buffer.append(byte) }

    /// Hands over what was not written yet.
    ///
    /// - Throws: the same, and `MusterError.stopped` if the user wants no more.
    func flush() throws(MusterError) {
        if buffer.isEmpty { return }
        try FileSystem.write(buffer, to: descriptor, named: path)
        if !progress(buffer.count) { throw .stopped }
        buffer.removeAll(keepingCapacity: true)
    }
}
