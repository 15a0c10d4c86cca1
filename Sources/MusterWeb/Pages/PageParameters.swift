import MusterCore
import MusterEditions
import MusterValues

extension Endpoint {
    /// The parameters that every page takes.
    static let parametersOfPages = ["on", "known-at", PageQuestion.receipt]

    /// The parameters that the address of a page takes; nil for one that takes none or that looks at them itself, as a form does.
    ///
    /// - Parameter values: what the names in its address stand for.
    /// - Returns: their names, as links write them.
    func pageParameters(_ values: [String: String]) -> [String]? {
        let own: [String]? =
            switch route {
            case .home, .account: []
            case .signIn: ["next"]
            case .understood: ["text"]
            case .difference: ["from", "to"]
            case .pageOf: values["page"] == PageFolder.reports.rawValue ? ["from"] : []
            case .page: SitePage.named(Self.parts(of: values["page"] ?? "").word)?.parameters
            default: nil
            }
        return own.map { own in own.filter { !Self.parametersOfPages.contains($0) } + Self.parametersOfPages }
    }
}

extension SitePage {
    /// The page of a word in an address; nil if there is none.
    static func named(_ word: String) -> SitePage? { allCases.first { $0.word == word } }

    /// The parameters that the page takes besides those of every page.
    fileprivate var parameters: [String] {
        if let listing { return FilterQuery.parameters(of: listing).map(\.name) + PageLinks.places.sorted() }
        return switch self {
        case .disputes: ["record", "settled", "skip"]
        case .duplicates: ["kind"]
        case .history: ["of", "by", "before"]
        case .search: ["q"] + FilterQuery.parameters(of: .unit).map(\.name)
        default: []
        }
    }
}

extension Query {
    /// The query of a page. A browser sends every input of a form, so that an empty one asks for nothing. A name may be spelled with
    /// hyphens or underscores. What other sites add to a link, to know where a reader came from, is left out.
    ///
    /// - Parameter known: the names that the page takes; nil for a page that looks at them itself.
    /// - Returns: the query with the names as links write them.
    /// - Throws: `MusterError.notInList` for a name that the page does not take.
    func ofPage(taking known: [String]?) throws(MusterError) -> Query {
        let names = Dictionary((known ?? Endpoint.parametersOfPages).map { (Self.spelling($0), $0) }) { first, _ in
            first
        }
        var own: [String: [String]] = [:]
        for (name, given) in values.sorted(by: { $0.key < $1.key }) where !Self.isTracking(name) {
            own[names[Self.spelling(name)] ?? name, default: []] += given
        }
        if let known { try Query(values: own).check(known: known) }
        return Query(values: own.mapValues { $0.filter { !$0.isEmpty } }.filter { !$0.value.isEmpty })
    }

    private static func spelling(_ name: String) -> String { name.replacing("-", with: "_") }

    /// True for a parameter that other sites add.
    private static func isTracking(_ name: String) -> Bool { name.hasPrefix("utm_") || tracking.contains(name) }

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "_openstat", "igshid", "igsh",
        "mc_cid", "mc_eid", "twclid",
    ]
}
