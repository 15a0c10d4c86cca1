import Foundation
import MusterValues
import Testing

/// The command's refusals: one sentence on standard error, the documented exit code, nothing written.
@Suite final class BadInputTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                muster init; muster add source "The dispatch" --kind rewrite
                muster add unit BARS-Kaliningrad --region RU-KGD --source S1
                """)
    }

    deinit { muster.remove() }

    /// A line of shell, its exit code, and the whole of its message.
    static let refusals: [(line: String, code: Int32, message: String)] = [
        (
            "muster units --region RU-KDG", 66,
            "no region 'RU-KDG' on the register (near it: RU-KDA Krasnodar Krai, RU-KGD Kaliningrad Oblast, RU-AD Adygea); "
                + "'muster regions' lists them all"
        ),
        ("muster units --programme BARS --programme BARS", 64, "'--programme' is given twice; give it once"),
        ("muster event U1 forming --on 2025 --source S1 --on=2024", 64, "'--on' is given twice; give it once"),
        ("muster units --limit -1", 65, "limit '-1' is refused: give a whole number from 1"),
        (
            "muster event U1 forming --on 2025-02-30 --source S1", 65,
            "'2025-02-30' is not a date; February 2025 has 28 days"
        ),
        (
            "muster event U1 forming --on April --source S1", 65,
            "'April' is not an EDTF date; write a year and month such as 2025-04, or XXXX-04 when the year is not known"
        ),
        (
            "muster units --on 2025-06?", 65,
            "'2025-06?' does not begin and end on certain days; give a day such as 2025-06-01, a month such as 2025-06, "
                + "or an interval such as 2025-06-01/2025-06-15"
        ),
        (
            "muster units --on 2025-07/2025-06", 65,
            "'2025-07/2025-06' ends before it starts; write the earlier date first"
        ),
        (
            "muster edit RU-KGD administered-by=Ukraine --inferred seen", 69,
            "the registry settles no border; it keeps what sources say of who holds RU-KGD by right or in fact; cite another "
                + "source for it with 'muster cite RU-KGD --field administered_by --stated \"…\" --source SOURCE'"
        ),
        ("muster units --throughout", 64, "only an answer about a period can be of all its days; give --on too"),
        (
            "muster report region RU-KGD --on 2025-06", 65,
            "'2025-06' is not one day; write a year, a month and a day such as 2025-06-01"
        ),
        (
            "muster add unit BARS-Kursk --region RU-KRS", 65,
            "the source is missing; nothing is recorded without one: give --source (see 'muster sources', 'muster add source')"
        ),
        (
            "muster add unit BARS-Kursk --region RU-KRS --source S9", 66, "no source 'S9' on the register"
        ),
        (
            "muster add official 'Boris Example' --source S1", 65,
            "the post of 'Boris Example' is missing; an official holds or held a public office: give --post, or record a group"
        ),
        (
            "muster enroll 'Boris Example' --group 'some deputies' --unit U1 --source S1", 69,
            "an enrollment has exactly one of official or group; leave out --group"
        ),
        (
            "muster enroll --unit U1 --source S1", 69,
            "an enrollment has exactly one of official or group; name an official, or give --group"
        ),
        (
            "muster event U1 paused --source S1", 65,
            "'paused' is not a state of a unit; use one of: announced, recruiting, forming, established, operational, "
                + "reorganised, merged into, split into, split from, reformed as, renamed as, disbanded, detachment, "
                + "battalion, brigade, platoon, company, regiment, group, strength NUMBER, planned strength NUMBER"
        ),
        (
            "muster add unit bars-KALININGRAD --region RU-KGD --source S1", 69,
            "unit 'bars-KALININGRAD' is already on the register as U1; use 'muster show U1' to see it"
        ),
        (
            "muster add unit ＢＡＲＳ-Kaliningrad --region RU-KGD --source S1", 69,
            "unit 'ＢＡＲＳ-Kaliningrad' is already on the register as U1; use 'muster show U1' to see it"
        ),
        (
            "muster add unit \"$(printf 'BARS\\nKursk')\" --region RU-KRS --source S1", 65,
            "designation 'BARS\\u{a}Kursk' is refused: it has the control or invisible character U+000A; take it out"
        ),
        (
            "muster add unit \"$(printf 'BARS\\377')\" --region RU-KRS --source S1", 65,
            "argument 'BARS\u{FFFD}' is refused: it is not whole UTF-8 text; type it again"
        ),
        (
            "muster add unit \"$(printf 'x%.0s' $(seq 1000))\" --region RU-KRS --source S1", 65,
            "designation '\(String(repeating: "x", count: 60))…' is refused: it has more than 200 characters; shorten it"
        ),
        (
            "muster edit U1 standing=rejected", 65,
            "the reason for standing 'rejected' is missing; give --note \"…\""
        ),
        ("muster edit U1 region", 64, "'region' is no change; write field=value, as region=RU-KGD"),
        (
            "muster edit U1 colour=green", 65,
            "'colour' is not a field of a unit; use one of: concluded_by, contract, formed, kind, legal_nature, "
                + "name, note, ordinal, part_of, programme, region, role, standing, training"
        ),
        (
            "muster cite U1 --field launched --stated 2025 --source S1", 65,
            "'launched' is not a field of a unit; use one of: name, kind, region, programme, part of, ordinal, role, formed, "
                + "legal nature, contract, concluded by, training"
        ),
        ("muster cite U1 --field role --source S1", 65, "the value as the source states it is missing; give --stated"),
        (
            "muster event U1 forming --source S1 --locator a --locator b", 64,
            "--locator is given 2 times and --source 1; give one place for each source"
        ),
        (
            "muster sources --borders NATO --on 2025 --throughout", 64,
            "sources are not narrowed by throughout; leave out --throughout"
        ),
        ("muster units --grade presumably", 64, "a grade says how sure an answer about a day is; give --on too"),
        (
            "muster units --on 2025-06-01 --grade certainly", 65,
            "'certainly' is not a grade; use one of: definitely, presumably, possibly, no"
        ),
        ("muster units --sea", 64, "borders at sea count only in a question about borders; give --borders too"),
        (
            "muster add region RU-KRS2 Somewhere --source S1", 65,
            "region code 'RU-KRS2' is refused: ISO 3166-2 writes two letters, '-' and one to three letters or digits, as "
                + "RU-KGD; for a district give --parent"
        ),
        (
            "muster enroll 'Ivan' --post Governor --unit U1 --source S1 --author ''", 65,
            "author '' is refused: it is empty; give at least one character"
        ),
        (
            "muster units --db none.db", 66,
            "there is no registry at 'none.db'; make one with 'muster init --db none.db'"
        ),
        (
            "muster init --db no/such/folder.db", 73,
            "'no/such/folder.db' cannot be opened or made; check that the folder exists and may be written"
        ),
        (
            "muster report region RU-KGD --output no/such/report.md", 73,
            "'no/such/report.md' cannot be opened or made; check that the folder exists and may be written"
        ),
        ("muster demo --scale 0", 65, "scale '0' is refused: give a whole number from 1 to 10000000"),
        (
            "muster demo --scale 5 --db muster.db", 73,
            "'muster.db' is there already; name another file with --db, or remove it first"
        ),
    ]

    @Test func `a code of no record is cited of nothing`() throws {
        let muster = try Command(
            after: "muster init; muster add source T --kind other; muster add unit X --region RU-KRS --source S1")
        defer { muster.remove() }
        for (field, stated) in [("part-of", "U999"), ("programme", "G99"), ("region", "RU-XXX")] {
            let result = try muster("cite", "U1", "--field", field, "--stated", stated, "--disputes", "--source", "S1")
            #expect(result.code == 66 && result.errors.contains("'\(stated)' on the register"), "\(result.errors)")
        }
    }

    @Test(arguments: refusals)
    func `a refusal is one sentence, its code, and leaves the registry as it was`(
        line: String, code: Int32, message: String
    ) throws {
        let before = try bytes()
        let result = try muster.shell(line)
        #expect(result.errors == "muster: \(message)\n")
        #expect(result.code == code)
        #expect(result.output == "")
        #expect(try bytes() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: muster.folder.path) == ["muster.db"])
    }

    @Test func `a usage that the parser refuses ends with 64`() throws {
        for arguments in [["units", "--colour", "red"], ["enroll"], ["units", "--format", "xml"]] {
            let result = try muster.shell("muster " + arguments.joined(separator: " "))
            #expect(result.code == 64)
            #expect(result.errors.contains("Usage:") || result.errors.contains("Error:"))
        }
    }

    @Test func `a file of regions with a bad record loads nothing`() throws {
        let long = String(repeating: "x", count: 1_000_000)
        let files: [(text: String, message: String)] = [
            (
                "iso_code,name_en\nXX-A,First\nXX-B,\(long)\n",
                "'f.csv' is refused: record 2: name '\(String(repeating: "x", count: 60))' is refused: "
                    + "it has more than 200 characters; shorten it"
            ),
            ("iso_code,name_en\nXX-A,\"First\n", "'f.csv' is refused: line 2: a quote is not closed"),
            (
                "iso_code,name_en\nXX-A,Fi\0rst\n",
                "'f.csv' is refused: line 2: it holds a byte of zero, which no text has"
            ),
            ("code,name\nXX-A,First\n", "'f.csv' is refused: its first line has no column 'iso_code'"),
        ]
        let before = try bytes()
        for (text, message) in files {
            try Data(text.utf8).write(to: muster.folder.appending(path: "f.csv"))
            let result = try muster("add", "region", "--file", "f.csv")
            #expect(result.errors == "muster: \(message)\n")
            #expect(result.code == 65)
        }
        #expect(try bytes() == before)
    }

    /// The bytes of the registry's file: what is refused changes not one.
    private func bytes() throws -> Data { try Data(contentsOf: muster.folder.appending(path: "muster.db")) }

    @Test func `a value that begins with a dash is a value, and a list takes an option twice`() throws {
        let added = try muster.shell(
            "muster add source Paper --kind other --note -x && muster add unit Alpha --region RU-KRS --alias -a --alias -b --source S2 --new"
        )
        #expect(added.code == 0, "\(added.errors)")
        let shown = try muster("show", "U2").output
        #expect(shown.contains("-a (alias") && shown.contains("-b (alias"))
        #expect(try muster("show", "S2").output.contains("note: -x"))
    }

    @Test func `a dry run tells what would be done, and does nothing`() throws {
        let tried = try muster.shell("muster event U1 forming --on 2025-01 --source S1 --dry-run")
        #expect(tried.output == "V1\tforming recorded of U1 BARS-Kaliningrad\n")
        #expect(tried.errors == "nothing was changed: this is what would be done\n")
        #expect(try muster.shell("muster show V1").code == 66)
        let refused = try muster.shell("muster event U1 forming --on 2025-13 --source S1 --dry-run")
        #expect(refused.code == 65)
    }
}
