import MusterCore
public import MusterValues

extension EditionHeader {
    /// The short text by which the edition is cited, and from which it can be made again: what is reported, the record, the day
    /// (with `on` after it if it was asked for), the revision and the language. For example `region-RU-KGD-2026-11-25-r112-en`.
    public var id: String {
        let parts: [String?] = [
            kind.rawValue, record?.description, day.description, isDayAsked ? "on" : nil, from.map { "r\($0)" },
            "r\(revision)", language.rawValue,
        ]
        return parts.compactMap(\.self).joined(separator: "-")
    }

    /// The question and the revision that an edition's id tells; nil for any other text.
    ///
    /// - Parameter id: the id.
    /// - Returns: the question, the newest revision and the day of the edition.
    public static func parsed(_ id: String) -> (request: EditionRequest, revision: Int64, day: Day)? {
        let pattern = #/([a-z]+)(?:-([A-Z][A-Za-z0-9\/-]*?))?-(\d{4}-\d\d-\d\d)(-on)?(?:-r(\d+))?-r(\d+)-([a-z]{2})/#
        guard let match = id.wholeMatch(of: pattern), let kind = EditionKind(rawValue: String(match.1)),
            let day = Day(String(match.3)), let revision = Int64(match.6),
            let language = Language(rawValue: String(match.7))
        else { return nil }
        let record = match.2.map { RecordReference(String($0)) }
        let request = EditionRequest(
            kind, of: record, on: match.4 == nil ? nil : day, in: language, from: match.5.flatMap { Int64($0) })
        return (request, revision, day)
    }
}

extension EditionHeader {
    /// The day and the revision that the edition answers for.
    var answered: Words {
        guard let recorded = self.recorded.map(Words.time) else { return .say(.nothingRecorded) }
        if kind == .changes { return .say(.comparedUpTo, .number(Int(revision)), recorded) }
        return .say(
            isDayAsked ? .answersForDay : .answersForNewest, .date(StatedDate(day), .cell), .number(Int(revision)),
            recorded)
    }

    /// How to cite the edition.
    package var citation: Words {
        .say(.citeAs, title, .code(id), .date(StatedDate(day), .cell), .number(Int(revision)), .code(shortHead))
    }

    /// The first and the last digits of the head of the history.
    var shortHead: String { Self.short(head) }

    /// The first and the last digits of a head; a dash before the first revision.
    package static func short(_ head: String?) -> String { head.map { "\($0.prefix(8))…\($0.suffix(8))" } ?? "–" }
}
