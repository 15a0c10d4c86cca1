import MusterHTML
import Testing

struct HTMLWriterTests {
    /// What a writer makes of some steps.
    private func written(_ steps: (HTMLWriter) throws -> Void) throws -> String {
        var text = ""
        let html = HTMLWriter { text += $0 }
        try steps(html)
        try html.flush()
        return text
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<svg onload=\"x\">&amp;", "&lt;svg onload=\"x\"&gt;&amp;amp;"),
        ("Ким & «Со»", "Ким &amp; «Со»"),
        ("a\u{0}b\u{1B}c\u{85}d", "a b c d"),
        ("non\u{A0}breaking, \u{202E}turned", "non\u{A0}breaking, \u{202E}turned"),
    ])
    func `a text stays a text`(text: String, escaped: String) throws {
        #expect(try written { try $0.element(.p, [], text) } == "<p>\(escaped)</p>")
    }

    @Test func `an attribute cannot be ended by its value`() throws {
        let hostile = "\" onclick=\"alert(1)\" x=\"<&"
        #expect(
            try written { try $0.element(.span, [.label(hostile), .id("a")], "") }
                == "<span aria-label=\"&quot; onclick=&quot;alert(1)&quot; x=&quot;&lt;&amp;\" id=\"a\"></span>")
    }

    @Test(arguments: [
        ("plain 1", "\"plain 1\""),
        ("a\"b", "\"a\\22 b\""),
        ("</style><script>", "\"\\3c \\2f style\\3e \\3c script\\3e \""),
        ("\\27 ю\n", "\"\\5c 27 \\44e \\a \""),
    ])
    func `a string of the style sheet cannot end it`(text: String, written string: String) throws {
        #expect(try written { $0.styleString(text) } == string)
    }

    @Test(arguments: [
        ("https://example.org/a?b=c&d", "https://example.org/a?b=c&d"),
        ("HTTP://example.org/статья", "HTTP://example.org/статья"),
        ("https://example.org/\"><script>", "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/a b\u{202E}\n", "https://example.org/a%20b%E2%80%AE%0A"),
        ("javascript:alert(1)", nil), ("data:text/html,<b>", nil), (" https://example.org", nil),
        ("https:example.org", nil),
        ("tg://resolve?domain=a", nil), ("", nil),
    ])
    func `only an address of the web is linked`(text: String, address: String?) {
        #expect(WebAddress(text)?.text == address)
    }

    @Test(arguments: [
        (0.0, "0"), (1, "1"), (-8, "-8"), (12.345, "12.35"), (12.5, "12.5"), (0.05, "0.05"), (0.004, "0"),
        (-0.5, "-0.5"),
        (99.999, "100"), (1_000_000, "1000000"),
    ])
    func `a length has at most two decimals and no locale`(number: Double, text: String) {
        #expect(SVGLength.decimal(number) == text)
    }

    @Test func `a part of the width is held within it`() {
        #expect([-0.2, 0, 0.12345, 1, 3].map { SVGLength.part($0).text } == ["0%", "0%", "12.35%", "100%", "100%"])
    }

    @Test func `what is written is handed over in pieces, and a sink that fails ends the writing`() throws {
        struct Full: Error {}
        var pieces = 0
        let html = HTMLWriter { _ in
            pieces += 1
            if pieces == 2 { throw Full() }
        }
        #expect(throws: Full.self) {
            for _ in 0..<100 { try html.element(.p, [], String(repeating: "a", count: 4096)) }
        }
        #expect(pieces == 2)
    }
}
