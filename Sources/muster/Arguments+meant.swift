import ArgumentParser
import Foundation
import MusterValues

extension Arguments {
    /// The arguments as they are meant: a value that begins with a dash, such as a negative number, belongs to the option before it, and
    /// any other word that does is a word, such as a name.
    ///
    /// - Parameter typed: the arguments without the program's name.
    /// - Returns: the arguments for the option parser.
    /// - Throws: `MusterError.usage` for an option given twice that takes one value: the parser would drop the first silently.
    static func meant(_ typed: [String]) throws(MusterError) -> [String] {
        let options = Array(typed.prefix { $0 != "--" })
        let names = options.compactMap(optionName)
        let hasDashes = options.contains(where: isDashed)
        if Set(names).count == names.count, !hasDashes { return typed }
        // To describe all commands takes longer than most of them, so it is done only for arguments that need it.
        let known = Description(of: options)
        for (place, name) in names.enumerated() where names[..<place].contains(name) && known.isSingle(name) {
            throw .usage("'\(name)' is given twice; give it once")
        }
        var meant: [String] = []
        for argument in options {
            if let last = meant.last, isOption(last), isDashed(argument), known.takesValue(last) {
                meant[meant.count - 1] = "\(last)=\(argument)"
            } else {
                meant.append(argument)
            }
        }
        let rest = typed.dropFirst(options.count)
        if meant.contains(where: isDashed) { return wordsLast(meant, known) + Array(rest.dropFirst()) }
        return meant + Array(rest)
    }

    /// The arguments with all words after `--`, behind which the parser takes each for a word, and the options before it.
    private static func wordsLast(_ arguments: [String], _ known: Description) -> [String] {
        var (options, words): ([String], [String]) = ([], [])
        var isValue = false
        for argument in arguments.dropFirst(known.depth) {
            if isValue || argument.hasPrefix("--") || argument == "-h" {
                options.append(argument)
                isValue = !isValue && isOption(argument) && known.takesValue(argument)
            } else {
                words.append(argument)
            }
        }
        return Array(arguments.prefix(known.depth)) + options + ["--"] + words
    }

    /// The name of the option in an argument such as --limit or --limit=5; nil for anything else.
    private static func optionName(_ argument: String) -> String? {
        argument.hasPrefix("--") ? argument.split(separator: "=", maxSplits: 1).first.map(String.init) : nil
    }

    private static func isOption(_ argument: String) -> Bool { argument.hasPrefix("--") && !argument.contains("=") }

    /// True for a value that begins with one dash; the parser's own -h is none.
    private static func isDashed(_ argument: String) -> Bool {
        argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.count > 1 && argument != "-h"
    }

    /// What the options of the command that is meant take.
    private struct Description {
        /// Options that take a value, and those of them that may be given several times.
        private var options: [String: Bool] = [:]
        /// The number of words that name the command.
        private(set) var depth = 0

        init(of arguments: [String]) {
            let text = Muster._dumpHelp()
            let all = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            var command = all?["command"] as? [String: Any]
            for word in arguments.prefix(while: { !$0.hasPrefix("-") }) {
                let below = command?["subcommands"] as? [[String: Any]] ?? []
                guard let next = below.first(where: { $0["commandName"] as? String == word }) else { break }
                command = next
                depth += 1
            }
            for argument in command?["arguments"] as? [[String: Any]] ?? []
            where argument["kind"] as? String == "option" {
                for name in argument["names"] as? [[String: Any]] ?? [] {
                    if let name = name["name"] as? String {
                        options["--\(name)"] = argument["isRepeating"] as? Bool ?? false
                    }
                }
            }
        }

        func takesValue(_ name: String) -> Bool { options[name] != nil }

        func isSingle(_ name: String) -> Bool { options[name] == false }
    }
}
