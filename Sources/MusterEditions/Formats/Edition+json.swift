import MusterCore
import MusterValues

extension Edition {
    /// The edition as data: what it is, and what it was made from.
    func json() throws -> String { try JSON.text(CodedEdition(edition: self)) }
}

/// What the JSON of an edition holds.
private struct CodedEdition: Encodable {
    let edition: Edition

    private enum Key: String, CodingKey { case edition, report, lines, gaps, due, numbers, records, acts, revisions }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(About(edition.header), forKey: .edition)
        switch edition.data {
        case .report(let report): try container.encode(report, forKey: .report)
        case .timeline(let lines): try container.encode(lines, forKey: .lines)
        case .coverage(let coverage):
            try container.encode(coverage.report, forKey: .report)
            try container.encode(coverage.gaps, forKey: .gaps)
            try container.encode(coverage.due, forKey: .due)
        case .changes(let changes):
            try container.encode(changes.numbers, forKey: .numbers)
            try container.encode(changes.records, forKey: .records)
            try container.encode(changes.acts, forKey: .acts)
            try container.encode(changes.revisions, forKey: .revisions)
        }
    }

    /// What the edition is of, as programs read it.
    private struct About: Encodable {
        let id: String
        let layout = Edition.layout
        let kind: String
        let language: Language
        let record: RecordID?
        let day: Day
        let isDayAsked: Bool
        let revision: Int64
        let recorded: String?
        let head: String?
        let from: Int64?

        init(_ header: EditionHeader) {
            (id, kind, language, record) = (header.id, header.kind.rawValue, header.language, header.record)
            (day, isDayAsked, revision) = (header.day, header.isDayAsked, header.revision)
            (recorded, head, from) = (header.recorded, header.head, header.from)
        }
    }
}
