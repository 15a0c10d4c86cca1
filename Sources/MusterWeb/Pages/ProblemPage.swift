import HTTPTypes
import MusterEditions
import MusterHTML
import MusterValues

/// A problem as a page.
struct ProblemPage {
    private let problem: Problem
    private let language: Language
    /// The address that was asked for.
    private let path: String
    private let visitor: Visitor

    init(_ problem: Problem, _ language: Language, path: String, to visitor: Visitor) {
        (self.problem, self.language, self.path, self.visitor) = (problem, language, path, visitor)
    }

    /// The page, or the way to sign in for somebody who is not known.
    var answer: Answer {
        if problem.status == 401 {
            let way = Route.signIn.path(language.rawValue) + "?next=" + path.encodedSegment
            return .leading(to: way)
        }
        var text = ""
        let html = HTMLWriter { text += $0 }
        // Nothing here can throw: the sink takes every text.
        try? write(html)
        return Answer(status: .init(code: problem.status), headers: problem.headers, type: .page, content: .text(text))
    }

    private var title: Phrase {
        switch problem.status {
        case 404: .notHere
        case 403: .notAllowed
        case 410: .goneTitle
        case 400..<500: .refusedTitle
        default: .failedTitle
        }
    }

    private func write(_ html: HTMLWriter) throws {
        let blocks = BlockWriter(html, in: language) { _ in nil }
        // The page stands at an address of the site or at none, so that the other language's first page is as near as it gets.
        let links = PageLinks(language: language, path: Route.home.path(language.rawValue))
        let frame = SiteFrame(html: html, blocks: blocks, links: links, visitor: visitor)
        try html.page(in: language.rawValue, head: { try frame.head(blocks.plain(.say(title))) }) {
            try frame.masthead()
            try html.mainPart {
                try blocks.line(.h1, [], title)
                try html.element(.p, [.class("lead")]) { try blocks.refusal(problem.formDetail ?? problem.detail) }
                try html.element(.p) {
                    try html.element(.a, [.page(links.path(to: .page(.home, [])))], blocks.plain(.say(.backHome)))
                }
            }
            try frame.footer()
        }
    }
}
