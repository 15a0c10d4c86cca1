import Foundation
package import MusterValues

/// The place where something is written. It is found from a path before anything is made, so that only files are replaced.
package enum OutputPlace {
    /// A descriptor that the program was started with, as standard output.
    case descriptor(Int32)
    /// A device, a FIFO or a socket: it is opened to be written, never to be read, and never replaced.
    case other(String)
    /// A file, or the place of a new one, behind every link.
    case file(String)

    /// Finds what a path names; `-` is standard output.
    ///
    /// - Throws: `MusterError.alreadyThere` for a folder, `.cannotOpen` for a place in a folder that is missing, `.badValue`, `.mayNotRead`.
    package init(_ path: String) throws(MusterError) {
        if let number = Self.descriptor(path) {
            self = .descriptor(number)
            return
        }
        // The system's own link to an open pipe leads to no name; what stands there is asked for through it.
        switch FileSystem.kind(path) {
        case .folder: throw .alreadyThere(path: path, fix: "it is a folder: name a file in it")
        case .other: self = .other(path)
        case .plain, .nothing: self = .file(try FileSystem.real(path))
        }
    }

    /// The descriptor that a path stands for, also behind links.
    private static func descriptor(_ path: String) -> Int32? {
        var path = path
        for _ in 0..<FileSystem.maxLinks {
            switch path {
            case "-", "/dev/stdout": return STDOUT_FILENO
            case "/dev/stderr": return STDERR_FILENO
            default:
                for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
                    return Int32(path.dropFirst(folder.count))
                }
            }
            guard let target = FileSystem.link(at: path) else { return nil }
            path = target
        }
        return nil
    }

    /// Refuses a file that is a registry or another database.
    package func checkNoDatabase(named path: String) throws(MusterError) {
        guard case .file(let file) = self, let handle = FileHandle(forReadingAtPath: file) else { return }
        defer { try? handle.close() }
        if (try? handle.read(upToCount: 15)) == Data("SQLite format 3".utf8) {
            throw .alreadyThere(path: path, fix: "it is a registry or another database, and is not written over")
        }
    }

    /// Writes a file's bytes into what is no file.
    func write(contentsOf file: String, named path: String) throws(MusterError) {
        guard let from = FileHandle(forReadingAtPath: file) else { throw .cannotOpen(path: path) }
        defer { try? from.close() }
        try withDescriptor(path) { descriptor throws(MusterError) in
            while let bytes = try Self.piece(of: from, named: path) {
                try FileSystem.write(bytes, to: descriptor, named: path)
            }
        }
    }

    /// The next bytes of a file; nil at its end. What cannot be read is no end: the rest would be missing without a word.
    private static func piece(of file: FileHandle, named path: String) throws(MusterError) -> Data? {
        let bytes: Data?
        do { bytes = try file.read(upToCount: 1 << 20) } catch { throw .failed(path: path, code: -1) }
        return bytes?.isEmpty == false ? bytes : nil
    }

    /// Writes a text: a file whole, or leaves what was there.
    ///
    /// A file keeps its mode, its owner and its other names; a registry or another database is not written over.
    ///
    /// - Throws: `MusterError` for what may not be written, a full disk, or a reader that went away.
    package func write(_ text: String, named path: String) throws(MusterError) {
        try checkNoDatabase(named: path)
        if case .file(let file) = self { return try OutputFile(file: file, path: path).write(Data(text.utf8)) }
        try withDescriptor(path) { descriptor throws(MusterError) in
            try FileSystem.write(Data(text.utf8), to: descriptor, named: path)
        }
    }

    private func withDescriptor(_ path: String, _ use: (Int32) throws(MusterError) -> Void) throws(MusterError) {
        if case .descriptor(let number) = self { return try use(number) }
        let descriptor = open(path, O_WRONLY | O_NOCTTY)
        guard descriptor >= 0 else { throw FileSystem.failure(errno, path) }
        defer { close(descriptor) }
        try use(descriptor)
    }
}

/// A file that is written whole.
private struct OutputFile {
    let file: String
    let path: String

    func write(_ bytes: Data) throws(MusterError) {
        guard let there = FileSystem.status(file) else { return try writeNew(bytes) }
        guard access(file, W_OK) == 0 else { throw .readOnly(path: path) }
        // Another name of the file would keep the old text.
        if there.st_nlink == 1, try replace(there, with: bytes) { return }
        try write(bytes, open(file, O_WRONLY | O_TRUNC))
    }

    /// A file that appears in its place meanwhile is overwritten, as it would have been a moment later.
    private func writeNew(_ bytes: Data) throws(MusterError) {
        let part = FileSystem.part(of: file)
        try write(bytes, open(part, O_CREAT | O_EXCL | O_WRONLY, 0o666), as: part)
    }

    /// Writes a part that is open, and gives it the file's name; a part that cannot have it is removed.
    private func write(_ bytes: Data, _ descriptor: Int32, as part: String) throws(MusterError) {
        do throws(MusterError) {
            try write(bytes, descriptor)
            guard rename(part, file) == 0 else { throw FileSystem.failure(errno, path) }
        } catch {
            unlink(part)
            throw error
        }
    }

    /// Puts a new file of the same owner and mode in the place of one; false where such a file cannot be made.
    private func replace(_ there: stat, with bytes: Data) throws(MusterError) -> Bool {
        let part = FileSystem.part(of: file)
        let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard descriptor >= 0 else { return false }
        guard FileSystem.keep(there, in: descriptor) else {
            close(descriptor)
            unlink(part)
            return false
        }
        try write(bytes, descriptor, as: part)
        return true
    }

    private func write(_ bytes: Data, _ descriptor: Int32) throws(MusterError) {
        guard descriptor >= 0 else { throw FileSystem.failure(errno, path) }
        defer { close(descriptor) }
        try FileSystem.write(bytes, to: descriptor, named: path)
        try FileSystem.sync(descriptor, named: path)
    }
}
