import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The hashed bytes, compared with Foundation's own JSON writer and with a value worked out by hand.
struct CanonicalFormTests {
    @Test(arguments: [
        "", "plain", "two words", "Новиков", "й as и\u{306}", "\"quoted\" \\ back", "tab\tline\nreturn\r",
        "\u{8}\u{C}\u{1}\u{1F}",
        "\u{7F}\u{2028}\u{FFFF}", "🜚", "</script>", String(repeating: "ё\"", count: 500),
    ])
    func `text is written as any reader of JSON reads it`(text: String) throws {
        var form = LeafBytes()
        CanonicalForm.append(text.utf8, to: &form)
        let bytes = form.bytes
        let read = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        #expect((read as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        let kept = text.utf8.filter { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }.count
        let escapes: [UInt8: Int] = [0x22: 2, 0x5C: 2, 8: 2, 9: 2, 10: 2, 12: 2, 13: 2]
        let escaped = text.utf8.filter { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }.map { escapes[$0] ?? 6 }
        #expect(bytes.count == kept + escaped.reduce(2, +))
    }

    @Test func `a row's form has its columns by name, and none that is NULL`() throws {
        let form = try DatabaseQueue().write { db in
            try db.execute(
                sql:
                    "CREATE TABLE t (zeta TEXT, b INTEGER, a_b TEXT, a TEXT); INSERT INTO t VALUES ('z', -5, NULL, 'я')"
            )
            let form = CanonicalForm(table: "t_history", columns: ["zeta", "b", "a_b", "a"])
            #expect(form.columns == ["a", "a_b", "b", "zeta"])
            let statement = try db.makeStatement(sql: "SELECT a, a_b, b, zeta FROM t")
            var bytes = LeafBytes()
            #expect(try db.steps(statement.sqliteStatement))
            form.append(statement.sqliteStatement, to: &bytes)
            #expect(try !db.steps(statement.sqliteStatement))
            return String(decoding: bytes.bytes, as: UTF8.self)
        }
        #expect(form == #"{"a":"я","b":-5,"table":"t_history","zeta":"z"}"#)
    }

    @Test func `a hash is SHA-256`() {
        // FIPS 180-4's example of "abc".
        #expect(
            HashChain.hex(HashChain.hash(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
