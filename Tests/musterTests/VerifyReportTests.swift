import Foundation
import Testing

@testable import MusterSheets

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
        let edition = try #require(changed.firstMatch(of: #/\nEdition (\S+), layout 9\.\n/#)?.1)
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
            "file 'b.xlsx' is refused: it is no report of muster, or its edition was cut out of it; name a file with a report as it was written"
        ),
        ("b.md", "", "'b.md' is refused: it is empty"),
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

    @Test func `a file of which another program changed the ends of the lines alone is told as one`() throws {
        try write("b.md", "\u{FEFF}" + text("a.md").replacing("\n", with: "\r\n"))
        let result = try muster("report", "verify", "b.md")
        #expect(result.code == 1)
        #expect(
            result.output.hasPrefix("b.md: differs from edition region-RU-KGD-") && !result.output.contains("line 1"))
        #expect(result.errors == "only the ends of its lines differ; another program saved the file again\n")
    }

    @Test func `a report of a record that this registry did not have is of another one`() throws {
        let result = try muster.shell(
            """
            muster init --db new.db; muster add source T --kind other --db new.db >/dev/null
            MUSTER_DB=new.db muster report region RU-KGD --output c.md
            sed -i 's/region-RU-KGD/unit-U77/' c.md; muster report verify c.md --db new.db; echo $?
            """)
        #expect(result.output.hasSuffix("65\n"))
        #expect(
            result.errors.hasSuffix(
                "at revision 2 this registry had no such record; the report is of another registry\n"))
    }

    @Test func `a file of an older layout is told from one that was edited`() throws {
        try write("b.md", try text("a.md").replacing(", layout 9.", with: "."))
        let result = try muster("report", "verify", "b.md")
        #expect(
            result.code == 1
                && result.errors
                    == "the file has layout 1, and this version of muster writes layout 9: it can differ without having been edited\n"
        )
    }

    @Test func `a workbook tells its edition, and each cell that differs is named`() throws {
        let made = try muster("report", "national", "--output", "a.xlsx")
        // Without libxlsxwriter there is no workbook.
        if made.errors.contains("libxlsxwriter4") { return }
        let edition = try #require(made.errors.firstMatch(of: #/edition (\S+)\n/#)?.1)
        let equal = try muster("report", "verify", "a.xlsx")
        #expect(
            equal.code == 0 && equal.output == "a.xlsx: equal to edition \(edition), made again from the registry\n")
        // Another registry with the same revisions: only their times and the head of its history are others.
        _ = try muster.shell("muster demo --db other.db")
        let other = try muster("report", "verify", "a.xlsx", "--db", "other.db")
        #expect(other.code == 1)
        #expect(
            other.output.contains("\nsheet edition, cell G2\n  the file: "))
        #expect(other.errors.contains("of another registry"))
    }

    @Test func `a name that looks like a formula is a text in a workbook`() throws {
        _ = try muster("enroll", "=HYPERLINK(\"x\")", "--post", "Mayor", "--unit", "U1", "--source", "S1")
        let made = try muster("report", "unit", "U1", "--output", "a.xlsx")
        if made.errors.contains("libxlsxwriter4") { return }
        let book = try #require(WorkbookFile(Array(try Data(contentsOf: muster.folder.appending(path: "a.xlsx")))))
        #expect(book.sheets.contains { $0.cells.values.contains("=HYPERLINK(\"x\")") })
        #expect(try muster("report", "verify", "a.xlsx").code == 0)
    }

    @Test func `the time zone and the locale of the machine change no byte`() throws {
        for (place, asked) in ["region RU-KGD", "national --language ru", "coverage", "timeline U1 --language ru"]
            .enumerated()
        {
            for format in ["md", "html", "csv", "json"] {
                let made = try muster.shell(
                    """
                    TZ=UTC LC_ALL=C muster report \(asked) --format \(format) --output \(place)-a.\(format) \
                    && TZ=Asia/Kamchatka LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 muster report \(asked) --format \(format) \
                    --output \(place)-b.\(format) && cmp \(place)-a.\(format) \(place)-b.\(format)
                    """)
                #expect(made.code == 0, "\(asked) \(format): \(made.errors)")
            }
        }
    }
}
