import Foundation
import MusterValues
import Testing

@testable import MusterWeb

/// A form with a file is read as a browser writes it, and nothing else is taken for one.
struct FormBodyTests {
    private static let token = part("form-data; name=\"form_token\"", "abc")
    private static let csv = part("form-data; name=\"file\"; filename=\"a.csv\"", "source\n")

    private static func part(_ disposition: String, _ content: String, more: String = "") -> String {
        "--x\r\nContent-Disposition: \(disposition)\r\n\(more)\r\n\(content)\r\n"
    }

    private static func whole(_ parts: String...) -> String { parts.joined() + "--x--" }

    private func read(_ text: String, boundary: String = "x") throws -> (fields: [String: String], file: Data?) {
        try read(Data(text.utf8), boundary: boundary)
    }

    private func read(_ bytes: Data, boundary: String = "x") throws -> (fields: [String: String], file: Data?) {
        let form = try FormBody(parts: bytes, boundary: boundary)
        return (form.fields.values.mapValues { $0.joined(separator: " and ") }, form.file)
    }

    @Test func `fields and a file are read as they are`() throws {
        let content = "a,b\r\n--y\r\n--\r\n\r\n\u{0}Ж--x"
        let text =
            Self.token + Self.part("form-data; name=\"note\"", "")
            + Self.part("form-data; name=\"?reason\"", "почему\r\nтак")
            + Self.part(
                "form-data; name=\"file\"; filename=\"../../etc/passwd\"", content, more: "Content-Type: text/csv\r\n")
        let (fields, file) = try read(text + "--x--\r\n")
        #expect(fields == ["form_token": "abc", "note": "", "?reason": "почему\r\nтак"])
        #expect(file == Data(content.utf8))
    }

    @Test func `the fields of a form without a file are UTF-8, percent-encoded or not`() throws {
        let query = try FormBody("a=1&a=2&%3Freason=%D0%96+ж".utf8).fields
        #expect(query.values == ["a": ["1", "2"], "?reason": ["Ж ж"]])
        for bytes in [Array("a=%FF".utf8), [0x61, 0x3D, 0xFF], [0x61, 0x3D, 0xC0, 0xAF]] {
            #expect(throws: MusterError.self) { try FormBody(bytes) }
        }
    }

    @Test func `a body that is a part of a longer one is read in its own bounds`() throws {
        let whole = Data(("before" + Self.token + "--x--after").utf8)
        let (fields, file) = try read(whole[6...])
        #expect(fields == ["form_token": "abc"] && file == nil)
    }

    @Test func `no boundary can be a text that begins with one`() throws {
        let text = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xx\r\n\r\n--x--"
        let error = #expect(throws: MusterError.self) { try read(text) }
        #expect(error?.rule.contains("refused: its boundary is followed by something else") == true)
    }

    /// Bodies that are no form, and what is said of them.
    private static let refused: [(text: String, why: String)] = [
        ("", "does not begin"), ("hello", "does not begin"), ("\r\n" + whole(token), "does not begin"),
        (token, "no end"), (token + "--x", "followed by"), (token + "--x-", "followed by"),
        ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "no end"),
        ("--x\r\n\r\n1\r\n--x--", "no end"), (whole(part("form-data", "1")), "no name"),
        (whole(part("attachment; name=\"a\"", "1")), "no name"),
        (whole(part("form-data; filename=\"name\"", "1")), "no name"),
        (whole(part("form-data; name=\"a\"; name=\"b\"", "1")), "no name"),
        (whole(part("form-data; name=\"a\"; filename*=UTF-8''a", "1")), "no name"),
        (whole(part("form-data; name=\"a\"", "1", more: "Content-Disposition: form-data; name=\"b\"\r\n")), "no name"),
        (whole(part("form-data; name=\"a\"", "1", more: String(repeating: "X: y\r\n", count: 1000))), "no end"),
        (whole(token, token), "two fields 'form_token'"), (whole(csv, csv), "two files"),
    ]

    @Test(arguments: refused.indices)
    func `another body is refused with what is wrong`(index: Int) {
        let (text, why) = Self.refused[index]
        let error = #expect(throws: MusterError.self) { try read(text) }
        #expect(error?.rule.contains(why) == true, "\(error?.rule ?? "")")
        #expect(error?.rule.hasSuffix("; send the form as the page has it") == true)
    }

    @Test func `many parts, long fields and what is no UTF-8 are refused`() throws {
        let fields = { (count: Int) in
            (0..<count).map { Self.part("form-data; name=\"n\($0)\"", "1") }.joined() + "--x--" as String
        }
        #expect(try read(fields(64)).fields.count == 64)
        #expect(throws: MusterError.self) { try read(fields(65)) }
        let long = { Self.part("form-data; name=\"a\"", String(repeating: "a", count: $0)) + "--x--" }
        #expect(try read(long(1 << 20)).fields["a"]?.utf8.count == 1 << 20)
        #expect(throws: MusterError.self) { try read(long(1 << 20 + 1)) }
        let bytes =
            Data("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF] + Data("\r\n--x--".utf8)
        let error = #expect(throws: MusterError.self) { try read(bytes) }
        #expect(error?.rule.contains("refused: its field 'a' is no UTF-8") == true)
    }

    @Test(arguments: ["", String(repeating: "x", count: 71), "x ", "х", "x\"y", "x\r\n"])
    func `a boundary has the characters that one may have`(boundary: String) {
        let error = #expect(throws: MusterError.self) {
            try read(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--\(boundary)--",
                boundary: boundary)
        }
        #expect(error?.rule.contains("refused: its boundary is none") == true)
    }
}
