import MusterCore
import MusterValues

extension Remedy {
    /// The remedy for a row of a file, in the file's columns.
    ///
    /// - Parameter same: the records that the row says to be already; nil for none.
    /// - Returns: the words.
    func words(forRowThatIs same: String?) -> String {
        let before = same.map { "\($0); " } ?? ""
        return switch self {
        case .useOrSayNew(let use, let another):
            "write \(before)\(use?.description ?? "the id of the one meant") in same_as, or yes in new if this is another \(another)"
        case .nameOrSayNew(let id): "write \(before)\(id) in same_as, or yes in new if this is another unit"
        case .give(let input), .giveToo(let input): "fill the column \(Self.column(input))"
        case .leaveOut(let inputs): "empty the column \(inputs.map(Self.column).joined(separator: " and "))"
        case .tellSourcesApart(let id):
            "write \(id) in source, or tell the two apart by source_published or source_url"
        case .addUnitOrGiveRegion: "fill the column unit_region to add it"
        case .giveSecondSource: "name two sources in the column source, parted by a semicolon"
        default: words
        }
    }

    private static func column(_ input: Input) -> String {
        switch input {
        case .kind: "source_kind"
        case .relation: "source_derived_from and source_relation"
        case .tenure: "post_tenure"
        case .form, .status, .strength: "unit_\(input.rawValue)"
        case .other: "event_other_unit"
        case .forEnrollment: "event_for_enrollment"
        case .stated: "citation_stated"
        case .day: "citation_held"
        default: input.rawValue
        }
    }
}
