import Foundation
import MusterValues

/// A file that was written to be sent, and has no name any more: it is gone when nobody sends it.
///
/// An answer is written whole before it is sent, so that a slow reader holds no snapshot of the registry, and an error is told
/// with its own status.
final class SpooledFile: @unchecked Sendable {
    private let descriptor: Int32
    private let spools: Spools
    /// The length in bytes.
    let count: Int

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - spools: the files that wait to be sent, of which it is one.
    ///   - write: writes to the path that it is given.
    /// - Throws: `Problem` 503 if too many files wait, `MusterError.full` if there is no room, and what `write` throws.
    init(in spools: Spools, _ write: (String) throws -> Void) throws {
        try spools.enter()
        do {
            descriptor = try withTemporaryFolder { folder in
                let path = folder + "/answer"
                try write(path)
                let descriptor = open(path, O_RDONLY | O_CLOEXEC)
                if descriptor < 0 { throw MusterError.full(path: "temporary files") }
                return descriptor
            }
        } catch {
            spools.leave()
            throw error
        }
        self.spools = spools
        count = Int(lseek(descriptor, 0, SEEK_END))
    }

    /// Writes a file piece by piece.
    ///
    /// - Parameters:
    ///   - spools: the files that wait to be sent, of which it is one.
    ///   - write: gives its pieces to the function that it is given.
    /// - Returns: the result.
    /// - Throws: `Problem` 503 if too many files wait, `MusterError.full` if there is no room, and what `write` throws.
    static func inPieces(in spools: Spools, _ write: (@escaping (String) throws -> Void) throws -> Void) throws
        -> SpooledFile
    {
        try SpooledFile(in: spools) { path in
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let file = FileHandle(forWritingAtPath: path)
            else { throw MusterError.full(path: "temporary files") }
            defer { try? file.close() }
            var waiting = Data()
            func flush() throws {
                do { try file.write(contentsOf: waiting) } catch { throw MusterError.full(path: "temporary files") }
                waiting.removeAll(keepingCapacity: true)
            }
            try withoutActuallyEscaping(flush) { flush in
                try write { piece in
                    waiting.append(contentsOf: piece.utf8)
                    if waiting.count > 1 << 16 { try flush() }
                }
            }
            try flush()
        }
    }

    deinit {
        close(descriptor)
        spools.leave()
    }

    /// Some bytes from a place on; fewer at the end.
    func bytes(from place: Int, most: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
            let read = pread(descriptor, buffer.baseAddress, most, off_t(place))
            guard read >= 0 else { throw MusterError.cannotPrint }
            filled = read
        }
    }
}
