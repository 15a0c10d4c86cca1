import ArgumentParser
import MusterCore

struct AddOfficial: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "official",
        abstract: "Add an official with a post.",
        discussion: """
            Example: muster add official "Dmitry Novikov" --post "Head of district" --post-kind head-of-municipality \
            --post-region RU-KRS --tenure left --source S1 --locator "paragraph 11"
            """)

    @Argument(help: "The name as written.") var name: String
    @Option(help: ArgumentHelp("A post the official holds or held.", valueName: "title")) var post: String?
    @OptionGroup var postOptions: PostOptions
    @Flag(name: .customLong("new"), help: "This is another person than the one of that name on the register.")
    var isNew = false
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let new = NewOfficial(
            name: name, post: try postOptions.post(post), isNew: isNew, evidence: try evidence.one())
        try write.run { try $0.add(new, by: $1) }
    }
}

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
        let count = written.records.count { $0.id.kind == .official && $0.words.hasPrefix("official ") }
        if let revision = written.revision { Output.remark("revision \(revision): \(count) added") }
        if !unread.isEmpty { Output.remark("columns not read: \(unread.joined(separator: ", "))") }
        if review.isEmpty { return }
        Output.remark("\(review.count) not added; look at them, and write yes in the column new for another person:")
        try output.write(review, noneMessage: "")
    }
}

struct AddPost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Add a post to an official who is on the register.",
        discussion: "Example: muster add post \"Dmitry Novikov\" \"Deputy governor\" --post-region RU-KRS --source S2")

    @Argument(help: "The official, by name or short id.") var official: String
    @Argument(help: "The post's title.") var title: String
    @OptionGroup var postOptions: PostOptions
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let new = NewPostOfOfficial(
            official: official, post: try postOptions.post(title)!, evidence: try evidence.one())
        try write.run { try $0.add(new, by: $1) }
    }
}
