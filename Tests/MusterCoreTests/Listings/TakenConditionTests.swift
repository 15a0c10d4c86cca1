import MusterValues
import Testing

@testable import MusterCore

/// Each listing takes the conditions that `Condition.kinds` has for it, and refuses every other one by its name.
struct TakenConditionTests {
    @Test(arguments: ListingKind.allCases)
    func `a listing takes its own conditions and refuses the others`(kind: ListingKind) throws {
        let registry = try Fresh(.populated).registry
        for condition in Condition.allCases {
            let filter = Self.filter(condition, kind)
            #expect(condition.isGiven(in: filter), "\(condition)")
            if condition.kinds.contains(kind) {
                #expect(throws: Never.self, "\(condition)") { try Self.list(kind, filter, registry) }
            } else {
                let error = #expect(throws: MusterError.self, "\(condition)") {
                    try Self.list(kind, filter, registry)
                }
                let said = error?.said ?? ""
                let option = condition.rawValue.replacing("_", with: "-")
                #expect(said.hasPrefix("\(kind.rawValue)s are not narrowed by "), "\(said)")
                #expect(said.hasSuffix("--\(option)"), "\(said)")
            }
        }
    }

    private static func list(_ kind: ListingKind, _ filter: Filter, _ registry: Registry) throws {
        switch kind {
        case .region: try registry.each(.regions, filter) { _ in }
        case .unit: try registry.each(.units, filter) { _ in }
        case .official: try registry.each(.officials, filter) { _ in }
        case .enrollment: try registry.each(.enrollments(withCitations: false), filter) { _ in }
        case .source: try registry.each(.sources, filter) { _ in }
        case .programme: try registry.each(.programmes, filter) { _ in }
        case .event: try registry.each(.events, filter) { _ in }
        case .look: try registry.each(.looks, filter) { _ in }
        }
    }

    /// A filter with the condition, and with what it needs besides.
    private static func filter(_ condition: Condition, _ kind: ListingKind) -> Filter {
        var filter = Filter()
        let state = kind == .unit ? "forming" : "left"
        switch condition {
        case .region: filter.regions = ["RU-KGD"]
        case .federalDistrict: filter.federalDistrict = "Northwestern"
        case .borders: filter.borders = "LT"
        case .sea: (filter.borders, filter.sea) = ("LT", true)
        case .programme: filter.programme = "BARS"
        case .unit: filter.units = ["U1"]
        case .official: filter.official = "O1"
        case .own: filter.isOwn = true
        case .withOrigins: filter.isWithOrigins = true
        case .state: filter.states = [state]
        case .status: filter.statuses = [.forming]
        case .form: filter.forms = [.battalion]
        case .ever: filter.ever = [state]
        case .standing: filter.standings = [.accepted]
        case .postChange: filter.postChange = "left"
        case .post: filter.post = "Governor"
        case .postKind: filter.postKinds = [.headOfRegion]
        case .contract: filter.contracts = [.notStated]
        case .source: filter.sources = ["S1"]
        case .speaker: filter.speaker = "nobody"
        case .needs: filter.needs = [kind == .enrollment ? .contract : .date]
        case .on: filter.day = Day("2025-06-01")
        case .throughout: (filter.day, filter.isThroughout) = (Day("2025-06-01"), true)
        case .grade: (filter.day, filter.grade) = (Day("2025-06-01"), .possibly)
        case .sort: filter.sort = kind == .region ? "code" : kind == .look ? "date" : "id"
        case .limit: filter.limit = 1
        }
        return filter
    }
}
