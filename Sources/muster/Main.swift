import ArgumentParser
import Foundation
import MusterCore
import MusterValues

/// Runs the command and turns a refusal into a sentence on standard error and an exit code.
@main
enum Main {
    static func main() {
        Descriptors.fill()
        // A file that reaches the limit of its size is told as a full disk is, and does not end the program.
        signal(SIGXFSZ, SIG_IGN)
        do {
            try Arguments.check()
            var command = try Muster.parseAsRoot(Arguments.meant(Array(CommandLine.arguments.dropFirst())))
            try command.run()
        } catch MusterError.readerLeft {
            exit(MusterError.readerLeft.exitCode)
        } catch let error as MusterError {
            Output.printError(error.message)
            exit(error.exitCode)
        } catch {
            refuse(error)
        }
    }
}

extension Main {
    /// Prints the option parser's message and ends the program. Control characters in it are printed as escapes, so an
    /// argument cannot control the terminal.
    private static func refuse(_ error: any Error) -> Never {
        let code = Muster.exitCode(for: error)
        let text = Muster.fullMessage(for: error)
        if !text.isEmpty {
            if let unknown = Arguments.unknownCommand(in: Array(CommandLine.arguments.dropFirst())) {
                Output.printError(unknown.message)
                exit(unknown.exitCode)
            }
            guard code == .success else {
                Output.printNote(Arguments.madeVisible(in: text))
                exit(code.rawValue)
            }
            do { try Output.write(text.printable + "\n") } catch {
                Output.printError(error.message)
                exit(error.exitCode)
            }
        }
        exit(code.rawValue)
    }
}
