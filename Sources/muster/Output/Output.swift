import Foundation
import MusterCore

/// Standard output and standard error.
enum Output {
    static func write(_ text: String) {
        print(text, terminator: "")
    }

    /// A word to the user that is no part of what was asked for.
    static func remark(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func complain(_ message: String) { remark("muster: \(message)") }

    /// Tells what a change did: a line for each record, then the revision.
    static func tell(_ written: Written) {
        guard let revision = written.revision else {
            return remark("nothing to change: the register holds this already")
        }
        for entry in written.records { write("\(entry.id)\t\(entry.words)\n") }
        remark("revision \(revision)")
    }

    /// Writes what is still held back.
    ///
    /// - Throws: `MusterError.full` where it cannot be written, so that a cut-off listing is never taken for a whole one.
    static func finish() throws(MusterError) {
        if fflush(nil) != 0 { throw .full(path: "standard output") }
    }

    /// Writes a file whole, or leaves what was there.
    static func write(_ text: String, to path: String) throws(MusterError) {
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw .cannotOpen(path: path)
        }
    }
}
