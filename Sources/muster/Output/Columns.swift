import MusterValues

extension Character {
    /// The number of screen columns the character takes: 2 for East Asian wide ones and emoji, 0 for marks alone.
    ///
    /// The wide ranges are those of Unicode Standard Annex #11.
    var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension String {
    /// The number of screen columns the text takes.
    var columns: Int { reduce(0) { $0 + $1.columns } }

    /// The text with spaces after it, up to a number of columns.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }

    /// The text in lines of at most a number of columns, broken at spaces. A word is never broken: one that is longer than a line,
    /// such as an address, has a line of its own.
    func wrapped(to width: Int) -> [String] {
        if columns <= width { return [self] }
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            if !line.isEmpty, line.columns + 1 + word.columns <= width {
                line += " " + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = word
        }
        return lines + [line]
    }
}
