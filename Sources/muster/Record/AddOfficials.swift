import ArgumentParser
import MusterCore
import MusterValues

struct AddOfficials: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officials",
        abstract: "Add the officials of a CSV file, and list those who look like others.",
        discussion: """
            The columns are name and post, and where they are known post_kind, post_level, post_body, post_region, tenure, \
            tenure_on, locator and new. Who looks like somebody on the register, or in an earlier row, is left out and listed: \
            look at it, and write yes in the column new for another person.

            Example: muster add officials list.csv --source S1
            """)

    @Argument(help: "A CSV file.") var file: String
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let (written, review, unread) = try write.writing().add(
            officialsFromFile: file, evidence: try evidence.one(), by: write.authorship)
        let count = written.records.count { if case .added = $0.change { $0.id.kind == .official } else { false } }
        if let revision = written.revision { Output.printNote("revision \(revision): \(count) added") }
        if written.isRehearsal { Output.printNote("nothing was changed: \(count) would be added") }
        if !unread.isEmpty {
            Output.printNote("columns not read: \(unread.map(\.printableInLine).joined(separator: ", "))")
        }
        if review.isEmpty, output.format == .table { return }
        if !review.isEmpty {
            Output.printNote(
                "\(review.count) not added; look at them, and write yes in the column new for another person:")
        }
        do { try output.write(review, noneMessage: "") } catch MusterError.cannotPrint {
            throw written.revision.map { .unprinted(done: Output.written($0)) } ?? MusterError.cannotPrint
        }
    }
}
