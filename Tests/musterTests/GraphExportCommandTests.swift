import Foundation
import MusterValues
import Testing

/// `muster export ftm`, `ftm-statements`, `popolo` and `ris`: where they write, and what they say of what they cannot hold.
@Suite final class GraphExportCommandTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                muster init; muster add source "The dispatch" --kind rewrite; muster add source "Not cited" --kind other
                muster add unit BARS-Kaliningrad --region RU-KGD --source S1
                muster add unit "No such unit" --region RU-KRS --source S1
                muster enroll --group "deputies" --unit U1 --source S1
                muster enroll "Ivan Primerov" --post Governor --post-region RU-KGD --unit U1 --on 2025-06-01 --source S1
                muster enroll "Ivan Primerov" --unit U2 --on 2025-06-01 --source S1
                muster edit U2 standing=rejected --note "no such unit"
                muster look RU-PSK --on 2026-02-01 --in "the press" --found none
                """)
    }

    deinit { muster.remove() }

    @Test(arguments: ["ftm", "ftm-statements", "popolo", "ris"])
    func `a format goes to standard output, or whole to a file`(format: String) throws {
        let shown = try muster("export", format)
        #expect(shown.code == 0 && shown.output.contains("The dispatch"))
        let written = try muster.shell("muster export \(format) out; ls | grep -c part")
        #expect(written.output == "0\n" && written.errors.contains("out written"))
        let bytes = try Data(contentsOf: muster.folder.appending(path: "out"))
        #expect(bytes == Data(shown.output.utf8))
        #expect(try muster("export", format, "--unit", "U1").code == 0)
        let refused = try muster("export", format, "no/such/folder")
        #expect(refused.code != 0 && refused.output.isEmpty)
    }

    @Test func `what a format cannot hold is counted once, on standard error`() throws {
        let ftm = try muster("export", "ftm")
        #expect(
            ftm.errors == """
                left out, because rejected or part of what is: 1 unit, 1 enrollment, 1 event
                left out: 1 search for units in a region, which this format does not have

                """)
        #expect(!ftm.output.contains("No such unit"))
        let popolo = try muster("export", "popolo")
        #expect(
            popolo.errors.contains("1 group of people who are not named: as events, because they are not persons\n"))
        #expect(try muster("export", "ris").errors == "left out: 1 source that no citation points to\n")
    }
}
