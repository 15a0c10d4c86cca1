import Foundation
import HTTPTypes
import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension Endpoint {
    /// The pages for people.
    static let pages: [Endpoint] = reading + assets + forms

    private static let reading: [Endpoint] = [
        page(.home) { call, question in
            try question.answer(call, place: .home) { maker in
                var content = try maker.home()
                content.sayWhatMarksMean()
                return content
            } complete: { page in
                let ways: [(Phrase, FormKind)] = [(.recordEnrollment, .enrollment), (.addSource, .source)]
                page.actions = ways.filter { question.forms.contains($0.1) }.map { words, form in
                    (.say(words), question.links.path(to: .form(form, [])), form == .enrollment)
                }
            }
        },
        page(.page, isLong: true) { call, question in
            let (word, format) = Self.parts(of: call.path("page"))
            guard let page = SitePage.named(word) else { throw Problem.noPage }
            if let kind = page.listing { return try question.list(call, page, kind, format) }
            if let format { return try question.file(call, page, format) }
            return try question.page(call, page)
        },
        page(.difference, isLong: true) { call, question in try question.difference(call) },
        page(.understood) { call, question in
            let text = try call.query.one("text") ?? ""
            return Answer(type: .plainText, content: .text(question.understood(text) ?? ""), state: nil)
        },
        page(.pageOf, isLong: true) { call, question in
            try question.page(call, of: call.path("id"), in: call.path("page"))
        },
    ]

    /// The endpoint of a page that is read.
    private static func page(
        _ route: Route, isLong: Bool = false, _ run: @escaping @Sendable (Call, PageQuestion) throws -> Answer
    ) -> Endpoint {
        Endpoint(route: route, method: .get, summary: "", types: [.page], isLong: isLong, isPage: true) { call in
            try run(call, PageQuestion(call))
        }
    }

    /// The pages of the whole register of which one can take seconds. A list has fifty rows, and is not held up by them.
    private static let slowPages = Set([SitePage.disputes, .due, .review, .duplicates, .coverage].map(\.word))
    /// The folders of pages of one thing of which one can take seconds.
    private static let slowFolders = Set(
        [PageFolder.regions, .units, .sources, .timeline, .history, .reports].map(\.rawValue))

    /// True if the endpoint can take seconds for what the names in its address stand for.
    func mayTakeSeconds(_ values: [String: String]) -> Bool {
        guard isLong, isPage, let page = values["page"] else { return isLong }
        // A file has all rows.
        if route == .page { return Self.slowPages.contains(page) || page.contains(".") }
        return Self.slowFolders.contains(page)
    }

    /// The name of a page and, after a dot, the format that it is downloaded in.
    static func parts(of text: String) -> (word: String, format: String?) {
        guard let dot = text.lastIndex(of: ".") else { return (text, nil) }
        return (String(text[..<dot]), String(text[text.index(after: dot)...]))
    }

    /// What pages fetch, and the way to the first page.
    private static let assets: [Endpoint] = [
        Endpoint(
            route: .style, method: .get, kind: .constant, role: nil, summary: "", types: [.css], isPage: true
        ) { _ in asset(StyleSheet.ofSite, .css) },
        Endpoint(
            route: .script, method: .get, kind: .constant, role: nil, summary: "", types: [.javaScript], isPage: true
        ) { _ in asset(PageScript.text, .javaScript) },
        Endpoint(route: .site, method: .get, kind: .constant, role: nil, summary: "", types: [.page], isPage: true) {
            call in
            .leading(to: Route.home.path(call.preferred.rawValue))
        },
    ]

    private static func asset(_ text: String, _ type: MediaType) -> Answer {
        Answer(headers: [.cacheControl: "public, max-age=3600"], type: type, content: .text(text))
    }
}

extension Problem {
    /// There is no such page.
    static var noPage: Problem {
        Problem(.notFound, "no-such-address", "there is no such page; the first page leads to all")
    }
}

extension PageContent {
    /// Says above the map which disputes it marks. Those about people are too slow to find for each region of a large registry.
    fileprivate mutating func sayWhatMarksMean() {
        let place = blocks.firstIndex { block in if case .drawing = block { true } else { false } }
        guard let place else { return }
        let all = Words.link(.page(.disputes, []), .say(.allDisputes))
        blocks.insert(.paragraph(.joined([.say(.mapMarks), all], .space), .about), at: place)
    }
}

extension SitePage {
    /// The kind of what the page lists; nil for a page that is no listing.
    var listing: ListingKind? {
        switch self {
        case .regions: .region
        case .units: .unit
        case .officials: .official
        case .enrollments: .enrollment
        case .sources: .source
        case .programmes: .programme
        case .events: .event
        case .looks: .look
        default: nil
        }
    }
}

extension Call {
    /// The language that the browser asks for first.
    var preferred: Language { Language(preferredIn: languages) }
}

extension Language {
    /// The language that a browser asks for first.
    ///
    /// - Parameter languages: those that it asks for, as `Accept-Language` names them; empty if it names none.
    init(preferredIn languages: String) { self = languages.lowercased().hasPrefix("ru") ? .russian : .english }
}
