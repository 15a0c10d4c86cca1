/// A file held against the edition that the registry gives.
public struct EditionComparison: Sendable {
    /// True if they are equal to the letter.
    public let isEqual: Bool
    /// The first lines that differ, at most five; empty for a workbook.
    public let differences: [Difference]
    /// True if more lines differ.
    public let isCut: Bool

    /// A line that differs.
    public struct Difference: Hashable, Sendable {
        /// Its number, from 1.
        public let line: Int
        /// The line in the file; nil if the file ends before it.
        public let file: String?
        /// The line that the registry gives; nil if that ends before it.
        public let made: String?
    }

    private static let most = 5

    /// - Parameters:
    ///   - file: the file's contents.
    ///   - made: the edition as the registry gives it.
    ///   - isText: true if lines can be shown.
    public init(file: [UInt8], made: [UInt8], isText: Bool) {
        isEqual = file == made
        guard isText, !isEqual else {
            (differences, isCut) = ([], false)
            return
        }
        let sides = [file, made].map { side in
            side.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        }
        var found: [Difference] = []
        var isCut = false
        for index in 0..<max(sides[0].count, sides[1].count) {
            let lines = sides.map { index < $0.count ? $0[index] : nil }
            if lines[0] == lines[1] { continue }
            isCut = found.count == Self.most
            if isCut { break }
            let texts = lines.map { $0.map { String(decoding: $0, as: UTF8.self) } }
            found.append(Difference(line: index + 1, file: texts[0], made: texts[1]))
        }
        (differences, self.isCut) = (found, isCut)
    }
}
