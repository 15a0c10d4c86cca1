import Foundation
import MusterValues

/// What muster asks of the file system.
enum FileSystem {
    /// The path as SQLite takes it for a file's: it reads `:memory:` and `file:…` otherwise.
    ///
    /// - Throws: `MusterError.badValue` for an empty path, which SQLite takes for a file that vanishes.
    static func file(_ path: String) throws(MusterError) -> String {
        if path.isEmpty { throw .badValue(field: "file", value: path, rule: "it is empty", fix: .give(.file)) }
        return path.hasPrefix("/") ? path : "./" + path
    }

    /// The address by which SQLite reads a file that nobody changes.
    static func immutable(_ file: String) -> String {
        URL(fileURLWithPath: file).absoluteString + "?immutable=1"
    }

    /// Whether a log of SQLite's lies beside the file: another program has it open, or was cut short.
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

    /// Makes an empty file that the same people may read and write as another.
    ///
    /// - Throws: `MusterError.cannotOpen` where it is there or cannot be made.
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

    /// The files beside another whose names begin with its name and end in a word.
    static func files(beside file: String, ending: String) -> [String] {
        let url = URL(fileURLWithPath: file)
        let names = try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
        return (names ?? []).filter { $0.hasPrefix(url.lastPathComponent + ".") && $0.hasSuffix(ending) }.sorted()
    }

    /// Puts a folder's list of names on the disk: a file that was given a new name survives a power cut only then.
    static func syncFolder(of file: String) {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// The UTF-8 text of a file of at most 64 MB.
    ///
    /// - Throws: `MusterError.badFile` where it cannot be read, is larger, or is not UTF-8.
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
