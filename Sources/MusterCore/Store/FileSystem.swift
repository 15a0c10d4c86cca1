import Foundation

/// What muster asks of the file system.
enum FileSystem {
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
