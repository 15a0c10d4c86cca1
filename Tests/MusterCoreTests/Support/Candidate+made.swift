import MusterValues

extension Candidate {
    private static let regions = [
        "RU-KGD": "Kaliningrad Oblast", "RU-KRS": "Kursk Oblast", "RU-TUL": "Tula Oblast",
    ]

    /// A candidate with a post, which is given as "P1 Governor", and a region, which is given by its code.
    static func of(
        _ id: String, _ name: String, post: String? = nil, region: String? = nil, why: MatchReason? = nil,
        number: String? = nil
    ) -> Candidate {
        let post = post.map { text in
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            return NamedRecord(id: RecordID(shortID: parts[0])!, name: parts[1])
        }
        let region = region.map { NamedRegion(code: $0, name: regions[$0]!) }
        return Candidate(
            DescribedRecord(
                id: RecordID(shortID: id)!, name: name, about: RecordContext(post: post, region: region)),
            why: why, regionNumber: number)
    }

    /// O1 of a registry that `Fresh` has populated.
    static func governor(why: MatchReason? = nil) -> Candidate {
        of("O1", "Dmitry Novikov", post: "P1 Governor", region: "RU-KGD", why: why)
    }
}
