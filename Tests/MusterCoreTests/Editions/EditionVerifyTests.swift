import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A file that holds an edition is made again from the registry, years later, and held against it.
final class EditionVerifyTests {
    /// The formats that tell their edition in themselves.
    static let formats: [EditionFormat] = [.md, .html, .csv, .json]

    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addScene()
    }

    private func compared(
        _ text: String, with registry: Registry? = nil
    ) throws -> EditionComparison {
        let bytes = Array(text.utf8)
        let file = try EditionFile(bytes, named: "a.md")
        let made = try file.made(from: registry ?? self.registry)
        return EditionComparison(file: bytes, made: Array(try made.text(as: file.format).utf8))
    }

    static let requests: [EditionRequest] = [
        EditionRequest(.region, of: "RU-KGD"),
        EditionRequest(.region, of: "RU-KRS", on: Day("2025-06-10"), in: .russian),
        EditionRequest(.unit, of: "U1"), EditionRequest(.official, of: "O1", in: .russian), EditionRequest(.national),
        EditionRequest(.timeline, of: "O1"), EditionRequest(.coverage), EditionRequest(.changes, from: 4),
    ]

    @Test(arguments: requests, formats)
    func `a file is equal, also after later revisions and long after`(
        request: EditionRequest, format: EditionFormat
    ) throws {
        let text = try registry.text(request, as: format)
        #expect(try EditionFile(Array(text.utf8), named: "a").format == format)
        try fresh.enroll("Boris Later", .serving, on: "2025-01-01")
        try fresh.edit("O1", ["name": "Another Name"], by: Evidence(source: "S2"))
        let later = Fresh.now.addingTimeInterval(3_000 * 86_400)
        let again = try Registry(at: fresh.path, for: .reading, now: { later })
        let comparison = try compared(text, with: again)
        #expect(comparison.isEqual && comparison.differences == [] && !comparison.isCut)
    }

    @Test(arguments: formats)
    func `one letter that is changed is found, with its line`(format: EditionFormat) throws {
        let text = try registry.text(of: "RU-KGD", as: format)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = try #require(lines.firstIndex { $0.contains("members of the regional government") })
        let changed = text.replacing(
            "members of the regional government", with: "members of the regional gouvernment", maxReplacements: 1)
        let comparison = try compared(changed)
        #expect(!comparison.isEqual && !comparison.isCut)
        // Swift reads CRLF as one Character, so that a split at "\n" finds no line ends in CSV.
        let number = format == .csv ? text.split(separator: "\r\n").firstIndex { $0.contains("members of the") }! : line
        #expect(comparison.differences.map(\.place) == [.line(number + 1)])
        #expect(comparison.differences.first?.file?.contains("gouvernment") == true)
        #expect(comparison.differences.first?.made?.contains("gouvernment") == false)
    }

    @Test func `five lines that differ are shown, and the others are told of`() throws {
        let text = try registry.text(of: "RU-KGD", as: .md)
        let comparison = try compared(
            text.replacing("| Dispatch", with: "| dispatch").replacing("Dispatch [", with: "dispatch ["))
        #expect(comparison.differences.count == 5 && comparison.isCut)
    }

    @Test func `a line too many and a line too few are found`() throws {
        let text = try registry.text(of: "RU-KGD", as: .md)
        let count = text.components(separatedBy: "\n").count
        let longer = try compared(text + "more\n")
        #expect(
            longer.differences == [
                EditionComparison.Difference(place: .line(count), file: "more", made: ""),
                EditionComparison.Difference(place: .line(count + 1), file: "", made: nil),
            ])
        let shorter = try compared(String(text.dropLast()))
        #expect(shorter.differences == [EditionComparison.Difference(place: .line(count), file: nil, made: "")])
    }

    @Test func `a file with other line ends differs, and its edition is found all the same`() throws {
        let text = try registry.text(of: "RU-KGD", as: .md)
        #expect(try !compared(text.replacing("\n", with: "\r\n")).isEqual)
    }

    // MARK: Another registry

    @Test func `a registry that lacks the revision refuses, and names its newest one`() throws {
        let text = try registry.text(of: "RU-KGD", as: .md)
        let other = try Fresh(.populated)
        let refusal = #expect(throws: MusterError.self) { try self.compared(text, with: other.registry) }
        #expect(
            refusal
                == .badValue(
                    field: "edition", value: "region-RU-KGD-2025-06-15-r17-en",
                    rule:
                        "the newest revision of this registry is 8; the report is of a later one, or of another registry"
                ))
        #expect(refusal?.exitCode == 65)
    }

    @Test func `a registry with the same revisions and another history differs`() throws {
        let text = try registry.text(of: "RU-KRS", as: .md)
        let other = try Fresh(.populated)
        try other.addScene()
        // Not one word of the region differs: only the nonces, and so the head.
        let comparison = try compared(text, with: other.registry)
        let heads = try [registry, other.registry].map { try #require(try $0.head()) }
        #expect(comparison.differences.map { $0.file?.contains(heads[0].prefix(8)) } == [true, true])
        #expect(comparison.differences.map { $0.made?.contains(heads[1].prefix(8)) } == [true, true])
    }

    @Test func `a registry whose revision is of another day refuses`() throws {
        let refusal = #expect(throws: MusterError.self) {
            try self.compared("# x\n\nEdition region-RU-KGD-2025-06-14-r17-en.\n")
        }
        #expect(
            refusal
                == .badValue(
                    field: "edition", value: "region-RU-KGD-2025-06-14-r17-en",
                    rule: "revision 17 of this registry is of 2025-06-15; the report is of another registry"))
    }

    @Test func `an edition of a record that is not there is refused`() throws {
        #expect(throws: MusterError.self) { try self.compared("# x\n\nEdition unit-U99-2025-06-15-r17-en.\n") }
        #expect(throws: MusterError.self) { try self.compared("# x\n\nEdition unit-O1-2025-06-15-r17-en.\n") }
    }

    // MARK: What is no edition

    @Test(arguments: [
        "hello", "{}", "{\"edition\" : 1}", "part,edition\r\n", "<!DOCTYPE html><html></html>", "Edition x",
        "# Kaliningrad Oblast\n\nno edition\n",
    ])
    func `a file that names no edition is refused`(text: String) throws {
        let refusal = #expect(throws: MusterError.self) { try self.compared(text) }
        #expect(
            refusal
                == .badValue(
                    field: "file", value: "a.md", rule: "it is no report of muster, or its edition was cut out of it",
                    fix: "name a file with a report as it was written"))
        #expect(refusal?.exitCode == 65)
    }

    @Test func `bytes that are no text are refused, and never a crash`() throws {
        for bytes in [[0xFF, 0xFE, 0x00], Array(repeating: 0, count: 1000), [UInt8](0...255)] as [[UInt8]] {
            #expect(throws: MusterError.self) { try EditionFile(bytes, named: "a") }
        }
    }

    @Test func `an id that was edited by hand is refused`() throws {
        let refusal = #expect(throws: MusterError.self) { try self.compared("# x\n\nEdition region-x.\n") }
        #expect(refusal == .badValue(field: "edition", value: "region-x", rule: "it is no edition of muster"))
    }

    @Test func `an empty file says so`() throws {
        #expect(throws: MusterError.badFile(path: "a.md", rule: "it is empty")) { try self.compared("") }
    }

    @Test(arguments: formats)
    func `every format tells its layout, and a file of before there were layouts is of the first`(format: EditionFormat)
        throws
    {
        let text = try registry.text(of: "RU-KGD", as: format)
        #expect(try EditionFile(Array(text.utf8), named: "a").layout == Edition.layout)
        let russian = try registry.text(EditionRequest(.region, of: "RU-KGD", in: .russian), as: format)
        #expect(try EditionFile(Array(russian.utf8), named: "a").layout == Edition.layout)
        let older = Array("# x\n\nEdition region-RU-KGD-2025-06-15-r17-en.\n".utf8)
        #expect(try EditionFile(older, named: "a").layout == 1)
    }

    // MARK: What happened to the records since

    @Test func `a merge and a revert take nothing from the report of before`() throws {
        let (text, before) = (try registry.text(of: "RU-KGD", as: .md), try registry.newestRevision())
        try fresh.enroll("Pavel Ivanov", in: "U2", .serving)
        _ = try registry.merge("O1", with: "Pavel Ivanov", by: Fresh.clerk, overruling: true)
        #expect(try compared(text).isEqual)
        let merged = try registry.text(of: "RU-KGD", as: .md)
        _ = try registry.revert(before, by: Fresh.clerk)
        #expect(try compared(text).isEqual)
        #expect(try compared(merged).isEqual)
    }

    @Test func `what a redaction took away is missing from the report of before`() throws {
        let text = try registry.text(of: "RU-KGD", as: .md)
        let before = try registry.newestRevision()
        _ = try registry.redact("O1", by: Fresh.clerk)
        let comparison = try compared(text)
        #expect(!comparison.isEqual)
        #expect(comparison.differences.contains { $0.file?.contains("Dmitry Novikov") == true })
        #expect(!comparison.differences.contains { $0.made?.contains("Dmitry Novikov") == true })
        #expect(
            try registry.redaction(from: .revision(before), to: .revision(registry.newestRevision())) == before + 1)
    }

    @Test func `of two long lines the part that differs is shown`() {
        let same = String(repeating: "a", count: 300)
        let line = EditionComparison.Difference(place: .line(1), file: same + "bc", made: same + "d")
        #expect(line.excerpts(40) == ("…aaaaaaaaaabc", "…aaaaaaaaaad"))
        let short = EditionComparison.Difference(place: .line(1), file: "b" + same, made: nil)
        #expect(short.excerpts(4) == ("baaa…", nil))
    }

    @Test func `a file that is missing, and a folder, are refused`() throws {
        let folder = fresh.folder.path
        let rules = [folder: "it is a folder", folder + "/none.md": "there is no such file; check its name"]
        for (path, rule) in rules {
            #expect(throws: MusterError.badFile(path: path, rule: rule)) { try EditionFile.read(path) }
        }
        try Data("abc".utf8).write(to: fresh.folder.appending(path: "a.md"))
        #expect(try EditionFile.read(folder + "/a.md") == Array("abc".utf8))
    }

    @Test func `a text of a source that looks like an edition is not taken for it`() throws {
        let id = "region-RU-KRS-2025-06-15-r1-en"
        try fresh.addSource("Edition \(id).")
        try fresh.cite("U1", "role", "Edition \(id).", in: "S3", nil, "Edition \(id).")
        for format in Self.formats {
            let text = try registry.text(of: "RU-KGD", as: format)
            #expect(try compared(text).isEqual, "\(format)")
        }
    }
}
