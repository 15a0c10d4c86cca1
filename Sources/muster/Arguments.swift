import Foundation
import MusterValues

/// The arguments that the system passed to the program.
enum Arguments {
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
