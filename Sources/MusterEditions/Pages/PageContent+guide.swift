extension PageContent {
    /// How to read the pages: the grades, the counts and the two times.
    package static var howToRead: PageContent {
        PageContent(
            .say(.howToRead),
            [
                .section(Section(name: "grades", title: .say(.readGrades), count: nil)),
                .list([.say(.readDefinitely), .say(.readPresumably), .say(.readPossibly), .say(.readNo)]),
                .section(Section(name: "counts", title: .say(.readCounts), count: nil)),
                .paragraph(.say(.readCountsText), .plain),
                .section(Section(name: "words", title: .say(.readWords), count: nil)),
                .list([.say(.readLastHeard), .say(.readStanding), .say(.readOrigin), .say(.readStated)]),
                .section(Section(name: "times", title: .say(.readTimes), count: nil)),
                .paragraph(.say(.readTimesText), .plain),
            ])
    }

    /// How to check the history.
    ///
    /// - Parameter head: the hash of the newest revision; nil before the first.
    /// - Returns: what the page tells.
    package static func howToCheck(head: String?) -> PageContent {
        PageContent(
            .say(.howToCheck),
            [
                .section(Section(name: "chain", title: .say(.checkChain), count: nil)),
                .paragraph(.say(.checkChainText), .plain),
                .paragraph(head.map { .say(.headIs, .code($0)) } ?? .say(.nothingRecorded), .plain),
                .paragraph(.joined([.say(.checkCommand), .code("muster verify")], .space), .plain),
                .paragraph(.joined([.say(.checkEdition), .code("muster report verify FILE")], .space), .plain),
            ])
    }
}

extension SitePage {
    /// The columns by which a list of the page can be sorted, with the words for them; empty for a page that is no list.
    package var sorts: [(column: String, words: Phrase)] {
        switch self {
        case .regions: [("name", .nameHead), ("code", .code), ("units_on_record", .units)]
        case .units:
            [("designation", .nameHead), ("region", .region), ("-last_heard", .lastHeardHead), ("-on_record", .people)]
        case .officials: [("name", .nameHead)]
        case .enrollments: [("who", .who), ("unit", .unit), ("-last_heard", .lastHeardHead)]
        case .sources: [("title", .titleAndAddress), ("publisher", .publisher), ("-published", .published)]
        default: []
        }
    }
}
