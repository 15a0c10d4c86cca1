import ArgumentParser
import MusterCore
import MusterValues

struct AddPost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Add a post to an official who is on the register.",
        discussion: "Example: muster add post \"Dmitry Novikov\" \"Deputy governor\" --post-region RU-KRS --source S2")

    @Argument(help: "The official, by name or short id.") var official: RecordReference
    @Argument(help: .field(.title, of: .post))
    var title: String
    @OptionGroup var postOptions: PostOptions
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let new = NewPostOfOfficial(
            official: official, post: try postOptions.post(title)!, evidence: try evidence.one())
        try write.run { try $0.add(new, by: $1) }
    }
}
