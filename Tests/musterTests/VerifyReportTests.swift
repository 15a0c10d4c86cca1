import Foundation
import Testing

/// `muster report verify` ends with 0 for a report that the registry gives, 1 for one that differs, and else says what is wrong.
@Suite final class VerifyReportTests {
    let muster: Command

    init() throws {
        muster = try Command(after: "muster demo --db muster.db; muster report region RU-KGD --output a.md")
    }

    deinit { muster.remove() }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: muster.folder.appending(path: name))
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: muster.folder.appending(path: name), encoding: .utf8)
    }

    @Test func `a report is equal whatever was written to the registry since`() throws {
        _ = try muster("enroll", "Boris Later", "--post", "Mayor", "--unit", "U1", "--source", "S1")
        let result = try muster("report", "verify", "a.md")
        #expect(result.output.hasPrefix("a.md: equal to edition region-RU-KGD-"))
        #expect(result.code == 0)
    }

    @Test func `a letter that differs ends with 1, and its line is shown`() throws {
        let changed = try text("a.md").replacing("- Units on record: **1**", with: "- Units on record: **2**")
        try write("b.md", changed)
        let result = try muster("report", "verify", "b.md")
        let edition = try #require(changed.firstMatch(of: #/\nEdition (\S+)\.\n/#)?.1)
        #expect(
            result.output == """
                b.md: differs from edition \(edition) as the registry gives it
                line 9
                  the file: - Units on record: **2** — programmes: 1
                  registry: - Units on record: **1** — programmes: 1

                """)
        #expect(result.code == 1 && result.errors == "")
    }

    @Test func `a line that steers a terminal is shown and does not`() throws {
        try write("b.md", try text("a.md").replacing("# Kaliningrad", with: "# \u{1b}[31mKaliningrad"))
        let result = try muster("report", "verify", "b.md")
        #expect(result.code == 1)
        #expect(result.output.contains("\\u{1b}[31mKaliningrad") && !result.output.contains("\u{1b}"))
    }

    @Test func `many lines that differ are cut`() throws {
        try write("b.md", try text("a.md").replacing("Dispatch", with: "dispatch"))
        let result = try muster("report", "verify", "b.md")
        #expect(result.code == 1)
        #expect(result.output.matches(of: #/\nline \d+\n/#).count == 5 && result.output.hasSuffix("\nand more\n"))
    }

    @Test(arguments: [
        (
            "b.md", "hello\n",
            "file 'b.md' is refused: it is no report of muster, or its edition was cut out of it; name a file with a report as it was written"
        ),
        ("b.md", "\nEdition x.\n", "edition 'x' is refused: it is no edition of muster"),
        (
            "b.md", "\nEdition national-2020-01-01-r900-en.\n",
            "edition 'national-2020-01-01-r900-en' is refused: the newest revision of this registry is 41; the report is of a later one, "
                + "or of another registry"
        ),
        (
            "b.xlsx", "PK",
            "file 'b.xlsx' is refused: a workbook does not tell its edition here; give the edition, which stands on its first sheet"
        ),
    ])
    func `what is no report of this registry ends with 65`(name: String, text: String, message: String) throws {
        try write(name, text)
        let result = try muster("report", "verify", name)
        #expect(result.errors == "muster: \(message)\n")
        #expect(result.code == 65 && result.output == "")
    }

    @Test func `a file or a registry that is not there is refused`() throws {
        let file = try muster("report", "verify", "none.md")
        #expect(file.errors == "muster: 'none.md' is refused: there is no such file; check its name\n")
        #expect(try muster("report", "verify", "a.md", "--db", "none.db").code == 66)
        #expect(
            try muster.shell("muster report verify - < a.md").output.hasPrefix("-: equal to edition region-RU-KGD-"))
    }

    @Test func `a workbook is verified by the edition that its first sheet has`() throws {
        let made = try muster("report", "national", "--output", "a.xlsx")
        // Without libxlsxwriter there is no workbook.
        if made.errors.contains("libxlsxwriter4") { return }
        let edition = try #require(made.errors.firstMatch(of: #/edition (\S+)\n/#)?.1)
        let equal = try muster("report", "verify", "a.xlsx", "--edition", String(edition))
        #expect(
            equal.code == 0 && equal.output == "a.xlsx: equal to edition \(edition), made again from the registry\n")
        let other = String(edition).replacing("-en", with: "-ru")
        let differs = try muster("report", "verify", "a.xlsx", "--edition", other)
        #expect(
            differs.code == 1 && differs.output == "a.xlsx: differs from edition \(other) as the registry gives it\n")
    }
}
