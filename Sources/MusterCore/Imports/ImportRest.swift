import Foundation
public import MusterValues

/// The file of the rows that an import did not take, each with what is wrong, which can be mended and imported again.
///
/// It has the columns and the separator of the imported file, in UTF-8 with a byte order mark, and after them the line, the column, the value, the rule and the
/// remedy, and the two columns in which a person decides whether a record is one of those that it looks like.
public final class ImportRest {
    /// The number of rows.
    public private(set) var count = 0
    private let path: String
    private let file: String
    private let part: String
    private let descriptor: Int32
    private let separator: Character
    private let kept: [Int]
    private let verdicts: [String]
    /// True if the rows stay under the temporary name, because the file's own cannot be had.
    private var isLeft = false

    /// Begins the file; its name is taken only by `place()`.
    ///
    /// - Parameters:
    ///   - path: the name of the file.
    ///   - source: the file that is imported.
    /// - Throws: `MusterError.alreadyThere` if there is a file, or an error for a place that cannot be written.
    public init(_ path: String, of source: TableFile) throws(MusterError) {
        self.path = path
        guard FileSystem.kind(path) == .nothing else {
            throw .alreadyThere(path: path, fix: "name a file that is not there")
        }
        file = try FileSystem.real(path)
        part = FileSystem.part(of: file)
        descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY, 0o666)
        guard descriptor >= 0 else { throw FileSystem.failure(errno, path) }
        separator = source.separator
        let headings = source.heading.map { ImportColumn.named($0) }
        kept = source.heading.indices.filter { headings[$0]?.content != .remark }
        let decided: [ImportColumn.Content] = [.sameAs, .new].filter { content in
            !headings.contains { $0?.content == content }
        }
        verdicts = decided.map { ImportColumn.named($0).name }
        // Excel reads UTF-8 only behind a mark.
        try FileSystem.write(Data([0xEF, 0xBB, 0xBF]), to: descriptor, named: path)
        try write(kept.map { source.heading[$0] } + ImportColumn.remarks + verdicts)
        count = 0
    }

    deinit {
        close(descriptor)
        if !isLeft { unlink(part) }
    }

    /// Adds a row that was not taken.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - remedy: what can be done, in words; nil if the rule says it.
    /// - Throws: an error of the disk.
    public func add(_ row: ImportedRow, remedy: String?) throws(MusterError) {
        guard let fault = row.fault else { return }
        let remarks = ["\(row.line)", fault.column ?? "", fault.value ?? "", fault.error.rule, remedy ?? ""]
        try write(kept.map { row.cells[$0] } + remarks + verdicts.map { _ in "" })
    }

    private func write(_ cells: [String]) throws(MusterError) {
        let line = CSV.line(cells, separator: separator)
        try FileSystem.write(Data(line.utf8), to: descriptor, named: path)
        count += 1
    }

    /// Gives the file its name, if there is a row in it.
    ///
    /// - Throws: an error of the disk.
    public func place() throws(MusterError) {
        if count == 0 { return }
        // A link, unlike a new name, does not take the place of a file that was made meanwhile.
        guard link(part, file) == 0 else {
            isLeft = true
            throw .badFile(
                path: path, rule: "it could not be made; the rows that were not taken are in \(quoted(part))")
        }
    }
}
