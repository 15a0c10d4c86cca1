import Foundation
import MusterValues
import Testing

@testable import muster

@Suite struct OutputTests {
    private func table(_ rows: [[String?]], width: Int?) -> [String] {
        let columns = ["id", "name", "words"].prefix(rows[0].count)
        return Table(columns: Array(columns), rows: rows).text(for: Terminal(width: width, isColoured: false))
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func `a table fits its screen, whatever it holds`() {
        let rows: [[String?]] = [
            ["E1", "Алексей Беспрозванных", "announced that he joins the unit, in a post of some length"],
            ["E2", "名前の長い人", String(repeating: "x", count: 90)],
        ]
        for width in [24, 40, 60, 80, 120] {
            // A word is never broken, so one that is longer than the screen has a line of its own.
            for line in table(rows, width: width) where !line.contains("xxx") {
                #expect(line.columns <= width, "\(line)")
            }
            #expect(table(rows, width: width).contains { $0.hasSuffix(String(repeating: "x", count: 90)) })
        }
    }

    @Test func `nothing of a cell is lost when it is wrapped`() {
        let text = "members of the regional government and heads of municipalities"
        for width in 6...70 {
            let lines = text.wrapped(to: width)
            #expect(lines.joined(separator: " ").filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test(arguments: [
        ("Kaliningrad", 11), ("Калининград", 11), ("Буй\u{306}", 3), ("ё", 1), ("名前", 4), ("Ａ", 2), ("👍", 2), ("", 0),
    ])
    func `a text takes as many columns as a screen gives it`(text: String, columns: Int) {
        #expect(text.columns == columns)
    }

    @Test func `columns line up behind Cyrillic`() {
        let lines = table([["E1", "Анна", "one"], ["E2", "Anna", "two"]], width: 80)
        #expect(lines == ["id  name  words", "E1  Анна  one", "E2  Anna  two"])
    }

    @Test func `a column that is empty in every row is left out`() {
        #expect(table([["E1", nil, "one"], ["E2", "", "two"]], width: nil)[0] == "id  words")
    }

    @Test func `a pipe gets no colour and whole lines`() throws {
        let muster = try Command()
        defer { muster.remove() }
        try muster("init")
        let output = try muster("regions").output
        #expect(!output.contains("\u{1B}"))
        #expect(output.split(separator: "\n").count == 84)
    }

    @Test func `every command has help with an example, and the shells their completions`() throws {
        let muster = try Command()
        defer { muster.remove() }
        for verb in [
            "init", "demo", "add source", "add unit", "add official", "add post", "add region", "add programme",
            "enroll",
            "event", "cite", "edit", "regions", "units", "officials", "enrollments", "sources", "show", "timeline",
            "report region", "report unit", "report official", "report national", "report timeline", "report coverage",
            "report changes", "report verify", "export",
        ] {
            let help = try muster.shell("muster \(verb) --help")
            #expect(help.code == 0)
            #expect(help.output.contains("muster \(verb.split(separator: " ")[0])"))
            #expect(
                help.output.contains("xample") || help.output.contains("muster \(verb) --"), "\(verb) shows no example")
        }
        for shell in ["bash", "zsh", "fish"] {
            #expect(try muster("--generate-completion-script", shell).output.contains("enrollments"))
        }
    }

    @Test(arguments: [
        ["units", "--r\u{1b}[31mx"], ["un\u{202e}its"], ["units", "--format", "\u{9b}2J"],
        ["show", "A\u{1b}]0;x\u{7}"],
        ["units", "--limit", "1\u{8}"], ["import", "no\u{1b}such.csv", "--source", "S1"],
    ])
    func `what a person typed steers no terminal`(arguments: [String]) throws {
        let command = try Command()
        defer { command.remove() }
        _ = try command.shell("muster init")
        let result = try command.start(arguments).result()
        #expect((64...77).contains(result.code))
        let raw = (result.output + result.errors).unicodeScalars.filter {
            $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        }
        #expect(raw.isEmpty && result.errors.contains("\\u{"), "\(result.errors)")
    }

    @Test func `a file's name steers no terminal`() throws {
        let command = try Command()
        defer { command.remove() }
        let name = "a\u{1b}[2J.db"
        for arguments in [["init", "--db", name], ["init", "--db", name], ["backup", "c\u{1b}.db", "--db", name]] {
            let result = try command.start(arguments).result()
            #expect(result.code == 0)
            #expect(result.output.contains("\\u{1b}") && !result.output.contains("\u{1b}"), "\(arguments)")
        }
    }
}
