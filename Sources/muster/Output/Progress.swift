import Foundation
import MusterValues

/// Tells how far a long write is, on standard error: a line that changes on a terminal, or a line every few seconds.
///
/// While it is there, Ctrl-C does not end the program but stops the write, which then changes nothing.
final class Progress {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let begin = Date()
    private var rows = 0
    private var shown = Date()

    init() {
        isInterrupted = 0
        signal(SIGINT) { _ in isInterrupted = 1 }
        // A program that starts this one may have blocked the signal.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigprocmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Counts one row more.
    ///
    /// - Parameter part: the part that is done, from 0 to 1; nil if it is not known.
    /// - Returns: false if the user wants to stop.
    func show(_ part: Double?) -> Bool {
        rows += 1
        if isInterrupted != 0 { return false }
        // The clock is not asked for each row.
        if rows % 16 != 0 { return true }
        let now = Date()
        guard now.timeIntervalSince(shown) > (isTerminal ? 0.2 : 3) else { return true }
        shown = now
        let seconds = now.timeIntervalSince(begin)
        let rate = Int(Double(rows) / seconds)
        let left = part.map { $0 > 0 ? Int(seconds / $0 - seconds) : 0 }
        let done = part.map { "\(Int($0 * 100)) %, " } ?? ""
        let line = "\(done)\(rows) rows, \(rate) a second" + (left.map { ", \($0 / 60) min \($0 % 60) s left" } ?? "")
        if isTerminal {
            let bar = String(repeating: "=", count: Int((part ?? 0) * 20)).padding(
                toLength: 20, withPad: " ", startingAt: 0)
            FileHandle.standardError.write(Data("\r[\(bar)] \(line)\u{1B}[K".utf8))
        } else {
            Output.printNote(line)
        }
        return true
    }

    /// Takes the line away, and lets Ctrl-C end the program again.
    func end() {
        signal(SIGINT, SIG_DFL)
        if isTerminal, shown > begin { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}

/// A signal handler can reach nothing else.
nonisolated(unsafe) private var isInterrupted: sig_atomic_t = 0
