import MusterValues
import Testing

@testable import MusterCore

struct CSVTests {
    @Test(arguments: [
        ("a,\"b", 1, "a quote is not closed"), ("a\n\"b\nc", 2, "a quote is not closed"),
        ("\"", 1, "a quote is not closed"),
        ("\"a\"b,c", 1, "there is text behind a closing quote"),
        ("x\r\n\"a\" ,c", 2, "there is text behind a closing quote"),
        ("\"a\"\"b", 1, "a quote is not closed"),
    ])
    func `what is not CSV is refused with its line`(text: String, line: Int, rule: String) {
        let fault = #expect(throws: DelimitedReader.Fault.self) { try CSV.records(text) }
        #expect(fault?.line == line)
        #expect(fault?.rule == rule)
    }

    @Test(arguments: [
        ("", [[]]), ("\n\r\n\n", [[]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\r\n\r\nc,d", [["a", "b"], ["c", "d"]]), (",\n", [["", ""]]), ("\"\"\n", [[""]]), ("a,\n", [["a", ""]]),
        ("\"a,b\",\"c\"\"d\"\r\n", [["a,b", "c\"d"]]), ("\"a\r\nb\",c", [["a\r\nb", "c"]]), ("\"\"\"\"", [["\""]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]), ("\u{FEFF}\"a\",b", [["a", "b"]]), (" a , b ", [[" a ", " b "]]),
        ("Калининград,Ёлка\n", [["Калининград", "Ёлка"]]), ("a,\"\u{301}b\"", [["a", "\u{301}b"]]),
    ])
    func `records are read as RFC 4180 has them`(text: String, records: [[String]]) throws {
        #expect(try CSV.records(text) == records.filter { !$0.isEmpty })
    }

    @Test(
        arguments: [
            (["a", "b"], "a,b\r\n"), (["a", nil, ""], "a,,\r\n"), (["a,b"], "\"a,b\"\r\n"),
            (["a\"b"], "\"a\"\"b\"\r\n"),
            (["a\nb", "c\rd"], "\"a\nb\",\"c\rd\"\r\n"), ([" a"], " a\r\n"), (["\"\u{301}"], "\"\"\"\u{301}\"\r\n"),
        ] as [([String?], String)])
    func `a line is written as RFC 4180 has it`(values: [String?], line: String) {
        #expect(Array(CSV.line(values).utf8) == Array(line.utf8))
    }

    @Test(arguments: [
        "plain", "a,b", "\"", "\"\"", "a\r\nb", "\r\n", ",", " ", "Ё\u{308}", "\"\u{301}", "\r\u{301}", "\u{FEFF}",
        "\u{1F1F7}\u{1F1FA}",
    ])
    func `what is written is read back`(value: String) throws {
        let records = try CSV.records(CSV.line(["first", value, "last"]) + CSV.line([value, "x"]))
        #expect(records == [["first", value, "last"], [value, "x"]])
        #expect(records.joined().allSatisfy { $0.utf8.first != nil })
    }

    @Test(arguments: [
        ("", "it is empty"), ("b\nx", "its first line has no column 'a'"),
        ("a,b\nx", "record 1 has 1 fields where its first line has 2"),
        ("a,b\n1,2\n1,2,3", "record 2 has 3 fields where its first line has 2"),
        ("a,b\n\"x", "line 2: a quote is not closed"),
    ])
    func `a file that cannot be read is refused by its name`(text: String, rule: String) {
        let error = #expect(throws: MusterError.self) { try CSVFile(text, path: "r.csv", requiring: ["a"]) }
        #expect(error == .badFile(path: "r.csv", rule: rule))
        #expect(error?.said == "'r.csv' is refused: \(rule)")
        #expect(error?.exitCode == 65)
    }

    @Test func `a row has the fields that are not empty by their columns`() throws {
        let file = try CSVFile("\u{FEFF}a,b,c\r\n1,,\"x, y\"\r\n", path: "r.csv", requiring: ["a", "c"])
        #expect(file.header == ["a", "b", "c"])
        #expect(file.rows == [["a": "1", "c": "x, y"]])
    }
}
