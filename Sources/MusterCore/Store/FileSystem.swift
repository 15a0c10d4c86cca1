import Foundation
import MusterValues

/// The file system calls that muster makes.
enum FileSystem {
    /// The path in a form that SQLite always takes as a file's: it treats `:memory:` and `file:…` specially.
    ///
    /// - Throws: `MusterError.badValue` for an empty path: SQLite would make a temporary file.
    static func file(_ path: String) throws(MusterError) -> String {
        if path.isEmpty { throw .badValue(field: "file", value: path, rule: "it is empty", fix: .give(.file)) }
        return path.hasPrefix("/") ? path : "./" + path
    }

    /// The URI with which SQLite opens a file that nobody changes.
    static func immutable(_ file: String) -> String {
        URL(fileURLWithPath: file).absoluteString + "?immutable=1"
    }

    /// Whether a SQLite log lies beside the file: another program has it open, or one was interrupted.
    static func hasLog(_ file: String) -> Bool { exists(file + "-wal") || exists(file + "-journal") }

    /// Whether this user may write the file and its folder.
    static func isWritable(_ file: String) -> Bool {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return access(file, W_OK) == 0 && access(folder.isEmpty ? "/" : folder, W_OK) == 0
    }

    /// Whether something is at the path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a folder is at the path.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether the file at the path has no bytes.
    static func isEmpty(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size == 0
    }

    /// Makes an empty file with the same read and write permissions as another.
    ///
    /// - Throws: `MusterError.cannotOpen` if it exists or cannot be made.
    static func make(_ file: String, like other: String, named path: String) throws(MusterError) {
        var status = stat()
        let mode = stat(other, &status) == 0 ? status.st_mode & 0o666 : 0o600
        let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, mode)
        guard descriptor >= 0 else {
            if errno == ENOSPC { throw .full(path: path) }
            throw .cannotOpen(path: path)
        }
        close(descriptor)
    }

    /// The files in the same folder whose names begin with the file's name and a dot, and have this ending.
    static func files(beside file: String, ending: String) -> [String] {
        let url = URL(fileURLWithPath: file)
        let names = try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
        return (names ?? []).filter { $0.hasPrefix(url.lastPathComponent + ".") && $0.hasSuffix(ending) }.sorted()
    }

    /// Flushes a folder's list of names to the disk: only then does a renamed file survive a power cut.
    static func syncFolder(of file: String) {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// The UTF-8 text of a file of at most 64 MB.
    ///
    /// - Throws: `MusterError.badFile` if it cannot be read, is larger, or is not UTF-8.
    static func text(_ path: String) throws(MusterError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .badFile(path: path, rule: "it cannot be read; check its name")
        }
        guard data.count <= 64_000_000 else { throw .badFile(path: path, rule: "it is larger than 64 MB") }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .badFile(path: path, rule: "it is not UTF-8 text; save it as UTF-8")
        }
        return text
    }
}
