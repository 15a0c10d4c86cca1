import ArgumentParser
import MusterCore
import MusterValues

/// The options for a post that an official holds or held, except its title.
struct PostOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The kind of office; read from a title that the list has.", valueName: "kind"))
    var postKind: String?

    @Option(help: .field(.level, of: .post, "level"))
    var postLevel: String?

    @Option(help: .field(.body, of: .post, "name"))
    var postBody: String?

    @Option(help: .field(.region, of: .post, "region"))
    var postRegion: RecordReference?

    @Option(
        help: ArgumentHelp(
            "What became of it: \(Tenure.allCases.map(\.words).joined(separator: ", ")).", valueName: "state"))
    var tenure: String?

    @Option(help: ArgumentHelp("When that was, EDTF.", valueName: "date"))
    var tenureOn: String?

    /// The post with this title; nil without one.
    func post(_ title: String?) throws(MusterError) -> NewPost? {
        guard let title else {
            if postKind ?? postLevel ?? postBody ?? postRegion?.text ?? tenure ?? tenureOn != nil {
                throw .missing(what: "the title of the post", fix: "give --post \"…\"")
            }
            return nil
        }
        var post = NewPost(title: title, region: postRegion)
        post.kind = try postKind.map { text throws(MusterError) in try PostKind(typed: text) }
        post.level = try postLevel.map { text throws(MusterError) in try PostLevel(typed: text) }
        post.body = postBody
        post.tenure = try tenure.map { text throws(MusterError) in try Tenure(typed: text) }
        post.tenureWord = Tenure.synonym(typed: tenure)
        post.tenureDate = try tenureOn.map { text throws(MusterError) in try EDTF(typed: text) }
        return post
    }
}
