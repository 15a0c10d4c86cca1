import Foundation
import MusterValues

/// A new folder of files, which appears whole or not at all.
struct OutputFolder {
    /// The folder under its temporary name.
    private let part: String
    private let path: String
    private let progress: (Int) -> Bool

    /// Makes a folder at a path, where nothing is or an empty folder.
    ///
    /// - Parameters:
    ///   - path: the path as the user gave it.
    ///   - progress: takes the number of bytes of each piece that is written, and is false to stop.
    ///   - fill: writes the files.
    /// - Throws: `MusterError.alreadyThere` for a folder that has files or another thing at the path, `.cannotOpen` if the folder
    ///   around it is missing, and every error of `fill`.
    static func make(
        _ path: String, progress: @escaping (Int) -> Bool, _ fill: (OutputFolder) throws -> Void
    ) throws {
        var file = try FileSystem.real(path)
        while file.count > 1, file.hasSuffix("/") { file.removeLast() }
        try checkEmpty(file, named: path)
        let folder = OutputFolder(part: FileSystem.part(of: file), path: path, progress: progress)
        guard mkdir(folder.part, 0o777) == 0 else { throw FileSystem.failure(errno, path) }
        do {
            try fill(folder)
            // An empty folder is replaced; in one that was filled meanwhile nothing is lost.
            guard rename(folder.part, file) == 0 else {
                throw errno == ENOTEMPTY || errno == EEXIST ? taken(path) : FileSystem.failure(errno, path)
            }
        } catch {
            try? FileManager.default.removeItem(atPath: folder.part)
            throw error
        }
        FileSystem.syncFolder(of: file)
    }

    /// Writes a file of the folder.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - fill: writes its bytes.
    /// - Throws: `MusterError` for a full disk, and every error of `fill`.
    func write(_ name: String, _ fill: (ByteSink) throws -> Void) throws {
        let descriptor = open(file(name), O_CREAT | O_EXCL | O_WRONLY, 0o666)
        guard descriptor >= 0 else { throw FileSystem.failure(errno, path) }
        defer { close(descriptor) }
        let sink = ByteSink(descriptor, named: path, progress: progress)
        try fill(sink)
        try sink.flush()
        try FileSystem.sync(descriptor, named: path)
    }

    /// The path of a file of the folder, while the folder is filled.
    func file(_ name: String) -> String { "\(part)/\(name)" }

    private static func checkEmpty(_ file: String, named path: String) throws(MusterError) {
        switch FileSystem.kind(file) {
        case .nothing: return
        case .folder:
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: file) else {
                throw .mayNotRead(path: path)
            }
            if !files.isEmpty { throw taken(path) }
        case .plain, .other: throw taken(path)
        }
    }

    private static func taken(_ path: String) -> MusterError {
        .alreadyThere(path: path, fix: "name a new folder, or an empty one")
    }
}
