import Foundation

/// What tells a file from another that was put in its place.
struct FileIdentity: Equatable {
    private let device: dev_t
    private let inode: ino_t

    /// The identity of the file at a path; nil if nothing is there.
    init?(_ file: String) {
        guard let status = FileSystem.status(file) else { return nil }
        self.init(status)
    }

    init(_ status: stat) { (device, inode) = (status.st_dev, status.st_ino) }
}
