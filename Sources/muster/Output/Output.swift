import Foundation
import MusterCore
import MusterValues

/// Standard output and standard error.
enum Output {
    /// Writes to standard output.
    ///
    /// - Throws: `MusterError.cannotPrint` if the text cannot be written, so that nobody takes a cut-off listing for a
    ///   whole one.
    static func write(_ text: String) throws(MusterError) {
        do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch { throw .cannotPrint }
    }

    /// Prints a message to the user on standard error, apart from the output.
    static func printNote(_ text: String) {
        // If this cannot be written, nobody is left to tell; the work is done all the same.
        try? FileHandle.standardError.write(contentsOf: Data((text.printable + "\n").utf8))
    }

    static func printError(_ message: String) { printNote("muster: \(message)") }

    /// Prints the result of a change: a line for each record, then the revision.
    static func printResult(_ written: WriteResult) throws(MusterError) {
        if written.isRehearsal {
            try write(written.records.map { "\($0.id)\t\($0.words)\n" }.joined())
            return printNote("nothing was changed: this is what would be done")
        }
        guard let revision = written.revision else {
            return printNote("nothing to change: the register holds this already")
        }
        if let remark = written.remark { printNote(remark) }
        try printDone(written.records.map { "\($0.id)\t\($0.words)\n" }.joined(), in: revision)
        printNote("revision \(revision)")
    }

    /// Tells of something that is written already: where that fails, what it says is that it is.
    static func printDone(_ text: String, in revision: Int64) throws(MusterError) {
        do { try write(text) } catch { throw .unprinted(revision: revision) }
    }

    /// From here on a reader that goes away is an error like a full disk, and no end of the program in the middle.
    static func outliveReaders() { signal(SIGPIPE, SIG_IGN) }
}
