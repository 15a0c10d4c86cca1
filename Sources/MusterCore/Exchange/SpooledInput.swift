import Foundation
package import MusterValues

/// A file that can be read several times. What can be read only once, such as standard input, is copied to a temporary file, which
/// goes with this value.
package final class SpooledInput: Sendable {
    let file: String
    /// The number of bytes.
    package let size: Int
    private let isCopy: Bool

    /// - Parameters:
    ///   - path: the file; `-` is standard input.
    ///   - most: the most bytes that are copied of what is no file, which can have no end; nil for all.
    /// - Throws: `MusterError.badFile` if it is missing or a folder, `.mayNotRead` if it may not be read.
    package init(_ path: String, atMost most: Int? = nil) throws(MusterError) {
        let kind = FileSystem.kind(path)
        if path != "-" {
            if kind == .nothing { throw .badFile(path: path, rule: "there is no such file; check its name") }
            if kind == .folder { throw .badFile(path: path, rule: "it is a folder") }
        }
        isCopy = path == "-" || kind == .other
        file = try isCopy ? Self.copied(path, most ?? .max) : path
        guard access(file, R_OK) == 0, let status = FileSystem.status(file) else { throw .mayNotRead(path: path) }
        size = Int(status.st_size)
    }

    deinit {
        if isCopy { unlink(file) }
    }

    /// Opens the file at a byte.
    func open(_ path: String, from offset: Int) throws(MusterError) -> FileHandle {
        guard let handle = FileHandle(forReadingAtPath: file) else { throw .mayNotRead(path: path) }
        do { try handle.seek(toOffset: UInt64(offset)) } catch { throw Self.unreadable(path) }
        return handle
    }

    /// The first bytes, at most so many.
    ///
    /// - Parameters:
    ///   - path: the file, to be named in a refusal.
    ///   - count: the number of bytes.
    /// - Returns: the bytes.
    /// - Throws: `MusterError.badFile` if it cannot be read to its end.
    package func start(_ path: String, _ count: Int) throws(MusterError) -> [UInt8] {
        do { return Array(try open(path, from: 0).read(upToCount: count) ?? Data()) } catch let error as MusterError {
            throw error
        } catch { throw Self.unreadable(path) }
    }

    static func unreadable(_ path: String) -> MusterError { .badFile(path: path, rule: "it cannot be read to its end") }

    private static func copied(_ path: String, _ most: Int) throws(MusterError) -> String {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("muster-\(UUID().uuidString)").path
        let descriptor = Glibc.open(copy, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: copy) }
        defer { close(descriptor) }
        do throws(MusterError) {
            guard let from = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
                throw .mayNotRead(path: path)
            }
            var rest = most
            while rest > 0 {
                let bytes: Data?
                do { bytes = try from.read(upToCount: 1 << 20) } catch { throw Self.unreadable(path) }
                guard let bytes, !bytes.isEmpty else { break }
                rest -= bytes.count
                try FileSystem.write(bytes, to: descriptor, named: copy)
            }
        } catch {
            unlink(copy)
            throw error
        }
        return copy
    }
}
