import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// Proves a copy of a registry and puts it in the registry's place.
    ///
    /// A copy with an older schema is brought to this program's schema, and an index that does not fit is rebuilt. An
    /// existing registry is overwritten in one transaction, so programs that read it meanwhile see either the old one or the
    /// new one. A damaged registry is replaced as a file with the same owner and mode. If there was no file at the start, a
    /// file that appears meanwhile is not replaced.
    ///
    /// - Parameters:
    ///   - source: the copy's file; it is not changed.
    ///   - path: the registry's file.
    ///   - replacing: true if an existing registry may be replaced.
    ///   - isServed: true if this program has the registry open: it is then written over, and not replaced as a file.
    /// - Returns: the proof; the newest revision of the replaced registry, nil if there was none or it could not be read; and
    ///   what was redacted there but is not redacted in the copy.
    /// - Throws: `MusterError.alreadyThere` if there is a registry that may not be replaced, or another file; `.badFile` if
    ///   the copy is damaged, cut short or does not verify, or the path is not a file; `.refused` if a served registry is damaged;
    ///   `.newerSchema`, `.full` or `.busy`.
    public static func restore(
        from source: String, to path: String, replacing: Bool, isServed: Bool = false
    ) throws(MusterError) -> (proof: Proof, replaced: Int64?, unredacted: Unredacted) {
        let place = try RegistryFile(path: path)
        let file = place.real
        if let there = Copy.occupiedName(at: file), !replacing {
            throw .alreadyThere(path: path + there, fix: .replace)
        }
        let there = FileSystem.exists(file) ? try Replaced(place) : nil
        if isServed, there?.isDamaged ?? true {
            throw .refused(
                rule: "the registry is damaged or gone, so nothing can be written over it while it is served",
                fix: .words("stop the server, and restore the copy with the command"))
        }
        let copy = try Copy(of: source, beside: file, named: path)
        defer { copy.remove() }
        let proof: Proof
        do { proof = try copy.prove(as: source) } catch { throw Copy.refusal(error, source) }
        var unredacted = Unredacted(isKnown: there?.redacted != nil || there == nil)
        if let redacted = there?.redacted { unredacted = try copy.unredacted(redacted) }
        if let there, !there.isDamaged {
            try copy.write(over: file, named: path)
        } else {
            try copy.close(named: path)
            // The old registry's log must go, or SQLite would read it into the copy.
            for rest in Copy.logs { try? FileManager.default.removeItem(atPath: file + rest) }
            if there == nil {
                try FileSystem.place(copy.file, at: file, named: path, fix: .replace)
            } else {
                guard rename(copy.file, file) == 0 else { throw .cannotOpen(path: path) }
                FileSystem.syncFolder(of: file)
            }
        }
        return (proof, there?.revision, unredacted)
    }
}

/// The registry that a restore replaces.
private struct Replaced {
    /// The newest revision; nil if it cannot be read.
    private(set) var revision: Int64?
    /// The versions that are redacted there; nil if they cannot be read.
    private(set) var redacted: [RedactedVersion]?
    /// True if SQLite can no longer write into it.
    private(set) var isDamaged = false

    init(_ place: RegistryFile) throws(MusterError) {
        do {
            try place.checkOneName()
            try place.checkHeader(mayBeEmpty: false)
            let there = try Store.open(place, isWriting: false) { db in
                try Schema.check(db, path: place.path, mayBeOlder: true)
            }
            revision = try there.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM revision") ?? 0 }
            redacted = try there.read(RedactedVersion.all)
        } catch {
            switch MusterError(error, path: place.path) {
            case .damaged: isDamaged = true
            case .notARegistry:
                throw .alreadyThere(
                    path: place.path, fix: "it cannot be read as a registry; move it away, then run the same command")
            case let other: throw other
            }
        }
    }
}
