import ArgumentParser
import MusterCore
import MusterValues

struct TransferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Record that an official left one unit for another, as one act.",
        discussion: """
            The enrollment in the one unit ends and one in the other begins, on the same date and by the same source.

            Example: muster transfer "Ivan Primerov" --from BARS-Belgorod --to BARS-Kursk --on 2025-03 --source S4
            """)

    @Argument(help: "The official, by name or short id.") var official: RecordReference
    @Option(help: ArgumentHelp("The unit left; may be left out if only one can be meant.", valueName: "unit"))
    var from: RecordReference?
    @Option(help: ArgumentHelp("The unit joined.", valueName: "unit")) var to: RecordReference
    @Option(help: ArgumentHelp("When, EDTF.", valueName: "date")) var on: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let transfer = Transfer(
            official: official, from: from, to: to, date: try on.map { try EDTF(typed: $0) },
            evidence: try evidence.one())
        try write.run { try $0.transfer(transfer, by: $1) }
    }
}
