public import MusterCore
public import MusterValues

/// A file that says which edition it is.
public struct EditionFile: Sendable {
    /// The format, as its contents tell.
    public let format: EditionFormat
    /// The layout that it tells; 1 if it tells none.
    public let layout: Int
    private let id: String
    private let path: String

    /// The largest file that is read.
    private static let most = 1 << 30

    /// Reads a file.
    ///
    /// - Parameter path: the file; `-` is standard input.
    /// - Returns: its bytes.
    /// - Throws: `MusterError.badFile` for one that is missing, a folder, or larger than a gigabyte; `.mayNotRead` for one that may
    ///   not be read.
    public static func read(_ path: String) throws(MusterError) -> [UInt8] {
        let input = try SpooledInput(path, atMost: most + 1)
        guard input.size <= most else { throw .badFile(path: path, rule: "it has more than a gigabyte") }
        return try input.start(path, input.size)
    }

    /// Finds the edition that a file names.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - path: the file, to be named in a refusal.
    ///   - workbook: the edition and the layout that a workbook tells on its first sheet; nil for a file that is none.
    /// - Throws: `MusterError.badValue` for a file that is no edition.
    public init(
        _ bytes: [UInt8], named path: String, workbook: (edition: String, layout: Int?)? = nil
    ) throws(MusterError) {
        self.path = path
        if let workbook {
            (format, id, layout) = (.xlsx, workbook.edition, workbook.layout ?? 1)
            return
        }
        if bytes.isEmpty { throw .badFile(path: path, rule: "it is empty") }
        // A line that ends in CR LF is one Character, which no LF of a pattern is.
        let text = String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
        let found: (EditionFormat, Substring?, Substring?) =
            if text.hasPrefix("<!DOCTYPE html>") {
                (
                    .html, text.firstMatch(of: #/<meta name="muster-edition" content="([^"]*)">/#)?.1,
                    text.firstMatch(of: #/<meta name="muster-layout" content="(\d{1,9})">/#)?.1
                )
            } else if text.hasPrefix("{") {
                (
                    .json, text.firstMatch(of: #/"edition" : \{[^{}]*"id" : "([^"]*)"/#)?.1,
                    text.firstMatch(of: #/"edition" : \{[^{}]*"layout" : (\d{1,9})/#)?.1
                )
            } else if text.hasPrefix("part,") {
                (
                    .csv, text.firstMatch(of: #/\nedition,([^,\n]*),/#)?.1,
                    text.firstMatch(of: #/\nedition,[^,\n]*,(\d{1,9}),/#)?.1
                )
            } else {
                (
                    .md, text.firstMatch(of: #/\n(?:Edition|Издание) ([A-Za-z0-9\/-]+)[.,]/#)?.1,
                    text.firstMatch(of: #/\n(?:Edition|Издание) [A-Za-z0-9\/-]+, (?:layout|макет) (\d{1,9})\./#)?.1
                )
            }
        format = found.0
        layout = found.2.flatMap { Int($0) } ?? 1
        guard let id = found.1.map(String.init) else {
            throw .badValue(
                field: "file", value: path, rule: "it is no report of muster, or its edition was cut out of it",
                fix: "name a file with a report as it was written")
        }
        self.id = id
    }

    /// The edition as the registry gives it now, as of the revision that the file names.
    ///
    /// - Parameter registry: the registry.
    /// - Returns: the edition.
    /// - Throws: `MusterError.badValue` for an id that is none, or a revision that the registry does not have.
    public func made(from registry: Registry) throws(MusterError) -> Edition {
        guard let (request, revision, day) = EditionHeader.parsed(id) else {
            throw .badValue(field: "edition", value: id, rule: "it is no edition of muster")
        }
        let newest = try registry.newestRevision()
        guard revision <= newest else {
            throw .badValue(
                field: "edition", value: id,
                rule:
                    "the newest revision of this registry is \(newest); the report is of a later one, or of another registry"
            )
        }
        let known = revision == 0 ? registry : try registry.known(at: .revision(revision))
        let edition: Edition
        do { edition = try known.edition(request) } catch {
            switch error {
            case .unknownRecord, .unknownRegion: break
            default: throw error
            }
            throw .badValue(
                field: "edition", value: id,
                rule: "at revision \(revision) this registry had no such record; the report is of another registry")
        }
        guard edition.header.day == day else {
            throw .badValue(
                field: "edition", value: id,
                rule:
                    "revision \(revision) of this registry is of \(edition.header.day); the report is of another registry"
            )
        }
        return edition
    }
}
