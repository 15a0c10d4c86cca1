import Foundation
import MusterCore
import MusterSheets
import MusterValues
import Testing

/// `muster export`: where it writes, what it refuses, and what it says.
@Suite final class ExportCommandTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                muster init; muster add source "The dispatch" --kind rewrite
                muster add unit BARS-Kaliningrad --region RU-KGD --source S1
                muster enroll --group "=1+1" --unit U1 --source S1
                muster enroll "Ivan Primerov" --post Governor --post-region RU-KGD --unit U1 --on 2025-06-01 --source S1
                """)
    }

    deinit { muster.remove() }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: muster.folder.appending(path: name)) }

    @Test func `a format that is one text goes to standard output, or replaces a file`() throws {
        for format in ["csv", "sql"] {
            let shown = try muster("export", format)
            #expect(shown.code == 0 && shown.output.contains("Primerov"))
            #expect(try muster("export", format, "-").output == shown.output)
            let result = try muster.shell(
                "echo old > e; chmod 640 e; muster export \(format) e; stat -c %a e; ls | grep -c part")
            #expect(result.output == "640\n0\n")
            #expect(result.errors.contains("e written"))
            #expect(try bytes("e") == Data(shown.output.utf8))
        }
    }

    @Test func `it is said whether the text is exact or for spreadsheets`() throws {
        let exact = try muster("export", "csv", "--official", "Ivan Primerov")
        #expect(
            exact.errors
                == "exact text for programs; a spreadsheet may run a cell as a formula: --for-spreadsheets prevents it\n"
        )
        #expect(!exact.output.contains("=1+1"))
        let guarded = try muster("export", "csv", "--for-spreadsheets")
        #expect(guarded.errors == "for spreadsheets: an apostrophe stands before a cell that could run as a formula\n")
        #expect(guarded.output.contains("\"'=1+1\"") && !guarded.output.contains("\"=1+1\""))
        #expect(try muster("export", "sql", "--for-spreadsheets").code == 64)
    }

    @Test func `a data package is a folder, and one that has files is left as it is`() throws {
        #expect(try muster("export", "datapackage").code == 65)
        #expect(try muster("export", "datapackage", "-").code == 65)
        let first = try muster("export", "datapackage", "bars", "--unit", "U1", "--on", "2025-07-01")
        #expect(first.code == 0 && first.output.isEmpty && first.errors == "bars written\n")
        #expect(try String(decoding: bytes("bars/selected.csv"), as: UTF8.self).contains("E2,presumably"))
        let second = try muster("export", "datapackage", "bars")
        #expect(second.code == 73)
        #expect(second.errors == "muster: 'bars' is there already; name a new folder, or an empty one\n")
        #expect(try muster.shell("ls bars | grep -c selected; ls | grep -c part").output == "1\n0\n")
    }

    @Test func `a workbook has a sheet for each table, and the same bytes each time`() throws {
        #expect(try muster("export", "xlsx").code == 65)
        let made = try muster("export", "xlsx", "a.xlsx")
        // Without libxlsxwriter the refusal says so, and every other export works.
        if made.code == 69 {
            #expect(made.errors.contains("libxlsxwriter4"))
            return
        }
        #expect(made.code == 0)
        #expect(try muster.shell("muster export xlsx - > b.xlsx").code == 0)
        let book = try bytes("a.xlsx")
        #expect(try book == bytes("b.xlsx"))
        #expect(book.starts(with: Data("PK".utf8)))
        _ = try muster("export", "datapackage", "package")
        let tables =
            try FileManager.default.contentsOfDirectory(atPath: muster.folder.appending(path: "package").path).count - 1
        func has(_ sheet: Int) -> Bool { book.range(of: Data("xl/worksheets/sheet\(sheet).xml".utf8)) != nil }
        #expect(has(tables) && !has(tables + 1))
    }

    @Test(.enabled(if: SmallDisk.unshare != nil, "a file may not be hidden here, not even for one shell"))
    func `a workbook without its library is refused in a sentence, and every other export works`() throws {
        let result = try muster.shell(
            #"""
            PATH=$PATH:/sbin; \#(SmallDisk.unshare!) sh -c '
            for file in $(ldconfig -p | sed -n "s/.* \(\/.*libxlsxwriter.*\)/\1/p"); do mount --bind /dev/null $file; done
            muster export xlsx new; echo $?; muster export sql new 2> log; echo $?; ls | grep -c part'
            """#)
        #expect(result.output == "69\n0\n0\n")
        #expect(
            result.errors == """
                muster: a workbook is written by libxlsxwriter, which is not installed; install it (Debian: libxlsxwriter4), or choose \
                another format

                """)
    }

    @Test func `a sheet that would be too long is refused, and ids beyond the links are plain`() throws {
        let target = muster.folder.appending(path: "w.xlsx").path
        let cut = write(target, SheetLimits(rows: 1000, links: 60))
        // Without libxlsxwriter there is nothing to cut.
        if cut.first?.contains("libxlsxwriter") == true { return }
        #expect(cut == ["name"])
        let before = try bytes("w.xlsx")
        let refusal = write(target, SheetLimits(rows: 50, links: 9))
        #expect(refusal == ["the sheet region would have more than the 50 rows that a workbook takes"])
        #expect(try bytes("w.xlsx") == before)
        #expect(try muster.shell("ls | grep -c part").output == "0\n")
    }

    /// The sheets with more ids than links, or the rule by which the workbook is refused.
    private func write(_ target: String, _ limits: SheetLimits) -> [String] {
        do {
            let file = muster.folder.appending(path: "muster.db").path
            return try Registry(at: file, for: .reading).exportWorkbook(to: target, within: limits)
        } catch { return [error.rule] }
    }

    @Test func `nothing half is left where it fails`() throws {
        for line in [
            "muster export csv new.csv --unit nowhere", "muster export sql no/such/r.sql",
            "muster export datapackage no/such/p",
            "muster export sql muster.db", "muster export xlsx new.xlsx --sort id",
            "muster export sql --grade possibly new.sql",
            "muster export yaml", "muster export csv new.csv --known-at 99",
            "MUSTER_DB=none.db muster export datapackage new",
        ] {
            let result = try muster.shell(
                "before=$(ls); \(line); code=$?; [ \"$before\" = \"$(ls)\" ] && echo same; exit $code")
            #expect(result.output == "same\n" && (64...77).contains(result.code), "\(line)")
            #expect(!result.errors.isEmpty)
        }
        #expect(try muster("verify").code == 0)
    }
}
