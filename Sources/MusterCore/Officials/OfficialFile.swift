public import MusterValues

extension Registry {
    /// Adds the officials of a CSV file, each with a post, in one revision. If a name is similar to one on the register
    /// or in an earlier row, that row is not added but listed for review.
    ///
    /// The columns are `name` and `post`; optional are `post_kind`, `post_level`, `post_body`, `post_region`, `tenure`,
    /// `tenure_on`, `locator` and `new` (yes: this is a different person from those with similar names).
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - evidence: the source of all rows; a row with its own locator uses that one.
    ///   - authorship: the person who adds them, and the reason.
    /// - Returns: the changes, the rows for review, and the columns that were ignored.
    /// - Throws: `MusterError.badFile` with the row and the rule; nothing is added from the file then.
    public func add(officialsFromFile path: String, evidence: Evidence, by authorship: Authorship) throws(MusterError)
        -> (written: WriteResult, review: [RowToReview], unread: [String])
    {
        let file = try CSVFile(FileSystem.text(path), path: path, requiring: ["name", "post"])
        var review: [RowToReview] = []
        let written = try write(authorship, doing: "add officials") { transaction in
            for (index, values) in file.rows.enumerated() {
                do {
                    try transaction.add(OfficialFile.official(values, evidence))
                } catch MusterError.alike(_, let name, let candidates, _),
                    MusterError.sameName(_, let name, let candidates, _)
                {
                    review.append(RowToReview(row: index + 1, name: name, looksLike: candidates))
                } catch let error as MusterError {
                    throw MusterError.badFile(path: path, rule: "row \(index + 1): \(error.rule)", fix: error.fix)
                }
                if index % OfficialFile.batch == OfficialFile.batch - 1, let revision = transaction.madeRevision {
                    try SearchIndex(db: transaction.db).add(revision, [.name])
                }
            }
        }
        return (written, review, file.header.filter { !OfficialFile.columns.contains($0) })
    }
}

/// Reads one row of a file of officials.
private enum OfficialFile {
    static let columns: Set = [
        "name", "post", "post_kind", "post_level", "post_body", "post_region", "tenure", "tenure_on", "locator", "new",
    ]
    /// The number of rows after which their names are indexed. Until then each new name is compared with each of
    /// theirs.
    static let batch = 25

    static func official(_ values: [String: String], _ evidence: Evidence) throws(MusterError) -> NewOfficial {
        guard let name = values["name"] else { throw .missing(what: "the name", fix: "fill the column 'name'") }
        var post = values["post"].map { NewPost(title: $0, region: values["post_region"].map { RecordReference($0) }) }
        if let text = values["post_kind"] { post?.kind = try PostKind(typed: text) }
        if let text = values["post_level"] { post?.level = try PostLevel(typed: text) }
        if let text = values["tenure"] { post?.tenure = try Tenure(typed: text) }
        post?.body = values["post_body"]
        post?.tenureWord = Tenure.synonym(typed: values["tenure"])
        if let text = values["tenure_on"] { post?.tenureDate = try EDTF(typed: text) }
        var evidence = evidence
        evidence.locator = values["locator"] ?? evidence.locator
        let isNew = ["yes", "true", "1"].contains(values["new"]?.lowercased())
        return NewOfficial(name: name, post: post, isNew: isNew, evidence: evidence)
    }
}
