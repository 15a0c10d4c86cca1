import ArgumentParser
import Foundation
import MusterCore
import MusterValues

/// Runs the command and turns a refusal into a sentence on standard error and an exit code.
@main
enum Main {
    static func main() {
        Descriptors.fill()
        do {
            try Arguments.check()
            var command = try Muster.parseAsRoot()
            try command.run()
        } catch let error as MusterError {
            Output.printError(error.message)
            exit(error.exitCode)
        } catch {
            refuse(error)
        }
    }
}

extension Main {
    /// Prints the option parser's message, with typed text made visible: an escape sequence in an argument must not
    /// steer the terminal.
    private static func refuse(_ error: any Error) -> Never {
        let code = Muster.exitCode(for: error)
        let text = Muster.fullMessage(for: error)
        if !text.isEmpty {
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

enum Descriptors {
    /// Puts something that cannot be written in the place of a standard descriptor that is closed: a registry that was
    /// opened under its number would be written into.
    static func fill() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
    }
}

enum Arguments {
    /// A message of the option parser with what was typed as one line: a line break in it would begin a line of its own,
    /// which could pass for another message.
    static func madeVisible(in message: String) -> String {
        var text = Array(message.unicodeScalars)
        for argument in CommandLine.arguments.dropFirst() {
            // The parser names a value that was typed behind '=' alone.
            let value = argument.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
            for typed in [argument, value].compactMap(\.self) where typed.printableInLine != typed.printable {
                text.replace(Array(typed.unicodeScalars), with: Array(typed.printableInLine.unicodeScalars))
            }
        }
        return String(String.UnicodeScalarView(text))
    }

    /// Refuses arguments that are not UTF-8: the runtime would mend them silently, and a name would be stored mangled.
    /// Refuses to run without any, not even a name: a command whose words are lost must not end as if it had run.
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

/// The command.
struct Muster: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muster",
        abstract:
            "The evidence-first registry of regional defence units: who joined which unit, when, and by whose word.",
        discussion: """
            Records are named as you would say them: BARS-Kaliningrad, RU-KGD, "Dmitry Novikov", or a short id such as E12. \
            A name that several records answer to lists them and changes nothing.

            Dates are EDTF: 2025-05-31, 2025-04, XXXX-04 (year not known), 2025-04?, ../2025-05-31 (by then).

            The registry is the file named by --db, or by MUSTER_DB, or muster.db here. The author of a change is --author, \
            or MUSTER_AUTHOR, or your login name.

            Exit codes: 0 done, 64 usage, 65 bad data, 66 not found, 69 refused by a rule, 73 cannot be made, 74 disk, \
            75 busy, 77 not permitted.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Set up", subcommands: [InitCommand.self, DemoCommand.self]),
            CommandGroup(
                name: "Record",
                subcommands: [
                    AddCommand.self, EnrollCommand.self, ResolveCommand.self, EventCommand.self, CiteCommand.self,
                    EditCommand.self,
                ]),
            CommandGroup(
                name: "Query",
                subcommands: [
                    RegionsCommand.self, UnitsCommand.self, OfficialsCommand.self, EnrollmentsCommand.self,
                    SourcesCommand.self, SearchCommand.self, ShowCommand.self,
                ]),
            CommandGroup(
                name: "Same or not",
                subcommands: [DuplicatesCommand.self, MergeCommand.self, UnmergeCommand.self, DistinctCommand.self]),
            CommandGroup(name: "Report", subcommands: [ReportCommand.self]),
            CommandGroup(
                name: "History",
                subcommands: [
                    LogCommand.self, DiffCommand.self, RevertCommand.self, RedactCommand.self,
                    VerifyCommand.self,
                ]),
            CommandGroup(
                name: "Keep", subcommands: [BackupCommand.self, RestoreCommand.self, DoctorCommand.self]),
        ])
}
