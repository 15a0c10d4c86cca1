import ArgumentParser
import Foundation
import Testing

@testable import muster

/// Every command that a message, a help text or an example names is one that the program takes as it stands.
struct AdviceTests {
    /// The words of a line as a shell parts them; quotes keep words together.
    private static func words(of line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        var isWord = false
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "\"" || character == "'" {
                (quote, isWord) = (character, true)
            } else if character == " " {
                if isWord || !word.isEmpty { words.append(word) }
                (word, isWord) = ("", false)
            } else {
                word.append(character)
            }
        }
        return isWord || !word.isEmpty ? words + [word] : words
    }

    /// The reason why the program would not take a command; nil if it takes it.
    private static func fault(of command: String) -> String? {
        let arguments = Array(words(of: command).dropFirst())
        do {
            _ = try Muster.parseAsRoot(Arguments.meant(arguments))
            return nil
        } catch {
            // Help that is asked for comes as an error with code 0.
            return Muster.exitCode(for: error) == .success ? nil : "\(command): \(Muster.message(for: error))"
        }
    }

    /// The commands in quotation marks in the program's own texts. What is put in when a text is made stands for a short id.
    private static func advised() throws -> Set<String> {
        var commands: Set<String> = []
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let files =
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        for file in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for line in text.split(separator: "\n") where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
                for match in line.matches(of: #/'(muster [^']+?)'/#) {
                    commands.insert(
                        String(match.1).replacing("\\(kind.name)", with: "unit").replacing(#/\\\([^)]*\)/#, with: "E1")
                            .replacing("\\\"", with: "\"").replacing(
                                "…", with: "x"))
                }
            }
        }
        return commands
    }

    /// The commands that a help text shows, each in a line of its own.
    private static func examples(of command: any ParsableCommand.Type) -> [String] {
        let own = command.configuration.discussion.split(separator: "\n").compactMap { line -> String? in
            let text = line.trimmingCharacters(in: .whitespaces)
            let example = text.hasPrefix("Example: ") ? String(text.dropFirst("Example: ".count)) : text
            return example.hasPrefix("muster ") ? example : nil
        }
        return own + command.configuration.subcommands.flatMap(examples)
    }

    @Test func `every command that a message names is taken as it is named`() throws {
        let commands = try Self.advised()
        #expect(commands.count >= 40)
        let faults = commands.sorted().compactMap(Self.fault)
        // A command that is only named, such as 'muster edit', has no arguments to be right or wrong.
        #expect(
            faults.filter { !$0.contains(": Missing expected argument") || $0.contains(#/^muster \S+ \S+ \S+.*: /#) }
                == [])
    }

    @Test func `every example of a help text is taken as it stands`() {
        let examples = Self.examples(of: Muster.self)
        #expect(examples.count >= 40)
        #expect(examples.compactMap(Self.fault) == [])
    }

    @Test func `a command that does not exist, and an option that does not, are found`() {
        #expect(Self.fault(of: "muster frobnicate E1") != nil)
        #expect(Self.fault(of: "muster units --colour red") != nil)
        #expect(Self.fault(of: "muster edit E1 standing=rejected --note \"a b\"") == nil)
    }
}
