import Foundation

/// What the text is written to.
struct Terminal {
    /// The columns of the screen; nil where there is none, and lines are as long as they are.
    let width: Int?
    /// Whether colour may be used: on a screen, and not with NO_COLOR (no-color.org).
    let isColoured: Bool

    /// Standard output as it is.
    static var standard: Terminal {
        guard isatty(STDOUT_FILENO) == 1 else { return Terminal(width: nil, isColoured: false) }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let width = isKnown ? Int(size.ws_col) : environment("COLUMNS").flatMap { Int($0) } ?? 80
        return Terminal(
            width: max(20, width), isColoured: environment("NO_COLOR") == nil && environment("TERM") != "dumb")
    }

    func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
    func red(_ text: String) -> String { isColoured ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
}
