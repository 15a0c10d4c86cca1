import Foundation
import MusterValues

/// A registry's file: the path as its user typed it, and the file itself, found once when it is opened.
///
/// Everything is decided from the file itself: the log beside it, its folder, its mode. A link's own folder tells nothing.
struct RegistryFile: Sendable {
    /// The path as typed, which messages show.
    let path: String
    /// The absolute path behind every link.
    let real: String

    /// Finds a file that must be there.
    ///
    /// - Throws: `MusterError.noRegistry` if there is none, `.cannotOpen` for a folder, `.badFile` for a device, a FIFO or a
    ///   socket, `.mayNotRead`.
    init(existing path: String) throws(MusterError) {
        do { real = try FileSystem.real(path) } catch {
            throw error == .cannotOpen(path: path) ? .noRegistry(path: path) : error
        }
        self.path = path
        if try !isThere() { throw .noRegistry(path: path) }
    }

    /// Finds the place of a file that may be made.
    ///
    /// - Throws: as for one that must be there, but for its absence.
    init(path: String) throws(MusterError) {
        real = try FileSystem.real(path)
        self.path = path
        _ = try isThere()
    }

    /// A file that muster itself makes beside its place, under the name of what it will be.
    init(real: String, named path: String) {
        self.real = real
        self.path = path
    }

    /// True if there is a file.
    private func isThere() throws(MusterError) -> Bool {
        switch FileSystem.kind(real) {
        case .nothing: return false
        case .folder: throw .cannotOpen(path: path)
        case .other:
            throw .badFile(path: path, rule: "it is a device, a FIFO or a socket and no file", fix: .nameRegistry)
        case .plain: return true
        }
    }

    /// Refuses to write a file of two names: SQLite finds a log by the name, and a write through one is lost to the other.
    func checkOneName() throws(MusterError) {
        guard let status = FileSystem.status(real), status.st_nlink > 1 else { return }
        // A copy that is just getting its name, or was cut short on the last step, has the name it was made under too.
        for name in FileSystem.files(beside: real, ending: ".part") {
            let part = "\(FileSystem.folder(of: real))/\(name)"
            if FileSystem.status(part)?.st_ino == status.st_ino { unlink(part) }
        }
        if let left = FileSystem.status(real), left.st_nlink > 1 {
            throw .refused(rule: "\(quoted(path)) \(Self.manyNames); nothing was changed", fix: Self.oneName)
        }
    }

    /// The fault of a file with two names, and the advice for it.
    static let manyNames = "is one file under two names (hard links), and what is written through one can be lost"
    static let oneName: Remedy = "copy it to a new name, and use the copy"

    /// Refuses a file whose first bytes are not those of a registry, unless a log beside it could hold other bytes.
    func checkHeader(mayBeEmpty: Bool) throws(MusterError) {
        if FileSystem.hasLog(real) { return }
        guard let handle = FileHandle(forReadingAtPath: real) else { throw .mayNotRead(path: path) }
        defer { try? handle.close() }
        let bytes = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
        if bytes.isEmpty, mayBeEmpty { return }
        guard bytes.starts(with: Array("SQLite format 3\0".utf8)) else { throw .notARegistry(path: path) }
        guard bytes.count >= 72 else { return }
        let number = bytes[68..<72].reduce(0) { $0 << 8 | Int32($1) }
        if number != Schema.applicationID, !(mayBeEmpty && number == 0) { throw .notARegistry(path: path) }
    }
}
