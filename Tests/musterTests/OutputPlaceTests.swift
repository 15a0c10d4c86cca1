import Foundation
import MusterValues
import Testing

/// Output goes to the file, device or pipe that the path leads to. An existing file keeps its owner, mode and links.
@Suite final class OutputPlaceTests {
    let muster: Command
    let report: String

    init() throws {
        muster = try Command(
            after: """
                muster init; muster add source "The dispatch" --kind rewrite
                muster add unit BARS-Kaliningrad --region RU-KGD --source S1
                """)
        report = try muster("report", "national").output
    }

    deinit { muster.remove() }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: muster.folder.appending(path: name), encoding: .utf8)
    }

    @Test func `a file that is written over keeps its mode, its owner and its other names`() throws {
        // Only root may give a file away.
        let chown = getuid() == 0 ? "chown 1234:2345 r.md" : "true"
        let result = try muster.shell(
            """
            echo old > r.md; chmod 640 r.md; \(chown); before=$(stat -c '%a %u %g' r.md)
            muster report national --force --output r.md && [ "$before" = "$(stat -c '%a %u %g' r.md)" ] && echo kept
            ln r.md other.md && muster report national --format json --output other && muster report national --force --output r.md
            [ r.md -ef other.md ] && cmp r.md other.md && echo both
            umask 077 && muster report national --output new.md && stat -c %a new.md
            ls | grep -c part
            """)
        #expect(result.output == "kept\nboth\n600\n0\n")
        #expect(try text("r.md") == report && text("new.md") == report)
    }

    @Test func `a link stays, and the file behind it is written, also where it is new`() throws {
        let result = try muster.shell(
            """
            mkdir far; echo old > far/r.md; ln -s far/r.md l.md; ln -s far/new.md n.md
            muster report national --force --output l.md; muster report national --output n.md; readlink l.md n.md
            """)
        #expect(result.output == "far/r.md\nfar/new.md\n")
        #expect(try text("far/r.md") == report && text("far/new.md") == report)
    }

    @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "out"])
    func `standard output is written by any of its names, into a pipe and into a file`(name: String) throws {
        let result = try muster.shell(
            """
            ln -s /dev/stdout out
            muster report national --output \(name) | cat > piped; echo before > file
            muster report national --output \(name) >> file; ls | tr '\\n' ' '
            """)
        #expect(try text("piped") == report && text("file") == "before\n" + report)
        #expect(result.output == "file muster.db out piped ")
        #expect(result.errors == "")
    }

    @Test func `another descriptor, a FIFO and a device are written and never replaced`() throws {
        let result = try muster.shell(
            """
            mkfifo f; cat f > got & timeout 20 muster report national --output f; wait
            muster report national --output /dev/fd/3 3> three
            muster report national --output /dev/null; test -p f && test -c /dev/null && echo there
            muster report national --output /dev/full; echo $?
            """)
        #expect(try text("got") == report && text("three") == report)
        #expect(result.output == "there\n74\n")
        #expect(result.errors == "muster: there is no room left on the disk of '/dev/full'; nothing was changed\n")
    }

    @Test func `a reader that went away ends it quietly`() throws {
        let result = try muster.shell(
            "(sleep 0.3; muster report national --output -; echo $? > code) | true; sleep 1; cat code")
        #expect(result.output == "141\n")
        #expect(result.errors == "")
    }

    @Test func `a place that cannot be written is refused`() throws {
        let nobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        // A copy, because the user nobody may have no access to the build folder.
        try FileManager.default.copyItem(at: Command.binary, to: muster.folder.appending(path: "copy"))
        let result = try muster.shell(
            """
            chmod 777 .; chmod 666 muster.db; mkdir folder; echo old > fixed.md; chmod 444 fixed.md
            mkdir shut; chmod 000 shut
            for name in folder no/r.md fixed.md shut/r.md; do \(nobody)./copy report national --force --output $name; echo $?; done
            cat fixed.md; chmod 755 shut
            """)
        #expect(result.output == "73\n73\n77\n77\nold\n")
        let rule = "cannot be opened or made; check that the folder exists and may be written"
        #expect(
            result.errors == """
                muster: 'folder' is there already; it is a folder: name a file in it
                muster: 'no/r.md' \(rule)
                muster: 'fixed.md' may not be written; nothing was changed
                muster: 'shut/r.md' may not be read by this user

                """)
    }

    @Test func `the ending decides the format or is refused`() throws {
        func write(_ options: String) throws -> Command.Result { try muster.shell("muster report national \(options)") }
        for name in ["x.pdf", "x.docx", "x.MD.txt"] {
            let result = try write("--output \(name)")
            let ending = name.split(separator: ".").last!
            #expect(
                result.errors
                    == "muster: output '\(name)' is refused: no report is written as .\(ending); end it in one of .md, .html, .csv, .json, "
                    + ".xlsx, or give the format that it should have\n")
            #expect(result.code == 65)
        }
        let mixed = try write("--format csv --output x.json")
        #expect(mixed.errors.hasPrefix("muster: output 'x.json' is refused: its ending is not that of csv; end it in"))
        #expect(try muster.shell("ls").output == "muster.db\n")
        _ = try [write("--output R.JSON"), write("--output plain"), write("--format json --output notes.txt")]
        #expect(try text("R.JSON") == text("notes.txt") && text("plain") == report)
        _ = try muster.shell("mkdir a.b; muster report national --output a.b/.report")
        #expect(try text("a.b/.report") == report)
        #expect(try write("--format md --output x.xlsx").code == 65)
    }

    @Test(arguments: [
        ("xlsx", "list.csv", "end it in .xlsx"), ("sql", "x.md", "end it in .sql"), ("csv", "X.JSON", "end it in .csv"),
        ("popolo", "x.csv", "end it in .json"), ("ftm", "x.ris", "end it in .json"),
        ("ftm-statements", "x.xlsx", "end it in .csv"), ("ris", "x.json", "end it in .ris"),
        ("datapackage", "x.csv", "name a folder"),
    ])
    func `an export is not written to a file with the ending of another format`(
        format: String, file: String, fix: String
    ) throws {
        let result = try muster.shell("echo mine > \(file); muster export \(format) \(file)")
        #expect(
            result.errors
                == "muster: file '\(file)' is refused: its ending is not that of \(format); \(fix)\n")
        #expect(try result.code == 65 && text(file) == "mine\n")
    }

    @Test func `an export takes its own ending, another one that no format has, and a stream`() throws {
        let result = try muster.shell(
            """
            set -e; muster export csv a.csv; muster export ftm b.ftm.json; muster export popolo c.json; muster export ris d.txt
            muster export ftm-statements e.csv; muster export sql f; mkfifo p.csv; cat p.csv > g & muster export sql p.csv; wait
            ls | tr '\\n' ' '
            """)
        #expect(result.output == "a.csv b.ftm.json c.json d.txt e.csv f g muster.db p.csv ", "\(result.errors)")
    }

    @Test func `a backup goes to standard output, a FIFO and a device, and says so beside it`() throws {
        let head = try muster("verify").output
        let result = try muster.shell(
            """
            muster backup - > a.db; muster backup /dev/stdout | cat > b.db
            mkfifo f; cat f > c.db & timeout 20 muster backup f; wait
            muster backup /dev/null; test -p f && test -c /dev/null && echo there
            for name in a b c; do muster verify --db $name.db; done
            muster backup f 2> /dev/null < /dev/null & head -c 5 f > /dev/null; wait
            ln -s new.db link.db; muster backup link.db > /dev/null; readlink link.db
            """)
        #expect(result.output == "there\n\(head)\(head)\(head)new.db\n")
        let said = ["-", "/dev/stdout", "f", "/dev/null"].map { "\($0): \(head)" }
        #expect(result.errors == said.joined())
        #expect(try muster("verify", "--db", "new.db").output == head)
    }
}
