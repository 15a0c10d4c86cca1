import ArgumentParser
import Foundation
import MusterValues
import Testing

@testable import muster

@Suite struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The pages with blocks of commands. The blocks of one page run in order, on one registry.
    static let pages = ["README.md"] + ["History", "Names"].map { "Sources/MusterCore/MusterCore.docc/\($0).md" }

    @Test func `every command and exit code is in the README`() throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        for command in Self.commands {
            #expect(readme.contains("| `\(command)` |"), "the README's table has no '\(command)'")
        }
        for code in ["0", "1", "64", "65", "66", "69", "73", "74", "75", "77", "130"] {
            #expect(readme.contains("\n| \(code) | "), "the README has no exit code \(code)")
        }
    }

    @Test func `every page with a block of commands is tested`() throws {
        let folder = "Sources/MusterCore/MusterCore.docc"
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: folder).path)
        let withBlocks = try names.map { "\(folder)/\($0)" }.filter {
            try String(contentsOf: Self.root.appending(path: $0), encoding: .utf8).contains("\n```console\n")
        }
        #expect(["README.md"] + withBlocks.sorted() == Self.pages)
    }

    @Test(arguments: pages)
    func `a page's output is what its commands print`(page: String) throws {
        let command = try Command()
        defer { command.remove() }
        let url = Self.root.appending(path: page)
        var lines: [String] = []
        var isInBlock = false
        let text = try String(contentsOf: url, encoding: .utf8)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") { isInBlock = line == "```console" }
            guard isInBlock else {
                lines.append(line)
                continue
            }
            if line == "```console" { lines.append(line) }
            if line.hasPrefix("$ ") {
                lines.append(line)
                let result = try command.shell("COLUMNS=110 " + line.dropFirst(2) + " 2>&1")
                // CSV ends its lines with CRLF, which Swift reads as one Character: a split at "\n" would find no line
                // ends.
                let output = result.output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                lines += output.dropLast().map { Self.masked(String($0)) }
            }
        }
        let made = lines.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["UPDATE_README"] != nil {
            try made.write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(made == text, "\(page) is stale; run: UPDATE_README=1 swift test --filter Readme")
        }
    }

    /// The day on which the pages' commands run, which they print as the day that something was recorded on.
    private static let today = String(Date().formatted(.iso8601).prefix(10))

    /// The same in the words of a report.
    private static let todayInWords = StatedDate(edtf: today, earliest: today, latest: today).said(
        in: .english, as: .cell)

    /// A line in which varying parts, hashes, times and today, are replaced by fixed ones.
    private static func masked(_ line: String) -> String {
        line.replacing(#/[0-9a-f]{64}/#) { _ in String(repeating: "0123456789abcdef", count: 4) }
            .replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) { _ in "2026-11-24T09:30:00Z" }
            .replacing(today, with: "2026-11-24").replacing(todayInWords, with: "24 November 2026")
            .replacing(#/\d\d:\d\d UTC/#) { _ in "09:30 UTC" }.replacing(#/head [0-9a-f]{12}\./#) { _ in
                "head 0123456789ab."
            }
    }

    /// Every command that does something, as it is typed.
    static var commands: [String] { types.map(\.words) }

    /// The same with their types.
    static var types: [(words: String, type: any ParsableCommand.Type)] { types(of: Muster.self, after: "muster") }

    private static func types(
        of command: any ParsableCommand.Type, after words: String
    ) -> [(words: String, type: any ParsableCommand.Type)] {
        let configuration = command.configuration
        let subcommands = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        if subcommands.isEmpty { return [(words, command)] }
        return subcommands.flatMap { Self.types(of: $0, after: words + " " + $0._commandName) }
    }
}
