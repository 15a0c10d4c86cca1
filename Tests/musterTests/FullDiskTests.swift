import Foundation
import MusterValues
import Testing

/// A full disk: a 4 MB file system in memory, mounted only for the shell that fills it.
@Suite(.enabled(if: SmallDisk.unshare != nil, "a filesystem may not be mounted here, not even a private one"))
final class FullDiskTests {
    let muster: Command

    init() throws { muster = try Command() }

    deinit { muster.remove() }

    /// Runs lines of shell in the folder of the small disk; the folder that contains it has room.
    private func onSmallDisk(_ lines: String) throws -> Command.Result {
        let script = """
            mkdir ../disk && mount -t tmpfs -o size=4m none ../disk && cd ../disk || exit 99
            \(lines)
            """
        let folder = muster.folder.appending(path: "work")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(script.utf8).write(to: folder.appending(path: "script"))
        return try muster.shell("cd work && \(#require(SmallDisk.unshare)) sh script")
    }

    @Test func `a write that finds no room changes nothing, and the next one with room is made`() throws {
        let result = try onSmallDisk(
            """
            muster init > ../log 2>&1
            head -c 2500000 /dev/zero > filler
            note=$(head -c 1900 /dev/zero | tr '\\0' n)
            number=0 code=0
            while [ $code = 0 ] && [ $number -lt 200 ]; do
                number=$((number + 1))
                muster add source "Source $number" --kind other --note $note > ../out 2> ../err
                code=$?
            done
            echo "$number $code"
            cat ../out ../err
            muster add source Again --kind other --note $note 2>&1
            echo $?
            muster verify | sed -n '1s/ with.*//p'
            muster doctor | grep -c fine
            muster sources --format csv | wc -l
            rm filler
            muster add source After --kind other 2>&1
            muster verify | sed -n '1s/ with.*//p'
            ls
            """)
        let number = try #require(result.output.split(separator: " ").first.flatMap { Int($0) })
        #expect((2..<200).contains(number))
        let sentence = "muster: there is no room left on the disk of 'muster.db'; nothing was changed"
        #expect(
            result.output == """
                \(number) 74
                \(sentence)
                \(sentence)
                74
                \(number) revisions
                4
                \(number)
                S\(number)\tsource 'After' added
                revision \(number + 1)
                \(number + 1) revisions
                muster.db

                """)
        #expect(result.errors == "")
    }

    @Test func `a disk without room for one byte is a sentence to readers and writers, and harms nothing`() throws {
        let result = try onSmallDisk(
            """
            muster init > ../log 2>&1
            cp muster.db ../before.db
            dd if=/dev/zero of=filler bs=4096 2> ../log
            for words in verify doctor units 'add source T --kind other'; do muster $words 2>&1; echo $?; done
            rm filler
            cmp muster.db ../before.db && muster verify | sed -n '1s/ with.*//p'
            ls
            """)
        let refusal = "muster: there is no room left on the disk of 'muster.db'; nothing was changed\n74\n"
        #expect(result.output == String(repeating: refusal, count: 4) + "1 revision\nmuster.db\n")
    }

    @Test func `an import that finds no room changes nothing`() throws {
        let result = try onSmallDisk(
            """
            muster init > ../log 2>&1
            note=$(head -c 1900 /dev/zero | tr '\\0' n)
            { echo source,source_kind,source_note; seq -f "Source %g,other,$note" 2500; } > ../list.csv
            muster import ../list.csv 2>&1 | grep -v ' rows, '; echo $?
            muster verify | sed -n '1s/ with.*//p'
            { echo source,source_kind; seq -f "Source %g,wrong" 9; } > ../bad.csv
            muster init --db ../other.db > ../log 2>&1
            dd if=/dev/zero of=filler bs=4096 2> ../log
            muster import ../bad.csv --db ../other.db --keep-good rest.csv 2>&1; echo $?
            ls
            """)
        let refusal = "muster: there is no room left on the disk of"
        #expect(
            result.output == """
                \(refusal) 'muster.db'; nothing was changed
                0
                1 revision
                \(refusal) 'rest.csv'; nothing was changed
                74
                filler
                muster.db

                """)
    }

    @Test func `a backup onto a full disk leaves no file`() throws {
        let result = try onSmallDisk(
            """
            cd ../work && muster init > ../log 2>&1
            for room in 0 4096 100000 700000; do
                head -c $((4194304 - room)) /dev/zero > ../disk/filler
                muster backup ../disk/copy.db 2>&1
                echo "$? $(ls ../disk)"
            done
            ls
            """)
        let refusal = "muster: there is no room left on the disk of '../disk/copy.db'; nothing was changed\n74 filler\n"
        #expect(result.output == String(repeating: refusal, count: 4) + "muster.db\nscript\n")
    }

    @Test func `a report onto a full disk leaves the one that is there, and no other file`() throws {
        let result = try onSmallDisk(
            """
            cd ../work && muster init > ../log 2>&1
            muster report national --output ../disk/r.md 2> ../log; cp ../disk/r.md before.md
            dd if=/dev/zero of=../disk/filler bs=4096 2> ../log
            for name in r.md new.md; do muster report national --force --output ../disk/$name 2>&1; echo $?; done
            cmp ../disk/r.md before.md && ls ../disk
            """)
        let refusal = { (name: String) in
            "muster: there is no room left on the disk of '../disk/\(name)'; nothing was changed\n74\n"
        }
        #expect(result.output == refusal("r.md") + refusal("new.md") + "filler\nr.md\n")
    }

    @Test func `a restore onto a full disk leaves what was there`() throws {
        let result = try onSmallDisk(
            """
            muster init > ../log 2>&1
            cp muster.db ../before.db
            muster demo --db ../other.db > ../log
            head -c 2550000 /dev/zero > filler
            muster restore ../other.db --db new.db 2>&1
            echo "$? $(ls | tr '\\n' ' ')"
            rm filler
            head -c 1950000 /dev/zero > filler
            muster restore ../other.db --force 2>&1
            echo "$? $(ls | tr '\\n' ' ')"
            cmp muster.db ../before.db && muster doctor | grep -c fine
            rm filler
            cd .. && muster restore other.db --db before.db --force > log && muster verify --db before.db > log && echo done
            """)
        #expect(
            result.output == """
                muster: there is no room left on the disk of 'new.db'; nothing was changed
                74 filler muster.db 
                muster: there is no room left on the disk of 'muster.db'; nothing was changed
                74 filler muster.db 
                4
                done

                """)
    }

    @Test func `an export onto a full disk leaves the file that is there, and nothing half`() throws {
        let result = try onSmallDisk(
            """
            cd ../work && muster init > ../log 2>&1
            echo before > ../disk/old; mkdir ../disk/empty
            for room in 0 8192; do
                head -c $((4194304 - room)) /dev/zero > ../disk/filler 2> ../log
                for target in 'sql old' 'sql new' 'datapackage empty' 'datapackage new' 'xlsx new'; do
                    set -- $target
                    muster export $1 ../disk/$2 2>&1 | grep -vE 'is no room left|not installed'
                done
                cat ../disk/old; ls ../disk ../disk/empty | grep -v filler; rm ../disk/filler
            done
            """)
        let left = "before\n../disk:\nempty\nold\n\n../disk/empty:\n"
        #expect(result.output == String(repeating: left, count: 2))
        #expect(result.errors == "")
    }
}

/// The way to mount a file system here, if any.
enum SmallDisk {
    /// The command that gives a shell its own mounts, as any user or as root; nil if neither is allowed.
    static let unshare: String? = {
        guard let muster = try? Command() else { return nil }
        defer { muster.remove() }
        return ["unshare -rm", "unshare -m"].first { words in
            (try? muster.shell("mkdir -p disk && \(words) mount -t tmpfs -o size=4m none disk"))?.code == 0
        }
    }()
}
