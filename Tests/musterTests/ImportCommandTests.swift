import Foundation
import MusterCore
import Testing

struct ImportCommandTests {
    private let muster = try! Command(
        after: """
            muster demo --db muster.db; muster add source "Kursk post" --kind official-channel --published 2025-06-01
            """)

    private func write(_ text: String, as name: String = "list.csv") throws {
        try Data(text.utf8).write(to: muster.folder.appending(path: name))
    }

    @Test func `a dry run tells how the file is read and what would happen, and changes nothing`() throws {
        defer { muster.remove() }
        try write(
            """
            official;post;post_region;unit;state\r
            Anna Petrova;Mayor;RU-TUL;BARS-Kursk;joined\r
            ;;;;\r
            Boris Petrov;Mayor;RU-NOWHERE;BARS-Kursk;joined\r\n
            """)
        let before = try muster.shell("muster log --format csv").output
        let result = try muster.shell("muster import list.csv --source 'Kursk post' --dry-run --format csv")
        #expect(result.code == 0)
        #expect(
            result.output.components(separatedBy: "\r\n").prefix(3).map { $0.components(separatedBy: ",").prefix(3) }
                == [
                    ["file", "line", "outcome"], ["list.csv", "2", "added"], ["list.csv", "4", "refused"],
                ])
        #expect(
            result.errors.hasPrefix(
                "'list.csv': utf-8, separator semicolon, 5 columns\n  official (official): 'Anna Petrova', 'Boris Petrov'\n"
            ))
        #expect(result.errors.contains("nothing was changed: "))
        #expect(result.errors.contains("1 blank row passed over\n"))
        #expect(try muster.shell("muster log --format csv").output == before)
    }

    @Test func `rows that cannot be taken stop the file, or go to a file that is mended and imported again`() throws {
        defer { muster.remove() }
        try write(
            """
            official,post,post_region,unit,state,contract
            Anna Petrova,Mayor,RU-TUL,BARS-Kursk,joined,
            Алексей Беспрозванных,Mayor,RU-TUL,BARS-Kursk,joined,
            "Boris ""B"" Petrov","Mayor, acting",RU-TUL,BARS-Kursk,joined,lease\n
            """)
        let stopped = try muster.shell("muster import list.csv --source S2")
        #expect(stopped.code == 65)
        #expect(
            stopped.errors.hasSuffix(
                "muster: 'list.csv' is refused: 2 of its rows cannot be taken, so nothing was changed; mend them, or take the others with --keep-good FILE, which writes these to FILE\n"
            ), "\(stopped.errors)")
        let kept = try muster.shell("muster import list.csv --source S2 --keep-good rest.csv")
        #expect(kept.code == 0 && kept.errors.contains("the other 2 rows are in 'rest.csv'"), "\(kept.errors)")
        let rest = try String(contentsOf: muster.folder.appending(path: "rest.csv"), encoding: .utf8)
        let lines = rest.components(separatedBy: "\r\n")
        #expect(try Data(contentsOf: muster.folder.appending(path: "rest.csv")).starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(
            lines[0]
                == "official,post,post_region,unit,state,contract,fault_line,fault_column,fault_value,fault_rule,fault_remedy,same_as,new"
        )
        #expect(
            lines[1].contains(",3,official,Алексей Беспрозванных,")
                && lines[1].contains("write O1 in same_as, or yes in new"), "\(lines[1])")
        #expect(
            lines[2].hasPrefix(
                "\"Boris \"\"B\"\" Petrov\",\"Mayor, acting\",RU-TUL,BARS-Kursk,joined,lease,4,contract,lease,"))
        try write(
            rest.replacing("lease,4", with: "reserve,4").replacing(",,\r\n\"Boris", with: ",,yes\r\n\"Boris"),
            as: "rest.csv")
        let mended = try muster.shell("muster import rest.csv --source S2")
        #expect(mended.code == 0, "\(mended.errors)")
        #expect(try muster.shell("muster officials").output.contains("Алексей Беспрозванных"))
        #expect(try muster.shell("muster import list.csv --source S2 --keep-good rest.csv").code == 73)
    }

    @Test func `a row of another length goes to the file to mend, and is not taken before it is mended`() throws {
        defer { muster.remove() }
        try write(
            """
            official,post,post_region,unit,state
            Anna Petrova,Mayor,RU-TUL,BARS-Kursk,joined
            Boris Petrov,Mayor, acting,RU-TUL,BARS-Kursk,joined
            Vera Petrova,Mayor,RU-TUL\n
            """)
        let stopped = try muster.shell("muster import list.csv --source S2")
        #expect(stopped.code == 65 && stopped.output.contains("the record has 3 cells where the heading has 5"))
        let kept = try muster.shell("muster import list.csv --source S2 --keep-good rest.csv")
        #expect(kept.code == 0 && kept.errors.contains("the other 2 rows are in 'rest.csv'"), "\(kept.errors)")
        let rest = try String(contentsOf: muster.folder.appending(path: "rest.csv"), encoding: .utf8)
        let fix = "\"put each value into its column, and then empty fault_column\""
        #expect(
            rest.components(separatedBy: "\r\n").dropFirst() == [
                "Boris Petrov,Mayor,acting,RU-TUL,BARS-Kursk,3,*,joined,the record has 6 cells where the heading has 5,\(fix),,",
                "Vera Petrova,Mayor,RU-TUL,,,4,*,,the record has 3 cells where the heading has 5,\(fix),,", "",
            ])
        // Nobody mended it, so nothing of it is taken, and nothing of it is lost.
        let again = try muster.shell("muster import rest.csv --source S2 --keep-good more.csv")
        #expect(again.errors.contains("the other 2 rows are in 'more.csv'"), "\(again.errors)")
        #expect(try muster.shell("cut -d , -f 1-10 more.csv").output.contains("BARS-Kursk,,,2,*,joined"))
        try write(
            rest.replacing("Mayor,acting,RU-TUL,BARS-Kursk,3,*", with: "\"Mayor, acting\",RU-TUL,BARS-Kursk,joined,3,")
                .replacing("RU-TUL,,,4,*", with: "RU-TUL,,,4,"), as: "rest.csv")
        let mended = try muster.shell("muster import rest.csv --source S2")
        #expect(mended.code == 0, "\(mended.errors)")
        #expect(try muster.shell("muster officials --format csv").output.contains("Boris Petrov"))
    }

    @Test func `a row whose official and unit both look alike is decided in one cell`() throws {
        defer { muster.remove() }
        try write(
            """
            official,post,post_region,unit,unit_region,state
            Алексей Беспрозванных,Mayor,RU-TUL,BARS-Kurks,RU-KRS,joined\n
            """)
        func rest(_ name: String) throws -> String {
            let line = "muster import \(name).csv --source S2 --keep-good \(name)x.csv"
            #expect(try muster.shell(line).code == 0)
            return try String(contentsOf: muster.folder.appending(path: "\(name)x.csv"), encoding: .utf8)
        }
        let first = try rest("list")
        #expect(first.contains("same_as"))
        let unit = try #require(first.firstMatch(of: #/write (U\d+) in same_as/#)).1
        try write(first.replacing(#/,,\r\n$/#, with: ",\(unit),\r\n"), as: "two.csv")
        let second = try rest("two")
        #expect(second.contains("write \(unit); O1 in same_as, or yes in new if this is another person"), "\(second)")
        try write(second.replacing(",\(unit),,", with: ",\(unit); O1,,"), as: "three.csv")
        let taken = try muster.shell("muster import three.csv --source S2")
        #expect(taken.code == 0, "\(taken.errors)")
        #expect(
            try muster.shell("muster enrollments --official O1 --unit \(unit) --format csv").output.contains("joined"))
    }

    @Test func `standard input, another encoding and a source for all rows are taken`() throws {
        defer { muster.remove() }
        let text =
            "должностное лицо;должность;подразделение;состояние;состояние, дата\nАнна Петрова;глава;BARS-Kursk;serving;31.05.2025\n"
        try text.data(using: .windowsCP1251)!.write(to: muster.folder.appending(path: "excel.csv"))
        let result = try muster.shell("MUSTER_SOURCE=S2 muster import - --dates dmy < excel.csv")
        #expect(result.code == 0)
        #expect(
            result.errors.hasPrefix(
                "'-': windows-1251 (recognised by its letters; --encoding says otherwise), separator semicolon, 5 columns\n"
            ))
        #expect(try muster.shell("muster enrollments").output.contains("Анна Петрова"))
    }

    @Test func `the interrupt key leaves the registry as it was`() throws {
        defer { muster.remove() }
        let rows = (0..<3_000).map { "Kto\($0)ov Imya\($0)a,Mayor,BARS-Kursk,joined\n" }.joined()
        try write("official,post,unit,state\n" + rows)
        let before = try muster.shell("muster log --limit 1 --format csv").output
        let running = try muster.start(["import", "list.csv", "--source", "S2"])
        // It tells how far it is after some seconds.
        while !running.hasComplained { usleep(50_000) }
        running.interrupt()
        let result = try running.result()
        #expect(result.code == 130 && !result.isKilled)
        #expect(result.errors.hasSuffix("muster: stopped; nothing was changed\n"), "\(result.errors)")
        #expect(try muster.shell("muster log --limit 1 --format csv").output == before)
        #expect(try muster.shell("ls").output == "list.csv\nmuster.db\n")
    }

    @Test func `a killed import was never begun`() throws {
        defer { muster.remove() }
        try write(
            "official,post,unit,state\n"
                + (0..<3_000).map { "Kto\($0)ov Imya\($0)a,Mayor,BARS-Kursk,joined\n" }.joined()
        )
        let before = try muster.shell("muster log --limit 1 --format csv").output
        let running = try muster.start(["import", "list.csv", "--source", "S2"])
        while !running.hasComplained { usleep(50_000) }
        running.kill()
        #expect(try running.result().isKilled)
        #expect(try muster.shell("muster log --limit 1 --format csv && muster verify > /dev/null").output == before)
        #expect(try muster.shell("muster verify").code == 0)
    }

    @Test func `a registry that is exported and imported elsewhere is the same`() throws {
        defer { muster.remove() }
        let result = try muster.shell(
            """
            muster export datapackage package && muster init --db copy.db > /dev/null \\
            && muster import package --db copy.db && muster export datapackage again --db copy.db \\
            && for file in package/*.csv; do cmp $file again/$(basename $file); done && muster verify --db copy.db > /dev/null \\
            && muster import package --db copy.db
            """)
        #expect(result.code == 0 && result.output.isEmpty, "\(result)")
        #expect(result.errors.hasSuffix("nothing was changed: the registry has all of it\n"))
    }

    @Test(arguments: [
        (
            "citation_of,citation_field,citation_stated,citation_held\nV1,value,announced,2025-05\n",
            "empty the column citation_held"
        ),
        ("event_of,event,event_other_unit\nU1,disbanded,U2\n", "empty the column event_other_unit"),
    ])
    func `what to do with a row is said in the columns of its file`(text: String, remedy: String) throws {
        defer { muster.remove() }
        try write(text)
        _ = try muster.shell("muster import list.csv --source S2 --keep-good rest.csv")
        let rest = try String(contentsOf: muster.folder.appending(path: "rest.csv"), encoding: .utf8)
        #expect(rest.contains(",\(remedy),"), "\(rest)")
    }

    @Test(arguments: [
        ("muster import", "name a file to import; --columns lists what one can hold", 64),
        ("muster import none.csv", "'none.csv' is refused: there is no such file; check its name", 65),
        ("muster import .", "'.' is refused: it is a folder without a datapackage.json, so it is no data package", 65),
        ("muster import muster.db", "'muster.db' is refused: it is a database, not a table of text", 65),
        ("muster import one.csv --dates ddmmyy", "'ddmmyy' is no order of dates; give dmy, mdy or ymd", 64),
        ("muster import one.csv --dates month=dmy", "column 'month' is refused: the file has no such column", 65),
        ("muster import one.csv one.csv --keep-good r.csv", "--keep-good writes the rows of one file", 64),
    ])
    func `what cannot be imported is said`(line: String, message: String, code: Int32) throws {
        defer { muster.remove() }
        try write("official,post\nA B,Mayor\n", as: "one.csv")
        let result = try muster.shell(line)
        #expect(result.code == code)
        #expect(result.errors.hasPrefix("muster: \(message)"), "\(result.errors)")
    }
}
