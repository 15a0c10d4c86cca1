import Foundation
import MusterValues
import Testing

/// Outputs that are closed, systems that lack something, and files of other people's: a sentence, a code and no harm.
@Suite final class UnluckyTests {
    let muster: Command

    init() throws {
        muster = try Command(after: "muster init")
    }

    deinit { muster.remove() }

    @Test(arguments: ["> /dev/full", ">&-", "| true"])
    func `a write that is done says so where it cannot print what it did`(output: String) throws {
        let result = try muster.shell(
            "(sleep 0.3; muster add source T --kind other; echo $? > code) \(output); sleep 1; cat code")
        #expect(result.output == "74\n")
        #expect(
            result.errors
                == "muster: revision 2 is written and stays, but what it did could not be printed; do not run it again\n"
        )
        #expect(try muster("verify").output.hasPrefix("2 revisions "))
    }

    @Test func `what is done besides a revision says so where it cannot be told`() throws {
        let result = try muster.shell(
            """
            muster add source T --kind other > /dev/null 2>&1
            muster backup copy.db > /dev/full; echo $?; muster restore copy.db --db new.db > /dev/full; echo $?
            muster demo --scale 1 --db scale.db > /dev/full; echo $?
            for name in copy new scale; do muster verify --db $name.db > /dev/null && echo $name; done
            """)
        #expect(result.output == "74\n74\n74\ncopy\nnew\nscale\n")
        let rest = "but what it did could not be printed; do not run it again\n"
        #expect(
            result.errors == """
                muster: the copy 'copy.db' is made and proven, \(rest)\
                muster: the copy is in its place at 'new.db', \(rest)muster: 'scale.db' is made, \(rest)
                """)
    }

    @Test func `a reader that takes no more of a report ends it quietly`() throws {
        let result = try muster.shell(
            """
            muster demo --db demo.db > /dev/null
            for format in md html csv json; do
              (muster report national --format $format --db demo.db; echo $? >> codes) | true; sleep 0.2
            done; sort -u codes
            """)
        #expect(result.output == "141\n")
        #expect(result.errors == "")
    }

    @Test func `an output that is a folder is told, and one that reaches the limit of a file is a full disk`() throws {
        let result = try muster.shell(
            """
            mkdir out; muster report national --output out; echo $?
            (ulimit -f 8; muster report national --format html --output big.html; echo $?); ls big.html* 2>/dev/null
            """)
        #expect(result.output == "73\n74\n")
        #expect(
            result.errors.hasPrefix(
                "muster: 'out' is there already; it is a folder: name a file in it\nmuster: there is no room left"))
    }

    @Test func `no descriptor of a command is taken for a registry's`() throws {
        let result = try muster.shell(
            "muster add source T --kind other <&- >&- 2>&-; echo $?; muster verify | head -c 12")
        #expect(result.output == "74\n2 revisions ")
    }

    @Test(.enabled(if: SmallDisk.unshare != nil, "a filesystem may not be mounted here, not even a private one"))
    func `a command whose words the system does not give fails`() throws {
        let line = "mount -t tmpfs none /proc; muster verify; echo $?"
        let result = try muster.shell("\(#require(SmallDisk.unshare)) sh -c '\(line)'")
        #expect(result.output == "64\n")
        #expect(
            result.errors
                == "muster: the system gave the program no arguments: its folder /proc cannot be read, and nothing was done\n"
        )
    }

    @Test func `a demo leaves the files of others, and makes none without a name`() throws {
        let result = try muster.shell(
            """
            echo mine > demo.db.part; muster demo > /dev/null; cat demo.db.part
            muster demo --db ''; echo $?; muster demo --scale 1 --db ''; echo $?; ls | tr '\\n' ' '
            """)
        #expect(result.output == "mine\n65\n65\ndemo.db demo.db.part muster.db ")
        let refusal = "muster: file '' is refused: it is empty; name a file with --db\n"
        #expect(result.errors == refusal + refusal)
    }

    @Test func `a folder that may not be entered is not taken for one without a registry`() throws {
        let nobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        try FileManager.default.copyItem(at: Command.binary, to: muster.folder.appending(path: "copy"))
        let result = try muster.shell(
            """
            chmod 755 .; mkdir shut; cp muster.db shut/; cp muster.db unread.db; chmod 000 shut unread.db
            for name in shut/muster.db unread.db; do \(nobody)./copy units --db $name; echo $?; done; chmod 755 shut
            """)
        #expect(result.output == "77\n77\n")
        #expect(
            result.errors
                == "muster: 'shut/muster.db' may not be read by this user\nmuster: 'unread.db' may not be read by this user\n"
        )
    }

    @Test func `nobody waits for a FIFO in the place of a registry or a copy`() throws {
        let result = try muster.shell(
            """
            mkfifo f
            for words in 'units --db f' 'init --db f' 'doctor --db f' 'restore f --db new.db' 'restore muster.db --db f'; do
                timeout 20 muster $words 2> /dev/null; echo $?
            done
            ls | tr '\\n' ' '
            """)
        #expect(result.output == "65\n65\n65\n65\n65\nf muster.db ")
    }

    @Test func `what is typed and refused steers no terminal`() throws {
        let escape = "$(printf '\\033[31m\\342\\200\\256')"
        for line in [
            "units --\(escape)", "units --format \(escape)", "\(escape)", "report region X --format \(escape)",
        ] {
            let result = try muster.shell("muster \(line)")
            #expect(result.code == 64)
            #expect(!result.errors.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" }, "\(line)")
        }
    }

    @Test func `what is typed, or a file's column, begins no line of its own`() throws {
        let text = "x\r\nrevision 99"
        for words in [["units", "--format=\(text)"], ["units", "--format", text], ["units", text], [text]] {
            let result = try muster.start(words).result()
            #expect(result.code == 64)
            #expect(!result.errors.contains("\nrevision 99") && result.errors.contains("\\u{a}revision 99"), "\(words)")
        }
        let result = try muster.shell(
            """
            muster add source T --kind other > /dev/null 2>&1
            printf 'name,post,"a\\r\\nrevision 99"\\nIvan Petrov,Mayor,x\\n' > list.csv
            muster import list.csv --source S1
            """)
        #expect(
            result.errors
                == "muster: 'list.csv' is refused: its heading 'a\\u{d}\\u{a}revision 99' names no column; 'muster import --columns' lists them all\n"
        )
    }

    @Test func `refused writes leave nothing beside the registry, also beside a reader`() throws {
        let result = try muster.shell(
            """
            (for number in 1 2 3 4 5 6 7 8; do muster regions > /dev/null; done) &
            for number in 1 2 3 4 5 6 7 8; do muster event U9 left --source S9 2> /dev/null; done
            wait; ls
            """)
        #expect(result.output == "muster.db\n")
    }

    @Test func `a doctor says that nothing is to be mended`() throws {
        let doctor = try muster("doctor", "--mend")
        #expect(doctor.output.hasPrefix("nothing to mend\n\ncheck       result  found\n"))
        #expect(doctor.code == 0)
    }
}
