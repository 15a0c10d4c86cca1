import Foundation
import MusterValues

extension OutputPlace {
    /// Writes a file that is not known beforehand, piece by piece: whole, or what was there is left.
    ///
    /// The pieces go to a file beside it, which then takes its place. A descriptor, a device or a FIFO gets them at once, so that
    /// a reader sees what was written before a failure.
    ///
    /// - Parameters:
    ///   - path: the path as the user gave it.
    ///   - progress: takes the number of bytes of each piece, and is false to stop.
    ///   - fill: writes the pieces.
    /// - Throws: `MusterError` for what may not be written, and every error of `fill`.
    package func stream(
        named path: String, progress: @escaping (Int) -> Bool, _ fill: (ByteSink) throws -> Void
    ) throws {
        switch self {
        case .descriptor(let number): try Self.fill(number, path, progress, fill)
        case .other:
            let descriptor = open(path, O_WRONLY | O_NOCTTY)
            guard descriptor >= 0 else { throw FileSystem.failure(errno, path) }
            defer { close(descriptor) }
            try Self.fill(descriptor, path, progress, fill)
        case .file:
            try make(named: path) { part in
                let descriptor = open(part, O_WRONLY | O_TRUNC)
                guard descriptor >= 0 else { throw FileSystem.failure(errno, path) }
                defer { close(descriptor) }
                try Self.fill(descriptor, path, progress, fill)
            }
        }
    }

    /// Makes a file under another name, beside the place or in the folder for temporary files, and then puts it into the place.
    ///
    /// - Parameters:
    ///   - path: the path as the user gave it.
    ///   - make: fills the file, which is there and empty, by its path.
    /// - Throws: `MusterError` for what may not be written, and every error of `make`.
    package func make(named path: String, _ make: (String) throws -> Void) throws {
        try checkNoDatabase(named: path)
        guard case .file(let file) = self else {
            let part = try Self.makeTemporary(named: path)
            defer { unlink(part) }
            try make(part)
            return try write(contentsOf: part, named: path)
        }
        let there = FileSystem.status(file)
        if there != nil, access(file, W_OK) != 0 { throw MusterError.readOnly(path: path) }
        var part = FileSystem.part(of: file)
        do { try FileSystem.makeNew(part, named: path) } catch {
            // In a folder that may not be written, a file that may be can still be filled.
            guard there != nil else { throw error }
            part = try Self.makeTemporary(named: path)
        }
        defer { unlink(part) }
        try make(part)
        try FileSystem.sync(fileAt: part, named: path)
        // A file of several names keeps them all, so its bytes are replaced.
        if let there, there.st_nlink > 1 || !FileSystem.keep(there, in: part) || rename(part, file) != 0 {
            return try write(contentsOf: part, over: file, named: path)
        }
        if there == nil, rename(part, file) != 0 { throw FileSystem.failure(errno, path) }
        FileSystem.syncFolder(of: file)
    }

    /// An empty file in the folder for temporary files.
    private static func makeTemporary(named path: String) throws(MusterError) -> String {
        let part = FileSystem.part(of: FileManager.default.temporaryDirectory.appending(path: "muster").path)
        try FileSystem.makeNew(part, named: path)
        return part
    }

    private static func fill(
        _ descriptor: Int32, _ path: String, _ progress: @escaping (Int) -> Bool, _ fill: (ByteSink) throws -> Void
    ) throws {
        let sink = ByteSink(descriptor, named: path, progress: progress)
        try fill(sink)
        try sink.flush()
    }

    private func write(contentsOf part: String, over file: String, named path: String) throws(MusterError) {
        let descriptor = open(file, O_WRONLY | O_TRUNC)
        guard descriptor >= 0 else { throw FileSystem.failure(errno, path) }
        defer { close(descriptor) }
        try OutputPlace.descriptor(descriptor).write(contentsOf: part, named: path)
    }
}

extension FileSystem {
    /// Makes an empty file where none is.
    ///
    /// - Throws: `MusterError` if it cannot be made.
    static func makeNew(_ file: String, named path: String) throws(MusterError) {
        let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, 0o666)
        guard descriptor >= 0 else { throw failure(errno, path) }
        close(descriptor)
    }

    /// Gives a file another's owner and mode, as far as this user may; false if the owner is not the other's.
    fileprivate static func keep(_ status: stat, in file: String) -> Bool {
        let descriptor = open(file, O_WRONLY)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return keep(status, in: descriptor)
    }
}
