import Foundation
import MusterValues
import Testing

@testable import MusterCore

struct TextTests {
    @Test(
        arguments: [
            ("", empty), ("   ", empty), ("\u{A0}\u{3000}", empty), ("a\u{0}b", "\(control)U+0000; take it out"),
            ("a\nb", "\(control)U+000A; take it out"), ("a\tb", "\(control)U+0009; take it out"),
            ("a\u{7F}b", "\(control)U+007F; take it out"), ("a\u{85}b", "\(control)U+0085; take it out"),
            ("a\u{202E}b", "\(control)U+202E; take it out"), ("\u{200F}b", "\(control)U+200F; take it out"),
            ("a\u{200B}b", "\(control)U+200B; take it out"), ("a\u{FEFF}", "\(control)U+FEFF; take it out"),
            ("a\u{AD}b", "\(control)U+00AD; take it out"), ("a\u{2028}b", "\(control)U+2028; take it out"),
            ("a\u{E000}b", "\(control)U+E000; take it out"), ("a\u{E0001}b", "\(control)U+E0001; take it out"),
            ("a\u{FFFD}b", "it is not whole UTF-8 text; type it again"),
        ])
    func `text that is empty or holds what is not seen is refused`(text: String, rule: String) {
        let error = #expect(throws: MusterError.self) { try Text.clean(text, field: "name", limit: 200) as String }
        #expect(error == .badValue(field: "name", value: text, rule: rule))
        #expect(error?.exitCode == 65)
    }

    private static let empty = "it is empty; give at least one character"
    private static let control = "it has the control or invisible character "

    @Test func `text over the limit is refused, a megabyte of it too, and the message stays short`() {
        for count in [11, 1_000_000] {
            for letter in ["x", "й", "\u{1F600}", "e\u{301}\u{302}"] {
                let text = String(repeating: letter, count: count)
                let error = #expect(throws: MusterError.self) {
                    try Text.clean(text, field: "name", limit: 10) as String
                }
                #expect(error?.said.hasSuffix(" is refused: it has more than 10 characters; shorten it") == true)
                #expect(error.map { $0.description.utf8.count < 600 } == true)
            }
        }
    }

    @Test(arguments: [
        ("  x  ", "x"), ("\u{A0}x\u{3000}", "x"), ("и\u{306}", "й"), ("e\u{301}", "é"), ("й", "й"),
        ("Е\u{308}лка", "Ёлка"),
        ("\u{212B}", "\u{C5}"), ("ﬁ", "ﬁ"), ("Ａ", "Ａ"), ("a  b", "a  b"),
    ])
    func `clean text is in NFC without white space at its ends`(text: String, clean: String) throws {
        let result: String = try Text.clean(text, field: "name", limit: 200)
        #expect(Array(result.unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test func `text of just as many characters as the limit is taken`() throws {
        let text: String = try Text.clean(String(repeating: "и\u{306}", count: 10), field: "name", limit: 10)
        #expect(text.unicodeScalars.count == 10)
    }

    @Test(arguments: [
        ("BARS-Kursk", "bars-kursk"), ("ＢＡＲＳ－Ｋｕｒｓｋ", "BARS-Kursk"), ("БАРС-Курск", "барс-КУРСК"),
        ("a  b", " A\u{A0}B "),
        ("и\u{306}", "Й"), ("BARS\u{3000}39", "bars 39"), ("ﬁ", "FI"), ("１２", "12"), ("\u{212A}", "k"),
        ("ΟΔΟΣ", "οδοσ"),
        ("STRASSE", "straße"), ("\u{130}", "i\u{307}"), ("\u{3F4}", "\u{3B8}"),
    ])
    func `names that differ in case, width or white space fold to one`(left: String, right: String) {
        #expect(Array(Text.folded(left).unicodeScalars) == Array(Text.folded(right).unicodeScalars))
    }

    @Test(arguments: [
        ("BARS", "ВАRS"), ("BARS-1", "BARS-2"), ("Ёлкин", "Елкин"), ("и", "й"), ("BARS 39", "BARS39"), ("а", "a"),
    ])
    func `names that differ in a letter fold to two`(left: String, right: String) {
        #expect(Text.folded(left) != Text.folded(right))
    }

    @Test(arguments: [
        ("BARS-39", "Latn"), ("Škoda", "Latn"), ("Nguyễn", "Latn"), ("БАРС-39", "Cyrl"), ("Ёжик", "Cyrl"),
        ("Ѳ", "Cyrl"),
        ("БАРС Kursk", "Zyyy"), ("39", "Zyyy"), ("", "Zyyy"), ("東京", "Zyyy"), ("Α", "Zyyy"), ("×÷", "Zyyy"),
        ("e\u{301}x\u{323}", "Latn"),
    ])
    func `a text of one script has its code`(text: String, script: String) {
        #expect(Text.script(of: text) == script)
    }

    @Test(
        arguments: [
            ("RU-KDG", ["RU-KGD", "RU-KDA", "RU-SPE"], ["RU-KDA", "RU-KGD"]),
            ("bars-kursk", ["BARS-Kursk"], ["BARS-Kursk"]),
            ("BARS-Kurk", ["BARS-Orel", "BARS-Kursk"], ["BARS-Kursk"]), ("zzzzzz", ["BARS-Kursk"], []),
            ("", ["a", "abc"], ["a"]),
            ("abcd", ["abce", "abcf", "abcg", "abch"], ["abce", "abcf", "abcg"]), ("abc", [], []),
        ] as [(String, [String], [String])])
    func `the nearest names are few and in order`(text: String, choices: [String], nearest: [String]) {
        #expect(Text.nearest(to: text, among: choices) == nearest)
    }
}
