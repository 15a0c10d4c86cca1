import Foundation
import MusterValues

/// The arguments that the system passed to the program.
enum Arguments {
    /// A message of the option parser with each argument in one line: a line break in an argument could begin a line that
    /// passes for another message.
    static func madeVisible(in message: String) -> String {
        var text = Array(message.unicodeScalars)
        for argument in CommandLine.arguments.dropFirst() {
            // The parser names only the value of an argument such as --limit=5.
            let value = argument.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
            for typed in [argument, value].compactMap(\.self) where typed.printableInLine != typed.printable {
                text.replace(Array(typed.unicodeScalars), with: Array(typed.printableInLine.unicodeScalars))
            }
        }
        return String(String.UnicodeScalarView(text))
    }

    /// Refuses arguments that are not UTF-8, because Swift would replace the wrong bytes silently and store a wrong name.
    ///
    /// Also refuses to run if the system gave no arguments, not even the program's name: then the user's words are lost.
    static func check() throws(MusterError) {
        if CommandLine.argc < 1 {
            throw .usage(
                "the system gave the program no arguments: its folder /proc cannot be read, and nothing was done")
        }
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            if String(validatingCString: argument) == nil {
                throw .badValue(
                    field: "argument", value: String(cString: argument),
                    rule: "it is not whole UTF-8 text; type it again")
            }
        }
    }
}
