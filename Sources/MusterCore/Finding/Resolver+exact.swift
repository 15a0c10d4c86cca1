import GRDB
import MusterValues

extension Resolver {
    /// The one record of a kind that has a name or a code exactly, in any letter case; a slip, and a name that several have, find
    /// none.
    func exact(_ text: String, of kind: RecordKind) throws -> RecordID? {
        guard kind.isNamed else { return nil }
        if kind == .region, let code = try regionCode(text) { return RecordID(region: code) }
        let found = try named(Text.folded(text), among: [kind])
        return found.count == 1 ? found[0] : nil
    }

    /// The parts of units that are named with their place, as in "1st company, Alpha".
    func placed(_ text: String) throws -> [RecordID] {
        let whole = Text.folded(text)
        let starts = text.ranges(of: ", ").map { Text.folded(String(text[..<$0.lowerBound])) }
        return try starts.flatMap { try named($0, among: [.unit]) }
            .filter { try Text.folded(RecordTitles(db: db).title($0)) == whole }.sorted()
    }
}
