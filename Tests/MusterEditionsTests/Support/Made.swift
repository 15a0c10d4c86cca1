import MusterValues

@testable import MusterEditions

/// Editions that tests make by hand, of values that no register need hold.
enum Made {
    static let day = Day("2026-11-25")!

    static func edition(_ blocks: [Block], in language: Language = .english, title: Words = .name("Title")) -> Edition {
        Edition(
            header: EditionHeader(
                kind: .region, language: language, record: RecordID("RU-KGD"), title: title, lead: nil, day: day,
                isDayAsked: false, revision: 112, recorded: "2026-11-25T09:30:00Z",
                head: String(repeating: "0123456789abcdef", count: 4), from: nil), blocks: blocks,
            data: .timeline([]))
    }

    static func page(_ edition: Edition) throws -> String {
        var page = ""
        try edition.writeHTML { page += $0 }
        return page
    }

    static func page(_ blocks: Block..., language: Language = .english) throws -> String {
        try page(edition(blocks, in: language))
    }

    /// A span of a day, a month or a year each; nil for what is not stated.
    static func span(
        _ begun: String?, ended: String? = nil, heard: String? = nil, date: String? = nil, isSuspended: Bool = false,
        isDenied: Bool = false, isEnd: Bool = false
    ) -> Lives.Span {
        let days = { (text: String?) in text.flatMap { try? EDTF($0) }.map { (first: $0.earliest, last: $0.latest) } }
        let stated = (date ?? begun).flatMap { try? EDTF($0) }.map {
            StatedDate(edtf: $0.text, earliest: $0.earliest?.description, latest: $0.latest?.description)
        }
        return Lives.Span(
            label: .text("state"), begun: days(begun), ended: days(ended), lastHeard: heard.flatMap { Day($0) },
            isSuspended: isSuspended, isDenied: isDenied, isEnd: isEnd, date: stated)
    }

    static func claim(_ days: String?, _ least: Int?, _ most: Int?, isAgainst: Bool = false, isPlanned: Bool = false)
        -> Strengths.Claim
    {
        let date = days.flatMap { try? EDTF($0) }
        return Strengths.Claim(
            days: date.map { ($0.earliest, $0.latest) }, least: least, most: most, isAgainst: isAgainst,
            isPlanned: isPlanned)
    }
}
