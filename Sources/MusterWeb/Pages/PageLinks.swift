import MusterEditions
import MusterHTML
import MusterValues

/// The addresses of pages in one language, with the day and the moment of the page that links to them.
struct PageLinks: Sendable {
    let language: Language
    /// The day asked about, as the address has it; nil for none.
    var day: String?
    /// The moment at which the register is read, as the address has it; nil for now.
    var knownAt: String?
    /// The path of the page that is shown.
    var path = ""
    /// Its conditions, without the day and the moment.
    var conditions: [LinkCondition] = []

    /// The conditions that are places in a list. Another condition begins it anew.
    static let places: Set<String> = ["after", "skip"]

    /// The address of a target.
    func path(to target: LinkTarget) -> SitePath {
        switch target {
        case .record(let id): record(id)
        case .timeline(let id): page(in: .timeline, "\(id)")
        case .edition(let kind, let id):
            page(in: .reports, kind.rawValue + (id.map { "-\($0)" } ?? ""))
        case .revision(let number): page(.pageOf, [PageFolder.history.rawValue, "\(number)"], isOfNow: true)
        case .difference(let from, let to):
            page(.difference, [], [LinkCondition("from", "\(from)"), LinkCondition("to", "\(to)")], isOfNow: true)
        case .history(let id): path(to: .page(.history, [LinkCondition("of", "\(id)")]))
        case .page(let page, let conditions):
            page == .home ? self.page(.home, [], conditions) : self.page(.page, [page.word], conditions)
        case .same(let changes): same(changes)
        case .form(let form, let conditions): page(.form, [form.rawValue], conditions, isOfNow: true)
        }
    }

    /// The address of the page of a record.
    func record(_ id: RecordID) -> SitePath {
        let folder: PageFolder =
            switch id.kind {
            case .region: .regions
            case .unit: .units
            case .official: .officials
            case .enrollment: .enrollments
            case .source: .sources
            case .programme, .post, .event, .citation: .records
            }
        return page(in: folder, "\(id)")
    }

    /// The address of one thing in a folder.
    func page(in folder: PageFolder, _ name: String) -> SitePath { page(.pageOf, [folder.rawValue, name]) }

    /// The same page with other conditions. Another condition begins the list anew.
    func same(_ changes: [LinkCondition]) -> SitePath {
        let names = Set(changes.map(\.name)).union(Self.places)
        let day = changes.first { $0.name == "on" }.map(\.value) ?? self.day
        let known = changes.first { $0.name == "known-at" }.map(\.value) ?? knownAt
        let own =
            conditions.filter { !names.contains($0.name) } + changes.filter { !["on", "known-at"].contains($0.name) }
        return address(path, own + [LinkCondition("on", day), LinkCondition("known-at", known)])
    }

    /// The same page in the other language.
    func sameInOther(_ other: Language) -> SitePath {
        let rest = path.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
        return address(
            (["/" + other.rawValue] + rest.map(String.init)).joined(separator: "/"),
            conditions + [LinkCondition("on", day), LinkCondition("known-at", knownAt)])
    }

    /// An address of one of the site's routes in this language.
    func page(_ route: Route, _ values: [String], _ conditions: [LinkCondition] = [], isOfNow: Bool = false) -> SitePath
    {
        address(
            route.path([language.rawValue] + values),
            conditions + (isOfNow ? [] : [LinkCondition("on", day), LinkCondition("known-at", knownAt)]))
    }

    private func address(_ path: String, _ conditions: [LinkCondition]) -> SitePath {
        let query = conditions.compactMap { condition in
            condition.value.map { "\(condition.name.encodedSegment)=\($0.encodedSegment)" }
        }
        // Danger: every part is percent-encoded, so this can fail only for a path that is no route's.
        return SitePath(query.isEmpty ? path : path + "?" + query.joined(separator: "&")) ?? SitePath("/")!
    }
}

extension SitePath {
    /// The same address with one more condition.
    func adding(_ name: String, _ value: String) -> SitePath {
        SitePath(text + (text.contains("?") ? "&" : "?") + "\(name.encodedSegment)=\(value.encodedSegment)") ?? self
    }
}

extension SitePage {
    /// The word by which addresses name the page.
    var word: String {
        switch self {
        case .howToRead: "how-to-read"
        case .howToCheck: "how-to-check"
        default: rawValue
        }
    }
}

/// The folders of pages that are of one thing.
enum PageFolder: String {
    case regions, units, officials, enrollments, sources, records, timeline, history, reports
}
