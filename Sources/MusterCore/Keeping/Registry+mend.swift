import GRDB
public import MusterValues

extension Registry {
    /// The sentence about a redaction that was cut short before the file was rewritten; nil if there is none.
    ///
    /// It is known from the redaction's own hash, whatever a kill or another program left in the file.
    public var unfinishedRedaction: String? {
        let revision = try? read { try Sweep.owed($0) }
        return revision.flatMap(\.self).map(Sweep.told)
    }

    /// Rebuilds the search index if it does not fit the history, and finishes an interrupted redaction.
    ///
    /// Records, their history and the hashes are never touched. If anything else is damaged, only a restore helps.
    ///
    /// - Returns: a sentence for each thing that was done; empty if nothing was wrong.
    /// - Throws: `MusterError` if the registry cannot be written, or its rules or other tables are not as they should be.
    public static func mend(at path: String) throws(MusterError) -> [String] {
        do {
            let store = try Store(existing: path, isWriting: true)
            var done: [String] = []
            if try Mending(database: store.main).mendIndex() {
                done.append("the index of the search was made anew from the history")
            }
            if try store.main.read({ try Sweep.owed($0) ?? Sweep.oldText($0, file: store.file.real) }) != nil {
                guard try Sweep(store: store).run() else { throw MusterError.oldTextLeft(path: path) }
                done.append("the file was written anew, without the old text of redactions")
            }
            return done
        } catch { throw MusterError(error, path: path) }
    }
}
