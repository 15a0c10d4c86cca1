import ArgumentParser
import MusterCore
import MusterValues

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a registry with its regions, or bring one up to date; safe to run again.",
        discussion: """
            Loads the 83 subjects of ISO 3166-2:RU with their names, numbers, federal districts and foreign neighbours, and \
            the members of NATO with their days of accession. What is there already is left as it is.

            Example: muster init --db bars.db
            """)

    @OptionGroup var write: WriteOptions

    func run() throws {
        try write.authorship.check()
        Output.outliveReaders()
        let registry = try Registry.create(at: write.path)
        let written = try registry.loadReference(by: write.authorship)
        guard let revision = written.revision else {
            let steps = registry.upgrades
            let told =
                steps == 0
                ? "is up to date" : "was brought up to date: \(steps) \(steps == 1 ? "step" : "steps") of the schema"
            return try Output.write("\(registry.path.printable) \(told)\n")
        }
        try Output.printDone(
            "\(registry.path.printable) is ready: \(written.records.count) regions, revision \(revision)\n",
            in: revision)
    }
}
