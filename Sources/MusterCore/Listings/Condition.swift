import MusterValues

/// A condition of a filter as fronts name it: its name, what it says, and the listings that it narrows.
///
/// The command's help, the refusal of what a listing does not know, and the tests of query plans read this list.
public enum Condition: String, CaseIterable, Sendable {
    case region
    case federalDistrict = "federal_district"
    case borders, sea, programme, unit, official, own
    case withOrigins = "with_origins"
    case state, status, form, ever, standing
    case postChange = "post_change"
    case post
    case postKind = "post_kind"
    case contract, source, speaker, needs, on, throughout, grade, sort, limit

    /// What it says, in a sentence.
    public var help: String {
        switch self {
        case .region: "A region with its districts, by code or name\(again)"
        case .federalDistrict: "A federal district, as Northwestern."
        case .borders: "Regions that border a country (LT) or a bloc's members (NATO) on land."
        case .sea: "Count borders at sea too."
        case .programme: "A programme, as BARS."
        case .unit: "A unit, with those inside of it\(again)"
        case .official: "An official."
        case .own: "Leave out the units inside of a unit."
        case .withOrigins: "Of a unit: with the units that it came from."
        case .state: "A unit's status or form, a post's tenure, an enrollment's state\(again)"
        case .status: "A unit's status\(again)"
        case .form: "A unit's form\(again)"
        case .ever: "A state that it had at any time, or came into on a day given with it\(again)"
        case .standing: "accepted, disputed, needs work or rejected\(again)"
        case .postChange: "What became of a post for it, at any time, as suspended, left, kept …"
        case .post: "Who holds or held a post with these words in its title."
        case .postKind: "Who holds or held a post of a kind, as governor\(again)"
        case .contract: "A kind of contract\(again)"
        case .source: "What a source speaks of\(again)"
        case .speaker: "What a person is quoted on, by a part of the name."
        case .needs: lacks(Need.allCases)
        case .on:
            "As it was on a day, or on some day of a month or period, with the grade of each answer; of sources, published then; of events and looks, dated then."
        case .throughout: "Of a period: on all of it."
        case .grade: "Of the day: definitely, presumably, possibly or no."
        case .sort: sentence(forOrderBy: "id")
        case .limit: "The most rows."
        }
    }

    /// The same sentence for some listings: it names only the needs, the states and the columns that they have.
    public func help(of listed: [ListingKind]) -> String {
        switch self {
        case .needs:
            let names = listed.map(\.rawValue)
            return lacks(Need.allCases.filter { need in need.kinds.contains { names.contains($0.name) } })
        case .state where listed == [.unit]: return "A unit's status or form\(again)"
        case .state where listed == [.official]: return "A post's tenure, or an enrollment's state\(again)"
        case .state where listed == [.enrollment]: return "An enrollment's state\(again)"
        case .sort where listed == [.region]: return sentence(forOrderBy: "code")
        case .sort where listed == [.look]: return sentence(forOrderBy: "date")
        default: return help
        }
    }

    private func sentence(forOrderBy column: String) -> String {
        "By a column, as \(column); -\(column) is from the end. All rows are read first."
    }

    private func lacks(_ all: [Need]) -> String {
        "What lacks something: \(all.map(\.words).joined(separator: ", "))\(again)"
    }

    private var again: String { isList ? "; several if given again." : "." }

    /// The name of its value; nil if it has none.
    public var valueName: String? {
        switch self {
        case .sea, .own, .withOrigins, .throughout: nil
        case .federalDistrict, .programme, .speaker: "name"
        case .borders: "code"
        case .postChange: "tenure"
        case .post: "words"
        case .postKind, .contract: "kind"
        case .needs: "what"
        case .on: "day"
        case .sort: "column"
        case .limit: "number"
        default: rawValue
        }
    }

    /// True if several values can be given, of which a record has one.
    public var isList: Bool {
        switch self {
        case .region, .unit, .state, .status, .form, .ever, .standing, .postKind, .contract, .source, .needs: true
        default: false
        }
    }

    /// The listings that it narrows.
    public var kinds: [ListingKind] {
        switch self {
        case .region, .federalDistrict, .borders, .sea: Self.common + [.programme, .event, .look]
        case .unit: Self.common + [.programme, .event]
        case .programme, .official, .own, .withOrigins: Self.common + [.event]
        case .state, .ever: Self.lasting
        case .standing, .speaker, .source: Self.lasting + [.programme, .event]
        case .needs: Self.lasting + [.source]
        case .status, .form: [.unit]
        case .postChange, .contract: [.enrollment]
        case .post, .postKind: [.official, .enrollment]
        case .on: Self.common + [.event, .look]
        case .throughout, .grade: [.region] + Self.lasting
        case .sort, .limit: ListingKind.allCases
        }
    }

    /// The listings that have a state on a day.
    private static let lasting: [ListingKind] = [.unit, .official, .enrollment]
    private static let common: [ListingKind] = [.region] + lasting + [.source]

    /// True if a filter has it.
    func isGiven(in filter: Filter) -> Bool {
        switch self {
        case .region: !filter.regions.isEmpty
        case .federalDistrict: filter.federalDistrict != nil
        case .borders: filter.borders != nil
        case .sea: filter.sea
        case .programme: filter.programme != nil
        case .unit: !filter.units.isEmpty
        case .official: filter.official != nil
        case .own: filter.isOwn
        case .withOrigins: filter.isWithOrigins
        case .state: !filter.states.isEmpty
        case .status: !filter.statuses.isEmpty
        case .form: !filter.forms.isEmpty
        case .ever: !filter.ever.isEmpty
        case .standing: !filter.standings.isEmpty
        case .postChange: filter.postChange != nil
        case .post: filter.post != nil
        case .postKind: !filter.postKinds.isEmpty
        case .contract: !filter.contracts.isEmpty
        case .source: !filter.sources.isEmpty
        case .speaker: filter.speaker != nil
        case .needs: !filter.needs.isEmpty
        case .on: filter.period != nil
        case .throughout: filter.isThroughout
        case .grade: filter.grade != nil
        case .sort: filter.sort != nil
        case .limit: filter.limit != nil
        }
    }

    /// Refuses a filter with a condition that a listing is not narrowed by.
    ///
    /// - Throws: `MusterError.usage` with all such conditions.
    static func check(_ filter: Filter, for kind: ListingKind) throws(MusterError) {
        let unfit = allCases.filter { $0.isGiven(in: filter) && !$0.kinds.contains(kind) }
        if unfit.isEmpty { return }
        let words = unfit.map(\.rawValue.spaced).joined(separator: " or ")
        throw .usage("\(kind.rawValue)s are not narrowed by \(words)", fix: .leaveOut(unfit.map(\.input)))
    }

    /// The input of a remedy that names it.
    private var input: Remedy.Input {
        self == .on ? .day : Remedy.Input(rawValue: rawValue.replacing("_", with: "-")) ?? .other
    }
}
