import Foundation
import MusterValues

extension FileSystem {
    /// A name beside a file that no other file has.
    static func part(of file: String) -> String { "\(file).\(UUID().uuidString).part" }

    /// Makes an empty file that the same people may read and write as another.
    ///
    /// - Throws: `MusterError` if it cannot be made.
    static func make(_ file: String, like other: String, named path: String) throws(MusterError) {
        let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw failure(errno, path) }
        defer { close(descriptor) }
        if let status = status(other) { _ = keep(status, in: descriptor) }
    }

    /// Gives an open file another's owner and mode, as far as this user may; false if the owner is not the other's.
    ///
    /// A group that cannot be given gets no rights in the file: this user's own group may hold other people.
    static func keep(_ status: stat, in descriptor: Int32) -> Bool {
        let isOwned = fchown(descriptor, status.st_uid, status.st_gid) == 0
        let isGrouped = isOwned || fchown(descriptor, uid_t.max, status.st_gid) == 0
        fchmod(descriptor, status.st_mode & (isGrouped ? 0o777 : 0o707))
        return isOwned || isGrouped && status.st_uid == geteuid()
    }

    /// Gives a finished file the name that it was made for, if nothing has that name.
    ///
    /// A rename would take away what another program put there meanwhile.
    ///
    /// - Throws: `MusterError.alreadyThere` with the remedy if something is there, or what else stands in the way.
    static func place(_ part: String, at file: String, named path: String, fix: Remedy) throws(MusterError) {
        if Glibc.link(part, file) != 0 {
            if errno == EEXIST { throw .alreadyThere(path: path, fix: fix) }
            // A file system without links: what keeps the name meanwhile is no registry, and nobody makes one of it.
            let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, 0o600)
            if descriptor < 0, errno == EEXIST { throw .alreadyThere(path: path, fix: fix) }
            guard descriptor >= 0 else { throw failure(errno, path) }
            do throws(MusterError) {
                defer { close(descriptor) }
                try write(Array("being made\n".utf8), to: descriptor, named: path)
                guard rename(part, file) == 0 else { throw failure(errno, path) }
            } catch {
                unlink(file)
                throw error
            }
        } else {
            unlink(part)
        }
        syncFolder(of: file)
    }

    /// Flushes the bytes of an open file to the disk. Without it a power cut soon after a rename leaves an empty file of the new name.
    ///
    /// - Throws: `MusterError` for what the disk refuses.
    static func sync(_ descriptor: Int32, named path: String) throws(MusterError) {
        if fsync(descriptor) != 0 { throw failure(errno, path) }
    }

    /// The same of a file that somebody else wrote and closed.
    static func sync(fileAt file: String, named path: String) throws(MusterError) {
        let descriptor = open(file, O_WRONLY)
        guard descriptor >= 0 else { throw failure(errno, path) }
        defer { close(descriptor) }
        try sync(descriptor, named: path)
    }

    /// Writes bytes whole to an open file.
    static func write(_ bytes: some ContiguousBytes, to descriptor: Int32, named path: String) throws(MusterError) {
        let code: Int32 = bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Foundation.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
                if count < 0, errno == EINTR { continue }
                if count < 0 { return errno }
                done += count
            }
            return 0
        }
        if code != 0 { throw failure(code, path) }
    }

    /// The refusal that a failed call of the system comes to.
    static func failure(_ code: Int32, _ path: String) -> MusterError {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .full(path: path)
        case EACCES, EPERM, EROFS, ETXTBSY: .readOnly(path: path)
        case EPIPE: .readerLeft
        case EBADF: .cannotPrint
        case EIO: .failed(path: path, code: -1)
        default: .cannotOpen(path: path)
        }
    }
}
