/// A file held against the edition that the registry gives.
public struct EditionComparison: Sendable {
    /// True if they are equal to the letter.
    public let isEqual: Bool
    /// The first lines or cells that differ, at most five.
    public let differences: [Difference]
    /// True if more differ.
    public let isCut: Bool
    /// True if nothing differs but the ends of lines, or a byte order mark, which other programs change.
    public var isOnlyOfEnds = false

    /// A line of a text, or a cell of a workbook, that differs.
    public struct Difference: Hashable, Sendable {
        /// Where it stands.
        public let place: Place
        /// The line or the cell in the file; nil if the file has none there.
        public let file: String?
        /// What the registry gives; nil if it gives nothing there.
        public let made: String?

        /// - Parameters:
        ///   - place: where it stands.
        ///   - file: the line or the cell in the file.
        ///   - made: what the registry gives.
        package init(place: Place, file: String?, made: String?) {
            (self.place, self.file, self.made) = (place, file, made)
        }
    }

    /// A place in a file.
    public enum Place: Hashable, Sendable {
        /// A line by its number, from 1.
        case line(Int)
        /// A cell of a sheet, such as B4.
        case cell(sheet: String, reference: String)
    }

    private static let most = 5

    /// Compares two texts line by line.
    ///
    /// - Parameters:
    ///   - file: the file's contents.
    ///   - made: the edition as the registry gives it.
    public init(file: [UInt8], made: [UInt8]) {
        if file != made, Self.plain(file) == Self.plain(made) {
            self.init(isEqual: false, [])
            isOnlyOfEnds = true
            return
        }
        let sides = [file, made].map { side in
            side.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        }
        let found = (0..<max(sides[0].count, sides[1].count)).lazy.compactMap { index -> Difference? in
            let lines = sides.map { index < $0.count ? $0[index] : nil }
            if lines[0] == lines[1] { return nil }
            let texts = lines.map { $0.map { String(decoding: $0, as: UTF8.self) } }
            return Difference(place: .line(index + 1), file: texts[0], made: texts[1])
        }
        self.init(isEqual: file == made, found)
    }

    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return (bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]).filter { $0 != UInt8(ascii: "\r") }
    }

    /// Takes what differs.
    ///
    /// - Parameters:
    ///   - isEqual: true if the files are equal to the letter.
    ///   - found: all that differs, in its order.
    package init(isEqual: Bool, _ found: some Sequence<Difference>) {
        let first = Array(isEqual ? [] : Array(found.prefix(Self.most + 1)))
        self.isEqual = isEqual
        (differences, isCut) = (Array(first.prefix(Self.most)), first.count > Self.most)
    }
}

extension EditionComparison.Difference {
    /// Both texts from shortly before the first letter that differs, cut to a length that a terminal shows.
    ///
    /// - Parameter length: the most letters of each.
    /// - Returns: the text of the file and that of the registry; nil as in the difference.
    public func excerpts(_ length: Int) -> (file: String?, made: String?) {
        let same = zip(file ?? "", made ?? "").prefix { $0 == $1 }.count
        let start = same > length / 2 ? same - length / 4 : 0
        let cut = { (text: String) in
            let rest = text.dropFirst(start)
            return (start > 0 ? "…" : "") + rest.prefix(length) + (rest.count > length ? "…" : "")
        }
        return (file.map(cut), made.map(cut))
    }
}
