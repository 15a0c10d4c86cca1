import MusterValues

extension Words {
    /// The name of a kind of record.
    static func list(_ kind: RecordKind) -> Words {
        switch kind {
        case .source: .say(.sourceHead)
        case .programme: .say(.kindProgramme)
        case .unit: .say(.unit)
        case .official: .say(.official)
        case .post: .say(.kindPost)
        case .enrollment: .say(.kindEnrollment)
        case .event: .say(.event)
        case .citation: .say(.kindCitation)
        case .region: .say(.region)
        }
    }
}
