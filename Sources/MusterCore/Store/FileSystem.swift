import Foundation
import MusterValues

/// The file system calls that muster makes.
package enum FileSystem {
    /// The kinds of thing that can stand at a path, behind every link.
    enum Kind {
        case nothing, plain, folder
        /// A device, a FIFO or a socket: it is never replaced, and never opened to be read.
        case other
    }

    /// The longest path of a database that SQLite opens, with the room that it keeps for the names beside it.
    private static let maxPath = 504
    /// The number of links that are followed from one to the next; the system itself follows as many.
    static let maxLinks = 40

    /// The absolute path behind every link, of what is there or of what could be made.
    ///
    /// SQLite keeps a registry's log beside the file itself, and takes `:memory:` and `file:…` otherwise: an absolute path
    /// without links leaves nothing to be read in two ways.
    ///
    /// - Throws: `MusterError.badValue` for an empty or too long path, `.cannotOpen` if its folder is missing, `.mayNotRead`
    ///   if a folder on the way may not be entered.
    static func real(_ path: String) throws(MusterError) -> String {
        if path.isEmpty { throw .badValue(field: "file", value: path, rule: "it is empty", fix: .give(.file)) }
        var next = path
        for _ in 0..<maxLinks {
            if let found = resolved(next) { return try short(found, named: path) }
            if errno == EACCES { throw .mayNotRead(path: path) }
            if errno == ENAMETOOLONG { throw tooLong(path) }
            let place = folder(of: next)
            // A link to what is not there leads to where it will be made.
            if let target = link(at: next) {
                next = target
                continue
            }
            guard let name = next.split(separator: "/", omittingEmptySubsequences: false).last, !name.isEmpty,
                let folder = resolved(place)
            else { throw errno == EACCES ? .mayNotRead(path: path) : .cannotOpen(path: path) }
            return try short(folder == "/" ? "/\(name)" : "\(folder)/\(name)", named: path)
        }
        throw .cannotOpen(path: path)
    }

    private static func short(_ file: String, named path: String) throws(MusterError) -> String {
        if file.utf8.count > maxPath { throw tooLong(path) }
        return file
    }

    private static func tooLong(_ path: String) -> MusterError {
        .badValue(
            field: "file", value: path, rule: "its whole path has more than \(maxPath) bytes",
            fix: "move it to a folder of a shorter path")
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The path that a link leads to, from where this program runs; nil if no link is there.
    static func link(at path: String) -> String? {
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
        return target.map { $0.hasPrefix("/") ? $0 : "\(folder(of: path))/\($0)" }
    }

    /// The folder of a path.
    static func folder(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    }

    /// The system's description of a file, behind every link; nil if nothing is there.
    static func status(_ file: String) -> stat? {
        var status = stat()
        return stat(file, &status) == 0 ? status : nil
    }

    /// The kind of thing at a path.
    static func kind(_ file: String) -> Kind {
        switch status(file).map({ $0.st_mode & S_IFMT }) {
        case nil: .nothing
        case S_IFREG: .plain
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// The URI with which SQLite opens a file that nobody changes.
    static func immutable(_ file: String) -> String {
        URL(fileURLWithPath: file).absoluteString + "?immutable=1"
    }

    /// True if a SQLite log lies beside the file: another program has it open, or one was interrupted.
    static func hasLog(_ file: String) -> Bool { exists(file + "-wal") || exists(file + "-journal") }

    /// True if this user may write the file and its folder.
    static func isWritable(_ file: String) -> Bool {
        access(file, W_OK) == 0 && access(folder(of: file), W_OK) == 0
    }

    /// True if something is at the path.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The files beside another whose names begin with its name and end in a word.
    static func files(beside file: String, ending: String) -> [String] {
        let url = URL(fileURLWithPath: file)
        let names = try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
        return (names ?? []).filter { $0.hasPrefix(url.lastPathComponent + ".") && $0.hasSuffix(ending) }.sorted()
    }

    /// Flushes a folder's list of names to the disk: only then does a renamed file survive a power cut.
    static func syncFolder(of file: String) {
        let descriptor = open(folder(of: file), O_RDONLY | O_DIRECTORY)
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
