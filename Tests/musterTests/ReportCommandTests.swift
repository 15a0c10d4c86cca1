import Foundation
import Testing

/// `muster report` writes an edition in the format, the language and to the place that are asked for.
@Suite final class ReportCommandTests {
    let muster: Command

    init() throws { muster = try Command(after: "muster demo --db muster.db") }

    deinit { muster.remove() }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: muster.folder.appending(path: name), encoding: .utf8)
    }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: muster.folder.appending(path: name)) }

    static let questions = [
        "region RU-KGD", "region RU-KRS/konyshevsky", "unit BARS-Kursk", "official 'Dmitry Novikov'", "national",
        "timeline O1", "coverage", "changes 20", "changes 5 12", "region RU-KGD --on 2025-06-15",
        "national --known-at 30",
    ]

    @Test(arguments: questions)
    func `every kind is written in every format of text and both languages, and is equal when it is verified`(
        question: String
    ) throws {
        for (format, language) in [("md", "en"), ("csv", "ru"), ("json", "en"), ("md", "ru")] {
            let name = "\(language).\(format)"
            let written = try muster.shell("muster report \(question) --language \(language) --output \(name)")
            #expect(written.code == 0 && written.output == "", "\(written.errors)")
            let edition = try #require(written.errors.firstMatch(of: #/^\S+ written: edition (\S+)\n$/#)?.1)
            let text = try text(name)
            #expect(edition.hasSuffix("-\(language)") && text.contains(edition))
            let printed = try muster.shell("muster report \(question) --language \(language) --format \(format)")
            #expect(printed.output == text)
            let verified = try muster("report", "verify", name)
            #expect(verified.output == "\(name): equal to edition \(edition), made again from the registry\n")
            #expect(verified.code == 0 && verified.errors == "")
        }
    }

    @Test func `a file that is there is kept unless force is given`() throws {
        _ = try muster.shell("echo mine > a.md")
        let refused = try muster("report", "national", "--output", "a.md")
        #expect(
            refused.errors
                == "muster: 'a.md' is there already; give --force to replace it, or name another file\n")
        #expect(refused.code == 73)
        #expect(try text("a.md") == "mine\n")
        #expect(try muster("report", "national", "--output", "a.md", "--force").code == 0)
        #expect(try text("a.md").hasPrefix("# All regions\n"))
        // What is asked is read first: a fault leaves the file as it is.
        let unknown = try muster("report", "region", "RU-XXX", "--output", "a.md", "--force")
        #expect(unknown.code == 66)
        #expect(try text("a.md").hasPrefix("# All regions\n"))
    }

    @Test func `the language decides on the words, and no other is known`() throws {
        #expect(try muster("report", "official", "O1", "--language", "ru").output.contains("\n## Вступления\n"))
        #expect(try muster("report", "official", "O1").output.contains("\n## Enrollments\n"))
        let refused = try muster("report", "official", "O1", "--language", "de")
        #expect(refused.code == 64 && refused.errors.contains("en"))
    }

    @Test func `the ending decides on the format, and a workbook goes to a file or a pipe`() throws {
        for (name, start) in [("a.md", "# All"), ("a.csv", "part,"), ("a.json", "{\n"), ("A.JSON", "{\n")] {
            _ = try muster("report", "national", "--output", name)
            #expect(try text(name).hasPrefix(start))
        }
        let made = try muster("report", "national", "--output", "a.xlsx")
        // Without libxlsxwriter the refusal says so, and every other format works.
        guard made.code == 0 else {
            #expect(made.errors.contains("libxlsxwriter4"))
            return
        }
        #expect(try muster.shell("muster report national --format xlsx > b.xlsx").code == 0)
        #expect(try bytes("a.xlsx") == bytes("b.xlsx"))
        #expect(try bytes("a.xlsx").starts(with: Data("PK".utf8)))
    }

    @Test func `the moments of a comparison are revisions, days or times`() throws {
        let whole = try muster("report", "changes", "2", "41").output
        #expect(whole.hasPrefix("# What changed from revision 2 to 41\n"))
        let day = String(Date().formatted(.iso8601).prefix(10))
        #expect(try muster("report", "changes", "2", day).output == whole)
        #expect(try muster("report", "changes", "2").output == whole)
        let backwards = try muster("report", "changes", "30", "12")
        #expect(backwards.errors == "muster: revision 30 is after revision 12; name the earlier one first\n")
        #expect(backwards.code == 64)
        #expect(try muster("report", "changes", "42").code == 65)
    }

    // MARK: The same cells

    /// Prints a workbook's sheets as JSON, each as its rows of texts.
    private static let reader = """
        import json, re, sys, zipfile
        from xml.etree import ElementTree as tree
        space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        book = zipfile.ZipFile(sys.argv[1])
        def text(node): return "".join(part.text or "" for part in node.iter(space + "t"))
        def xml(name): return tree.fromstring(book.read(name))
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = [text(item) for item in xml("xl/sharedStrings.xml")]
        def column(place):
            number = 0
            for letter in re.match("[A-Z]+", place).group(): number = number * 26 + ord(letter) - 64
            return number
        sheets = []
        for index, sheet in enumerate(xml("xl/workbook.xml").iter(space + "sheet"), 1):
            rows = []
            for row in xml(f"xl/worksheets/sheet{index}.xml").iter(space + "row"):
                cells = {}
                for cell in row.iter(space + "c"):
                    value = cell.find(space + "v")
                    if cell.get("t") == "s": said = shared[int(value.text)]
                    else: said = text(cell) if value is None else value.text
                    if said: cells[column(cell.get("r"))] = said
                rows.append(cells)
            heads = rows[0] if rows else {}
            sheets.append([sheet.get("name"), [{heads[key]: value for key, value in row.items()} for row in rows[1:]]])
        import csv
        parts = {}
        for row in csv.DictReader(open(sys.argv[2], newline="", encoding="utf-8")):
            part = row.pop("part")
            parts.setdefault(part, []).append({key: value for key, value in row.items() if value})
        book = {name: rows for name, rows in sheets if rows}
        print(len(parts), sum(len(rows) for rows in parts.values()) > 5, book == parts, list(book) == list(parts))
        for part in parts:
            if book.get(part) != parts[part]: print(part, book.get(part), parts[part])
        """

    @Test(arguments: [
        "region RU-KGD", "national", "official O1 --language ru", "coverage", "changes 20", "timeline U1",
    ])
    func `the CSV and the workbook hold the same cells`(question: String) throws {
        let made = try muster.shell(
            "muster report \(question) --output a.xlsx; muster report \(question) --output a.csv")
        // Without libxlsxwriter there is no workbook.
        if made.errors.contains("libxlsxwriter4") { return }
        try Data(Self.reader.utf8).write(to: muster.folder.appending(path: "reader.py"))
        let read = try muster.shell("python3 reader.py a.xlsx a.csv")
        #expect(read.code == 0, "\(read.errors)")
        #expect(read.output.firstMatch(of: #/^\d+ True True True\n$/#) != nil, "\(read.output.prefix(2000))")
    }
}
