import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// Puts a copy of a registry in a registry's place, when it is proven.
    ///
    /// The copy is brought to this program's schema where it is older, and its index is made anew if it does not fit. A
    /// registry that is there is written over in one transaction, so that programs that read it meanwhile see the one or the
    /// other; one that is damaged is replaced as a file, of the same owner and mode. Where there was none, a file that
    /// appears meanwhile is not replaced.
    ///
    /// - Parameters:
    ///   - source: the copy's file; it is left as it is.
    ///   - path: the registry's place.
    ///   - replacing: whether a registry that is there may be replaced.
    /// - Returns: the proof; the newest revision of the registry that was replaced, nil if there was none, or it could not
    ///   be read; and what was redacted in it and is not in the copy.
    /// - Throws: `MusterError.alreadyThere` for a registry that is there, or another file that is never replaced; `.badFile`
    ///   for a copy that is damaged, cut short or does not verify, or a place that is no file, `.newerSchema`, `.full`,
    ///   `.busy`.
    public static func restore(
        from source: String, to path: String, replacing: Bool
    ) throws(MusterError) -> (proof: Proof, replaced: Int64?, unredacted: Unredacted) {
        let place = try RegistryFile(path: path)
        let file = place.real
        if let there = Copy.there(at: file), !replacing { throw .alreadyThere(path: path + there, fix: .replace) }
        let there = FileSystem.exists(file) ? try Replaced(place) : nil
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
            // The log of what was there belongs to it, and would be read into the copy.
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

/// What a restore finds in the place of the copy.
private struct Replaced {
    /// The newest revision; nil if it cannot be read.
    private(set) var revision: Int64?
    /// What is redacted there; nil if it cannot be read.
    private(set) var redacted: [RedactedVersion]?
    /// Whether SQLite cannot write into it any more.
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
