public import Foundation
public import MusterValues
import Synchronization

/// A registry's file that another program keeps up to date, such as Litestream when it follows a replica.
///
/// Such a program writes pages into the file and tells SQLite nothing. A connection would go on with the pages that it has in memory,
/// beside new ones, and its lock would hold the program up. So the file itself is never opened as a registry: copies of it are.
public final class FollowedFile: Sendable {
    /// What tells one content of the file from another.
    fileprivate struct Content: Equatable {
        let identity: FileIdentity
        let size: off_t
        let changed: timespec

        init(_ status: stat) {
            identity = FileIdentity(status)
            size = status.st_size
            changed = status.st_mtim
        }

        static func == (one: Content, other: Content) -> Bool {
            one.identity == other.identity && one.size == other.size && one.changed.date == other.changed.date
        }
    }

    private let path: String
    /// What is served, and what was refused.
    private let judged = Mutex<(accepted: Content?, refused: Content?)>((nil, nil))

    /// Names the file; it need not be there yet.
    public init(at path: String) { self.path = path }

    /// Notes that a copy is served: what is written into the same file later needs no proof.
    public func accept(_ copy: FollowedCopy) { judged.withLock { $0 = (copy.content, nil) } }

    /// Notes that a copy is not served: the file is not copied again before it changes.
    public func refuse(_ copy: FollowedCopy) { judged.withLock { $0.refused = copy.content } }

    /// Copies the file, unless it is as it was when a copy of it was accepted or refused.
    ///
    /// - Returns: the copy; nil if nothing changed, or if the file is not whole at the moment.
    /// - Throws: `MusterError` if the file is missing, cannot be copied, or is no registry of this program's schema.
    public func copyIfChanged() throws(MusterError) -> FollowedCopy? {
        let file = try RegistryFile(existing: path)
        let (last, refused) = judged.withLock { $0 }
        if let now = FileSystem.status(file.real).map(Content.init), now == last || now == refused { return nil }
        let descriptor = open(file.real, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .mayNotRead(path: path) }
        // Danger: this gives up every lock of the process on the file, so nothing else in it may have it open.
        defer { close(descriptor) }
        var status = stat()
        guard Self.lock(descriptor), fstat(descriptor, &status) == 0, Self.isWhole(file.real, status) else {
            return nil
        }
        let found = Content(status)
        let folder = try CopyFolder()
        do { try FileManager.default.copyItem(atPath: file.real, toPath: folder.copy) } catch {
            throw .full(path: FileManager.default.temporaryDirectory.path)
        }
        // Only a program that does not lock the file can have changed it meanwhile, or one that put another in its place.
        guard FileSystem.status(file.real).map(Content.init) == found else { return nil }
        do {
            let store = try Store(copyIn: folder, of: path)
            return FollowedCopy(
                registry: Registry(store: store, known: nil, now: { Date() }), changed: found.changed.date,
                isOfAnotherFile: found.identity != last?.identity, content: found)
        } catch { throw MusterError(error, path: path) }
    }

    /// Takes the lock by which a reader keeps SQLite, and what locks as SQLite does, from changing the file; false if it is being
    /// changed.
    private static func lock(_ descriptor: Int32) -> Bool {
        // SQLite's file format fixes these bytes; the first keeps readers out while a writer waits.
        let (pending, shared, sharedSize) = (0x4000_0000, 0x4000_0002, 510)
        return set(F_RDLCK, on: descriptor, from: pending, count: 1)
            && set(F_RDLCK, on: descriptor, from: shared, count: sharedSize)
            && set(F_UNLCK, on: descriptor, from: pending, count: 1)
    }

    private static func set(_ kind: Int32, on descriptor: Int32, from start: Int, count: Int) -> Bool {
        var range = flock()
        (range.l_type, range.l_whence) = (Int16(kind), Int16(SEEK_SET))
        (range.l_start, range.l_len) = (off_t(start), off_t(count))
        return fcntl(descriptor, F_SETLK, &range) == 0
    }

    /// False if Litestream has written into the file since it last noted how far it came. It is writing still, or was killed
    /// while it wrote.
    private static func isWhole(_ file: String, _ status: stat) -> Bool {
        guard let note = FileSystem.status(file + "-txid") else { return true }
        return note.st_mtim.date >= status.st_mtim.date
    }
}

/// A copy of a followed file, which stays as it is. It is deleted when nobody holds its registry any more.
public struct FollowedCopy: Sendable {
    /// The copy, to be read.
    public let registry: Registry
    /// The time at which the followed file was written last.
    public let changed: Date
    /// True if it is of another file than the copy that was accepted last, or if none was.
    public let isOfAnotherFile: Bool
    fileprivate let content: FollowedFile.Content
}

extension timespec {
    fileprivate var date: Date {
        Date(timeIntervalSince1970: TimeInterval(tv_sec)).addingTimeInterval(TimeInterval(tv_nsec) / 1e9)
    }
}
