import Foundation
import MusterValues

/// Tells how far a long write is, on standard error: a line that changes on a terminal, or a line every few seconds.
///
/// While it is there, Ctrl-C and SIGTERM do not end the program but stop the write, which then changes nothing and leaves nothing
/// half; a second one ends the program.
final class Progress {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let begin = Date()
    private let isShown: Bool
    private var rows = 0
    private var bytes = 0
    private var shown = Date()

    /// - Parameter isShown: false to tell nothing, such as for what goes to a screen itself.
    init(isShown: Bool = true) {
        self.isShown = isShown
        isInterrupted = 0
        // A program that starts this one may have blocked the signals.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                isInterrupted = 1
                signal(number, SIG_DFL)
            }
            sigaddset(&signals, number)
        }
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
        tell { seconds in
            let rate = Int(Double(rows) / seconds)
            guard let part else { return "\(rows) rows, \(rate) a second" }
            let left = part > 0 ? Int(seconds / part - seconds) : 0
            let line =
                "\(Int(part * 100)) %, \(rows) rows, \(rate) a second, \(left / 60) min \(left % 60) s left"
            if !isTerminal { return line }
            let bar = String(repeating: "=", count: Int(part * 20)).padding(toLength: 20, withPad: " ", startingAt: 0)
            return "[\(bar)] \(line)"
        }
        return true
    }

    /// Counts bytes that are written of what has no known length.
    ///
    /// - Parameter count: the number of bytes.
    /// - Returns: false if the user wants to stop.
    func show(bytes count: Int) -> Bool {
        bytes += count
        if isInterrupted != 0 { return false }
        tell { seconds in
            let million = Double(bytes) / 1_000_000
            return "\(Int(million)) MB written, \(Int(million / seconds)) a second"
        }
        return true
    }

    /// Shows a line, made of the seconds since the beginning, if the last one is long enough ago.
    private func tell(_ line: (Double) -> String) {
        let now = Date()
        guard isShown, now.timeIntervalSince(shown) > (isTerminal ? 0.2 : 3) else { return }
        shown = now
        let text = line(now.timeIntervalSince(begin))
        if isTerminal {
            FileHandle.standardError.write(Data("\r\(text)\u{1B}[K".utf8))
        } else {
            Output.printNote(text)
        }
    }

    /// Takes the line away, and lets the signals end the program again.
    func end() {
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        if isTerminal, shown > begin { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}

/// A signal handler can reach nothing else.
nonisolated(unsafe) private var isInterrupted: sig_atomic_t = 0
