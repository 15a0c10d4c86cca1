import ArgumentParser
import MusterCore
import MusterValues

struct AddProgramme: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Add a programme that units belong to.",
        discussion:
            "Example: muster add programme BARS --launched XXXX-04 --launched-by \"Ministry of Defence\" --source S1")

    @Argument(help: .field(.name, of: .programme))
    var name: String
    @Option(help: .field(.expansion, of: .programme, "text"))
    var expansion: String?
    @Option(help: .field(.cameFrom, of: .programme, "programme"))
    var cameFrom: RecordReference?
    @Option(help: .field(.launched, of: .programme, "date"))
    var launched: String?
    @Option(help: .field(.launchedBy, of: .programme, "name"))
    var launchedBy: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        var new = NewProgramme(
            name: name, expansion: expansion, launchedBy: launchedBy, evidence: try evidence.one())
        new.cameFrom = cameFrom
        new.launched = try launched.map { try EDTF(typed: $0) }
        try write.run { try $0.add(new, by: $1) }
    }
}
