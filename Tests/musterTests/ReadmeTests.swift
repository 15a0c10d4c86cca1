import Foundation
import ArgumentParser
import Testing

@testable import muster

@Suite struct ReadmeTests {
    static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "README.md")

    @Test func `every command and exit code is in the README`() throws {
        let readme = try String(contentsOf: Self.url, encoding: .utf8)
        for command in Self.commands(of: Muster.self, after: "muster") {
            #expect(readme.contains("| `\(command)` |"), "the README's table has no '\(command)'")
        }
        for code in ["0", "64", "65", "66", "69", "73", "74", "75", "77"] {
            #expect(readme.contains("\n| \(code) | "), "the README has no exit code \(code)")
        }
    }

    @Test func `the README's output is what its commands print`() throws {
        let command = try Command()
        defer { command.remove() }
        var lines: [String] = []
        var isInBlock = false
        let readme = try String(contentsOf: Self.url, encoding: .utf8)
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") { isInBlock = line == "```console" }
            guard isInBlock else {
                lines.append(line)
                continue
            }
            if line == "```console" { lines.append(line) }
            if line.hasPrefix("$ ") {
                lines.append(line)
                let result = try command.shell("COLUMNS=110 " + line.dropFirst(2) + " 2>&1")
                lines += result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
                    Self.masked(String($0))
                }
            }
        }
        let made = lines.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["UPDATE_README"] != nil {
            try made.write(to: Self.url, atomically: true, encoding: .utf8)
        } else {
            #expect(made == readme, "the README's output is stale; run: UPDATE_README=1 swift test --filter Readme")
        }
    }

    /// A line without what differs each time: hashes and times stand as the first ones of their kind.
    private static func masked(_ line: String) -> String {
        line.replacing(#/[0-9a-f]{64}/#) { _ in String(repeating: "0123456789abcdef", count: 4) }
            .replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) { _ in "2026-11-24T09:30:00Z" }
    }

    private static func commands(of command: any ParsableCommand.Type, after words: String) -> [String] {
        let configuration = command.configuration
        let subcommands = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        if subcommands.isEmpty { return [words] }
        return subcommands.flatMap { Self.commands(of: $0, after: words + " " + $0._commandName) }
    }
}
