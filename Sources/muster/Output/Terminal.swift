import Foundation
import MusterValues

/// The properties of the screen or pipe that text is written to.
struct Terminal {
    /// The columns of the screen, or COLUMNS in a pipe; nil in a pipe without COLUMNS: then lines are not wrapped.
    let width: Int?
    /// True if colour may be used: the output is a screen, and NO_COLOR is not set (no-color.org).
    let isColoured: Bool

    /// The properties of standard error; nothing is wrapped in a pipe, whatever COLUMNS says, so that a program finds a message whole.
    static var errors: Terminal {
        isatty(STDERR_FILENO) == 1 ? of(STDERR_FILENO) : Terminal(width: nil, isColoured: false)
    }

    /// The properties of standard output.
    static var standard: Terminal { of(STDOUT_FILENO) }

    private static func of(_ output: Int32) -> Terminal {
        let asked = environment("COLUMNS").flatMap { Int($0) }.map { max(20, $0) }
        guard isatty(output) == 1 else { return Terminal(width: asked, isColoured: false) }
        var size = winsize()
        let isKnown = ioctl(output, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Terminal(
            width: isKnown ? max(20, Int(size.ws_col)) : asked ?? 80,
            isColoured: environment("NO_COLOR") == nil && environment("TERM") != "dumb")
    }

    /// A line wrapped to fit, with two columns to spare; what follows the first line is indented by two more.
    func wrapped(_ line: String) -> [String] {
        guard let width, line.columns > width - 2 else { return [line] }
        let indent = String(line.prefix { $0 == " " })
        let lines = line.dropFirst(indent.count).description.wrapped(to: width - indent.count - 4)
        return lines.enumerated().map { indent + ($0.offset == 0 ? "" : "  ") + $0.element }
    }

    func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
    func yellow(_ text: String) -> String { isColoured ? "\u{1B}[33m\(text)\u{1B}[0m" : text }

    /// A cell of a table in the colour of what it says, if it is a standing or a grade: the word is there without it, too.
    func coloured(_ text: String, in column: String) -> String {
        switch (column, text) {
        case ("standing", Standing.rejected.words), ("grade", Grade.no.words): red(text)
        case ("standing", Standing.disputed.words), ("standing", Standing.needsWork.words),
            ("grade", Grade.possibly.words):
            yellow(text)
        case ("grade", Grade.presumably.words): dim(text)
        case ("grade", Grade.definitely.words): bold(text)
        default: text
        }
    }

    func red(_ text: String) -> String { isColoured ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
}
