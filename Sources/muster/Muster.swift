import ArgumentParser

/// The command `muster` with all its subcommands.
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
            75 busy, 77 not permitted, 130 stopped.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Set up", subcommands: [InitCommand.self, DemoCommand.self]),
            CommandGroup(
                name: "Record",
                subcommands: [
                    AddCommand.self, EnrollCommand.self, ResolveCommand.self, EventCommand.self, CiteCommand.self,
                    EditCommand.self, ImportCommand.self, TransferCommand.self, LookCommand.self, SetAsideCommand.self,
                    BringBackCommand.self, ReviewCommand.self,
                ]),
            CommandGroup(
                name: "Query",
                subcommands: [
                    RegionsCommand.self, UnitsCommand.self, OfficialsCommand.self, EnrollmentsCommand.self,
                    SourcesCommand.self, ProgrammesCommand.self, EventsCommand.self, LooksCommand.self,
                    SearchCommand.self, ShowCommand.self, DisputesCommand.self,
                    TimelineCommand.self, DueCommand.self,
                ]),
            CommandGroup(
                name: "Same or not",
                subcommands: [DuplicatesCommand.self, MergeCommand.self, UnmergeCommand.self, DistinctCommand.self]),
            CommandGroup(name: "Report", subcommands: [ReportCommand.self, ExportCommand.self]),
            CommandGroup(
                name: "History",
                subcommands: [
                    LogCommand.self, DiffCommand.self, RevertCommand.self, RedactCommand.self,
                    VerifyCommand.self,
                ]),
            CommandGroup(
                name: "Keep", subcommands: [BackupCommand.self, RestoreCommand.self, DoctorCommand.self]),
            CommandGroup(name: "Serve", subcommands: [TokenCommand.self, TokensCommand.self]),
        ])
}
