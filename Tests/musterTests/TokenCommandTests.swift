import Foundation
import Testing

/// Tokens as an administrator meets them.
@Suite final class TokenCommandTests {
    let muster: Command

    init() throws { muster = try Command(after: "muster init") }

    deinit { muster.remove() }

    @Test func `a token is made, listed and revoked`() throws {
        let made = try muster("token", "add", "Anna Clerk", "--role", "contributor", "--until", "2090-12-31")
        #expect(made.output.wholeMatch(of: #/muster_[A-Za-z0-9_-]{43}\n/#) != nil)
        #expect(
            made.errors == "T1 is 'Anna Clerk', contributor until 2090-12-31; its secret is shown this once\n")
        #expect(made.code == 0)
        let second = try muster("token", "add", "Boris", "--role", "Редактор")
        #expect(second.errors == "T2 is 'Boris', editor; its secret is shown this once\n")
        let revoked = try muster("token", "revoke", "t2")
        #expect(revoked.output == "T2\ttoken 'Boris' revoked\n" && revoked.errors == "" && revoked.code == 0)
        let time = #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#
        #expect(
            try muster("tokens", "--format", "csv").output.replacing(time, with: "TIME") == """
                id,name,role,made,until,revoked\r
                T1,Anna Clerk,contributor,TIME,2090-12-31,\r
                T2,Boris,editor,TIME,,TIME\r

                """)
        #expect(try muster("log", "--format", "csv").output.split(whereSeparator: \.isNewline).count == 2)
    }

    @Test func `no copy and no export holds a token`() throws {
        _ = try muster("token", "add", "Anna Bearer", "--role", "admin")
        let result = try muster.shell(
            """
            muster backup copy.db > out && muster export datapackage package >> out 2>&1 && muster export sql all.sql >> out 2>&1
            grep -rlF "Anna Bearer" . ; ls copy.db* muster.db*
            """)
        #expect(result.output == "./muster.db.access\ncopy.db\nmuster.db\nmuster.db.access\n")
    }

    @Test func `a secret that cannot be printed is worth nothing`() throws {
        let full = try muster.shell("muster token add Anna --role admin > /dev/full")
        #expect(full.errors == "muster: the output could not be written whole; see that its disk has room\n")
        #expect(full.code == 74)
        #expect(try muster("tokens", "--format", "csv").output.hasSuffix("Z\r\n"))
    }

    @Test(arguments: [
        ("tokens", "there are no tokens", 0),
        (
            "token add Anna --role boss",
            "muster: 'boss' is not a role; use one of: reader, contributor, editor, admin", 65
        ),
        (
            "token add Anna --role admin --until 2020-01-01",
            "muster: until '2020-01-01' is refused: it is over; give today or a later day", 65
        ),
        ("token add Anna --role admin --until soon", "muster: 'soon' is not an EDTF date", 65),
        ("token revoke T1", "muster: token 'T1' is refused: there is no such token; 'muster tokens' lists them", 65),
        ("tokens --db none.db", "muster: there is no registry at 'none.db'", 66),
        ("token list", "muster: 'list' is no command of 'muster token'; 'muster help token' lists them", 64),
    ])
    func `what cannot be done is said`(line: String, message: String, code: Int32) throws {
        let result = try muster.shell("muster \(line)")
        #expect(result.errors.hasPrefix(message), "\(result.errors)")
        #expect(result.code == code && result.output == "")
        #expect(!FileManager.default.fileExists(atPath: muster.folder.appending(path: "muster.db.access").path))
    }
}
