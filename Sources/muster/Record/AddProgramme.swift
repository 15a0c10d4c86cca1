import ArgumentParser
import MusterCore
import MusterValues

struct AddProgramme: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Add a programme that units belong to.",
        discussion:
            "Example: muster add programme BARS --launched XXXX-04 --launched-by \"Ministry of Defence\" --source S1")

    @Argument(help: "Its name.") var name: String
    @Option(help: ArgumentHelp("What the name is said to stand for.", valueName: "text")) var expansion: String?
    @Option(help: ArgumentHelp("When it was launched, EDTF.", valueName: "date")) var launched: String?
    @Option(help: ArgumentHelp("Who launched it.", valueName: "name")) var launchedBy: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let new = NewProgramme(
            name: name, expansion: expansion, launched: launched, launchedBy: launchedBy, evidence: try evidence.one())
        try write.run { try $0.add(new, by: $1) }
    }
}
