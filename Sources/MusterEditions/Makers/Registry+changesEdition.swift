import MusterCore
import MusterValues

extension Registry {
    /// What changed between two revisions: the numbers that moved, each by which revision and citation; the records; and the
    /// revisions.
    func changesEdition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let report = try report(of: .summary)
        let from = request.from ?? max(0, report.revision - 1)
        if from > report.revision {
            throw .usage("revision \(from) is after revision \(report.revision); name the earlier one first")
        }
        let finder = ChangeFinder(self, on: request.day ?? report.answers.day)
        let changes = try finder.changes(from: from, to: report.revision)
        let cited = changes.numbers.flatMap(\.steps).flatMap(\.citations) + changes.records.flatMap(\.citedSince)
        let maker = EditionMaker(
            report: report, language: request.language, sources: try reportedSources(Set(cited.map(\.source.id))),
            subjects: try subjects(
                of: changes.revisions.flatMap(\.changes).flatMap(\.records).map(\.id)
                    + changes.numbers.flatMap(\.steps).flatMap(\.cited).map(\.record)
                    + changes.records.compactMap(\.record)))
        var request = request
        request.from = from
        let title = Words.say(.changesTitle, .number(Int(from)), .number(Int(report.revision)))
        let told = maker.moved(changes) + maker.records(changes.records) + maker.revisions(changes) + maker.sourceList
        let blocks = changes.revisions.isEmpty ? [.paragraph(.say(.nothingChanged), .plain)] : told
        return Edition(header: maker.header(request, titled: title), blocks: blocks, data: .changes(changes))
    }
}
