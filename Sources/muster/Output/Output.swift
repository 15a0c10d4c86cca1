import Foundation
import MusterCore
import MusterValues

/// Standard output and standard error.
enum Output {
    /// Writes to standard output.
    ///
    /// - Throws: `MusterError.cannotPrint` if the text cannot be written, so nobody mistakes a cut-off listing for a
    ///   complete one; `.readerLeft` if its reader took no more of it.
    static func write(_ text: String) throws(MusterError) {
        do throws(MusterError) { try OutputPlace.descriptor(STDOUT_FILENO).write(text, named: "-") } catch {
            throw error == .readerLeft ? error : .cannotPrint
        }
    }

    /// Writes a text whose parts others wrote: on a screen its control characters are made visible, as a file's carriage return
    /// would otherwise write over the line.
    static func writeDocument(_ text: String) throws(MusterError) {
        let isOnScreen = isatty(STDOUT_FILENO) == 1
        try write(isOnScreen ? text.replacing("\r\n", with: "\n").printable : text)
    }

    /// Prints a message to the user on standard error, apart from the output.
    static func printNote(_ text: String) {
        // On a screen no word is broken. An error is ignored: there is nowhere else to report it, and the work itself is done.
        let lines = Terminal.errors.width.map { text.printable.wrapped(to: $0) } ?? [text.printable]
        try? FileHandle.standardError.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
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

    /// Prints what a revision did, which is written already.
    static func printDone(_ text: String, in revision: Int64) throws(MusterError) {
        try tell(of: written(revision)) { () throws(MusterError) in try write(text) }
    }

    /// The words for a revision that is written although its result cannot be printed.
    static func written(_ revision: Int64) -> String { "revision \(revision) is written and stays" }

    /// Prints something that is done already; if that fails, the refusal says that it is done.
    static func tell(of done: String, _ print: () throws(MusterError) -> Void) throws(MusterError) {
        do { try print() } catch { throw [.cannotPrint, .readerLeft].contains(error) ? .unprinted(done: done) : error }
    }

    /// Makes a write to a closed pipe an error, like a full disk. Otherwise it would end the program half way.
    static func outliveReaders() { signal(SIGPIPE, SIG_IGN) }
}
